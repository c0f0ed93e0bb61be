// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kKind = IdentifierKind::kEcli;

/// Member States, the EU, the Council of Europe (CE) and the European Patent Office (EP).
constexpr std::string_view kCountries[] = {
    "AT", "BE", "BG", "CE", "CY", "CZ", "DE", "DK", "EE", "EL", "EP", "ES", "EU", "FI", "FR", "GR",
    "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "UK"};

struct Court {
  std::string_view country, code;
  int since;
};
/// Countries whose courts are few enough to be named: Court of Justice, General Court, Civil
/// Service Tribunal; European Court of Human Rights.
constexpr Court kCourts[] = {
    {"EU", "C", 1954}, {"EU", "T", 1989}, {"EU", "F", 2005}, {"CE", "ECHR", 1960}};

bool IsOrdinal(char c) { return IsDigit(c) || IsLetter(c) || c == '.'; }

/// "0322JUD005597820": month and day, kind of decision, application number and year.
std::string EchrProblem(std::string_view ordinal) {
  if (ordinal.size() != 16) return "the last part has 16 characters: date, kind, application";
  constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const std::string_view date = ordinal.substr(0, 4);
  if (!std::all_of(date.begin(), date.end(), IsDigit)) return "month and day are expected here";
  const int month = ToInt(date.substr(0, 2));
  const int day = ToInt(date.substr(2, 2));
  if (month < 1 || month > 12 || day < 1 || day > kDays[static_cast<std::size_t>(month - 1)]) {
    return "there is no such month and day";
  }
  const std::string_view kind = ordinal.substr(4, 3);
  const std::string_view application = ordinal.substr(7);
  if (!std::all_of(kind.begin(), kind.end(), IsLetter) ||
      !std::all_of(application.begin(), application.end(), IsDigit)) {
    return "after the date come three letters and nine digits";
  }
  return {};
}

std::string CourtProblem(std::string_view country, std::string_view court, bool& known,
                         int& since) {
  known = false;
  for (const Court& entry : kCourts) {
    if (entry.country != country) continue;
    known = true;
    if (entry.code != court) continue;
    since = entry.since;
    return {};
  }
  return known ? "no court of \"" + std::string(country) + "\" has the code \"" +
                     std::string(court) + "\""
               : "";
}

}  // namespace

IdentifierReading ReadEcli(std::string_view text, const Limits& limits) {
  Cursor in(text);
  if (!in.TakeWord("ECLI")) return {};
  if (!in.Take(':')) return Wrong(kKind, "its five parts are joined by colons", in.at());
  std::size_t begin = in.at();
  const std::string country = Upper(in.Letters());
  if (std::find(std::begin(kCountries), std::end(kCountries), country) == std::end(kCountries)) {
    return Wrong(kKind,
                 "\"" + country + "\" is not the code of a country or organisation that gives them",
                 begin);
  }
  if (!in.Take(':')) return Wrong(kKind, "a colon is expected after the country", in.at());
  begin = in.at();
  const std::string court = Upper(in.TakeWhile(IsOrdinal));
  if (court.empty() || court.size() > 7 || IsDigit(court.front())) {
    return Wrong(kKind, "the code of a court has 1 to 7 characters and begins with a letter",
                 begin);
  }
  int since = 1800;
  bool known = false;
  if (auto problem = CourtProblem(country, court, known, since); !problem.empty())
    return Wrong(kKind, std::move(problem), begin);
  if (!in.Take(':')) return Wrong(kKind, "a colon is expected after the court", in.at());
  begin = in.at();
  const std::string_view year = in.Digits();
  if (auto problem = YearProblem(year, since, limits); !problem.empty())
    return Wrong(kKind, std::move(problem), begin);
  if (!in.Take(':')) return Wrong(kKind, "a colon is expected after the year", in.at());
  begin = in.at();
  const std::string ordinal = Upper(in.TakeWhile(IsOrdinal));
  if (ordinal.empty() || ordinal.size() > 25)
    return Wrong(kKind, "the last part has 1 to 25 letters, digits and stops", begin);
  if (!in.AtEnd()) return Wrong(kKind, "nothing can follow the last part", in.at());
  if (country == "EU" && !std::all_of(ordinal.begin(), ordinal.end(), IsDigit)) {
    return Wrong(kKind, "the last part of a judgment of the EU is a number", begin);
  }
  if (court == "ECHR" && country == "CE") {
    if (auto problem = EchrProblem(ordinal); !problem.empty())
      return Wrong(kKind, std::move(problem), begin);
  }
  return Identifier{kKind,
                    "ECLI:" + country + ":" + court + ":" + std::string(year) + ":" + ordinal};
}

}  // namespace dossier::identifiers
