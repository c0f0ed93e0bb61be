// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/glue.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "compiler/foundation/utf8.h"

namespace dossier::text {
namespace {

/// Stand before a number that belongs to them.
constexpr auto kBeforeNumbers = std::to_array<std::string_view>({
    "Nr.",  "nr.",   "No.",  "no.",  "Nos.",  "nos.", "No",    "№",     "Nº",    "§",      "§§",
    "p.",   "pp.",   "str.", "Str.", "Art.",  "art.", "Arts.", "arts.", "para.", "paras.", "Para.",
    "par.", "sec.",  "Sec.", "ch.",  "Ch.",   "vol.", "Vol.",  "fig.",  "Fig.",  "fn.",    "n.",
    "cl.",  "reg.",  "r.",   "ann.", "ex.",   "Ex.",  "t.",    "sk.",   "dal.",  "d.",     "psl.",
    "pav.", "lent.", "pr.",  "tel.", "ст.",   "Ст.",  "ч.",    "п.",    "пп.",   "п.п.",   "гл.",
    "стр.", "с.",    "т.",   "рис.", "табл.", "абз.", "разд.", "прил.", "б.",    "бап",
});

/// Stand behind a number that belongs to them.
constexpr auto kBehindNumbers = std::to_array<std::string_view>({
    "m.",    "d.",   "mėn.", "val.", "min.", "sek.", "p.",   "psl.",  "str.",   "dal.",  "t.",
    "a.",    "Eur",  "EUR",  "USD",  "eurų", "%",    "‰",    "°",     "°C",     "€",     "$",
    "kg",    "g",    "km",   "m",    "cm",   "mm",   "ha",   "proc.", "tūkst.", "mln.",  "mln",
    "mlrd.", "mlrd", "г.",   "гг.",  "г",    "год",  "года", "году",  "годов",  "лет",   "л.",
    "ст.",   "ч.",   "час.", "мин.", "чел.", "руб.", "тыс.", "млн",   "млрд",   "тенге", "ж.",
});

constexpr auto kMonths = std::to_array<std::string_view>({
    "January", "February",  "March",     "April",     "May",       "June",
    "July",    "August",    "September", "October",   "November",  "December",
    "sausio",  "vasario",   "kovo",      "balandžio", "gegužės",   "birželio",
    "liepos",  "rugpjūčio", "rugsėjo",   "spalio",    "lapkričio", "gruodžio",
    "января",  "февраля",   "марта",     "апреля",    "мая",       "июня",
    "июля",    "августа",   "сентября",  "октября",   "ноября",    "декабря",
});

template <typename List>
bool Has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Without what opens before and closes behind.
std::string_view Bare(std::string_view word) {
  constexpr auto kOpening = std::to_array<std::string_view>({"(", "[", "„", "“", "«", "\"", "‘"});
  constexpr auto kClosing =
      std::to_array<std::string_view>({")", "]", "“", "”", "»", "\"", "’", ",", ";", ":"});
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kOpening) {
      if (word.starts_with(mark)) {
        word.remove_prefix(mark.size());
        again = true;
      }
    }
    for (const std::string_view mark : kClosing) {
      if (word.ends_with(mark)) {
        word.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return word;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// "14" but not "2023".
bool IsDay(std::string_view word) {
  return word.size() <= 2 && std::all_of(word.begin(), word.end(), IsDigit);
}

bool IsUpper(std::string_view word) {
  return !word.empty() && u_isupper(static_cast<UChar32>(utf8::DecodeAt(word, 0).code)) != 0;
}

/// "A.", "J.R.", "Ch." is none.
bool IsInitials(std::string_view word) {
  bool stop = true;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(word, at);
    at += decoded.size;
    if (decoded.code == '.') {
      if (stop) return false;
      stop = true;
    } else if (!stop || u_isupper(static_cast<UChar32>(decoded.code)) == 0) {
      return false;
    } else {
      stop = false;
    }
  }
  return stop && !word.empty();
}

bool IsRoman(std::string_view word) {
  return !word.empty() && word.size() < 8 && word.find_first_not_of("IVXLCM.") == word.npos &&
         word.front() != '.';
}

bool IsOneLetter(std::string_view word) {
  if (word.empty() || word.size() > 2) return false;
  const utf8::Decoded decoded = utf8::DecodeAt(word, 0);
  return decoded.size == word.size() && u_isalpha(static_cast<UChar32>(decoded.code)) != 0;
}

bool IsDash(std::string_view word) { return word == "–" || word == "—"; }

}  // namespace

Joint JointOf(std::string_view before, std::string_view after) {
  constexpr std::size_t kLongest = 24;  // bytes; nothing that is listed is longer
  if (before.empty() || after.empty()) return Joint::kFree;
  if (IsDash(after)) return Joint::kNever;
  const bool short_before = before.size() <= kLongest;
  const std::string_view left = short_before ? Bare(before) : std::string_view();
  const std::string_view right = Bare(after.substr(0, std::min(after.size(), kLongest)));
  if (!left.empty() && !right.empty()) {
    const bool number = IsDigit(right.front());
    if ((number || IsRoman(right)) && Has(kBeforeNumbers, left)) return Joint::kNever;
    if (IsDay(right) && Has(kMonths, left)) return Joint::kNever;
    // A comma or a bracket behind the number ends what belongs to it.
    if (IsDigit(before.back()) && (Has(kBehindNumbers, right) || Has(kMonths, right))) {
      return Joint::kNever;
    }
    if (IsInitials(before.size() == left.size() ? before : left) && IsUpper(right)) {
      return Joint::kNever;
    }
  }
  return IsOneLetter(left) && left == before ? Joint::kWeak : Joint::kFree;
}

}  // namespace dossier::text
