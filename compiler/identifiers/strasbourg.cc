// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <vector>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kKind = IdentifierKind::kApplication;

/// The first application was lodged in 1955; a year of two digits below 55 is of this century.
constexpr int kFirstYear = 1955;

struct Application {
  int year = 0;
  int number = 0;
  friend auto operator<=>(const Application&, const Application&) = default;
};

/// "no. 55978/20", "nos. 12345/05 and 678/06", "application no. 1234/05".
bool TakeHead(Cursor& in) {
  const bool word = in.TakeWord("applications") || in.TakeWord("application");
  in.SkipSpaces();
  const bool number = in.TakeWord("nos.") || in.TakeWord("no.") || in.TakeWord("nr.");
  in.SkipSpaces();
  return word || number;
}

std::string Print(const Application& application) {
  const int year = application.year % 100;
  return std::to_string(application.number) + "/" + (year < 10 ? "0" : "") + std::to_string(year);
}

bool TakeSeparator(Cursor& in) {
  const std::size_t begin = in.at();
  in.SkipSpaces();
  bool taken = in.Take(',') || in.Take(';') || in.Take('&');
  in.SkipSpaces();
  if (in.TakeWord("and ")) taken = true;
  in.SkipSpaces();
  if (!taken || !IsDigit(in.Peek())) {
    in.Back(begin);
    return false;
  }
  return true;
}

/// Item ids: a collection of three digits, then a number.
IdentifierReading ReadItem(std::string_view text) {
  Cursor in(text);
  const std::string_view collection = in.Digits();
  if (collection.size() != 3 || !in.Take('-')) return {};
  const std::size_t begin = in.at();
  const std::string_view number = in.Digits();
  if (number.empty() || !in.AtEnd()) return {};
  if (ToInt(collection) < 1 || ToInt(collection) > 6)
    return Wrong(IdentifierKind::kHudocItem, "collections of HUDOC are 001 to 006", 0);
  if (number.size() > 7 || ToInt(number) == 0)
    return Wrong(IdentifierKind::kHudocItem, "the number has 1 to 7 digits", begin);
  return Identifier{IdentifierKind::kHudocItem,
                    std::string(collection) + "-" + std::string(number)};
}

}  // namespace

IdentifierReading ReadStrasbourg(std::string_view text, const Limits& limits) {
  if (auto item = ReadItem(text); !std::holds_alternative<std::monostate>(item)) return item;
  Cursor in(text);
  const bool named = TakeHead(in);
  if (!named) in.Back(0);
  std::vector<Application> applications;
  do {
    std::size_t begin = in.at();
    const std::string_view number = in.Digits();
    if (number.empty() || !in.Take('/')) return {};
    const std::size_t year_begin = in.at();
    const std::string_view year = in.Digits();
    // "12345/2005" may be the docket of any court.
    if (year.empty() || (!named && year.size() != 2)) return {};
    if (number.size() > 5 || ToInt(number) == 0)
      return Wrong(kKind, "applications are numbered from 1 to 99999 each year", begin);
    if (year.size() != 2)
      return Wrong(kKind, "the year has two digits, as in 55978/20", year_begin);
    const int century = ToInt(year) < kFirstYear % 100 ? 2000 : 1900;
    if (century + ToInt(year) > limits.latest_year)
      return Wrong(kKind, "the year " + std::to_string(century + ToInt(year)) + " is still to come",
                   year_begin);
    applications.push_back({century + ToInt(year), ToInt(number)});
  } while (TakeSeparator(in));
  if (!in.AtEnd())
    return named ? Wrong(kKind, "nothing can follow the applications", in.at())
                 : IdentifierReading{};
  std::sort(applications.begin(), applications.end());
  applications.erase(std::unique(applications.begin(), applications.end()), applications.end());
  std::string canonical = applications.size() == 1 ? "no. " : "nos. ";
  for (std::size_t i = 0; i < applications.size(); ++i) {
    if (i > 0) canonical += i + 1 == applications.size() ? " and " : ", ";
    canonical += Print(applications[i]);
  }
  if (canonical.size() > kMaxIdentifier)
    return Wrong(kKind, "too many applications for one identifier", 0);
  return Identifier{kKind, std::move(canonical)};
}

}  // namespace dossier::identifiers
