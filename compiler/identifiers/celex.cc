// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/foundation/date.h"
#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kKind = IdentifierKind::kCelex;

struct Sector {
  char sign;
  std::string_view types;  // each between spaces
  int since;
  std::string_view what;
};

/// Sectors that lawyers cite, and the kinds of document in them.
constexpr Sector kSectors[] = {
    {'0', " A B C D E F G H J K L M O Q R S X Y ", 1951, "consolidated texts"},
    {'2', " A D P X ", 1951, "agreements"},
    {'3', " A B C D E F G H J K L M O Q R S X Y ", 1951, "acts"},
    {'4', " A D X Y Z ", 1951, "complementary acts"},
    {'5',
     " AA AB AC AE AG AK AP AR AS AT BA BC BP CC CG DC DP EC EE FC FG GC HB IE IG IP JC KG LG NE "
     "PC PG RC SA SC TA TG VG XC XE XG XK XR XX ",
     1951, "preparatory documents"},
    {'6',
     " CA CB CC CD CG CJ CN CO CP CS CT CU CV CX FA FB FC FJ FN FO FP FT TA TB TC TJ TN TO TT ",
     1953, "case-law"},
};

const Sector* SectorOf(char sign) {
  const auto* const found = std::find_if(std::begin(kSectors), std::end(kSectors),
                                         [&](const Sector& sector) { return sector.sign == sign; });
  return found == std::end(kSectors) ? nullptr : found;
}

/// Corrigendum "R(01)", further act of the number "(01)", date of consolidation "-20111220".
bool TakeSuffix(Cursor& in, char sector, std::string& canonical) {
  if (sector == '0') {
    if (!in.Take('-')) return false;
    const std::string_view date = in.Digits();
    if (date.size() != 8 ||
        !Date::Parse(std::string(date.substr(0, 4)) + "-" + std::string(date.substr(4, 2)) + "-" +
                     std::string(date.substr(6))))
      return false;
    canonical += "-" + std::string(date);
    return true;
  }
  if (Upper(in.Peek()) == 'R') {
    (void)in.Take(in.Peek());
    canonical += 'R';
    if (in.Peek() != '(') return false;
  }
  if (!in.Take('(')) return true;
  const std::string_view number = in.Digits();
  if (number.size() != 2 || !in.Take(')')) return false;
  canonical += "(" + std::string(number) + ")";
  return true;
}

/// Five digits, then a letter: nothing else begins so.
bool Begins(std::string_view text) {
  return text.size() > 6 && std::all_of(text.begin(), text.begin() + 5, IsDigit) &&
         IsLetter(text[5]);
}

}  // namespace

IdentifierReading ReadCelex(std::string_view text, const Limits& limits) {
  Cursor in(text);
  const bool named = in.TakeWord("CELEX");
  if (named) {
    in.SkipSpaces();
    (void)in.Take(':');
    in.SkipSpaces();
  }
  if (!Begins(in.Rest())) {
    if (!named) return {};
    return Wrong(kKind, "it begins with a sector, a year and a letter, as in 32011L0095", in.at());
  }
  std::size_t begin = in.at();
  const std::string_view digits = in.Digits();
  const Sector* sector = SectorOf(digits.front());
  if (sector == nullptr)
    return Wrong(
        kKind, "sector " + std::string(1, digits.front()) + " is not one whose numbers are checked",
        begin);
  if (auto problem = YearProblem(digits.substr(1), sector->since, limits); !problem.empty())
    return Wrong(kKind, std::move(problem), begin + 1);
  begin = in.at();
  const std::string type = Upper(in.Letters());
  if (type.size() > 2 || sector->types.find(" " + type + " ") == std::string_view::npos) {
    return Wrong(kKind,
                 "sector " + std::string(1, sector->sign) + " (" + std::string(sector->what) +
                     ") has no documents of type \"" + type + "\"",
                 begin);
  }
  begin = in.at();
  const std::string_view number = in.Digits();
  if (number.size() != 4) return Wrong(kKind, "the number of the document has four digits", begin);
  std::string canonical = std::string(digits) + type + std::string(number);
  begin = in.at();
  if (!TakeSuffix(in, sector->sign, canonical)) {
    return Wrong(kKind,
                 sector->sign == '0' ? "a date of consolidation is expected, as in -20111220"
                                     : "the ending is written R(01) or (01)",
                 begin);
  }
  if (!in.AtEnd()) return Wrong(kKind, "nothing can follow the number", in.at());
  return Identifier{kKind, std::move(canonical)};
}

}  // namespace dossier::identifiers
