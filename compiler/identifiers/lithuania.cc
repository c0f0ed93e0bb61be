// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kAct = IdentifierKind::kLithuanianAct;
constexpr auto kRegister = IdentifierKind::kLithuanianRegister;

/// Terms of the Seimas and of the Supreme Council before it.
constexpr std::string_view kTerms[] = {"I",    "II",  "III",  "IV",    "V",   "VI",   "VII",
                                       "VIII", "IX",  "X",    "XI",    "XII", "XIII", "XIV",
                                       "XV",   "XVI", "XVII", "XVIII", "XIX", "XX"};

bool IsRoman(char c) { return std::string_view("IVXLC").find(c) != std::string_view::npos; }

/// "No IX-2206", "Nr. IX-2206", "IX-2206"; with a sign of number also "Nr. 1V-131".
IdentifierReading ReadAct(std::string_view text) {
  Cursor in(text);
  bool named = false;
  for (const std::string_view word : {"Nr.", "No.", "Nr", "No", "№"}) {
    if (named || !in.TakeWord(word)) continue;
    named = true;
  }
  in.SkipSpaces();
  const std::size_t begin = in.at();
  const std::string_view term = in.TakeWhile(IsRoman);
  if (!term.empty() && in.Take('-')) {
    const std::size_t number_at = in.at();
    const std::string_view number = in.Digits();
    if (number.empty() || !in.AtEnd()) return {};
    if (std::find(std::begin(kTerms), std::end(kTerms), term) == std::end(kTerms)) {
      return Wrong(kAct, "\"" + std::string(term) + "\" is not the number of a term of the Seimas",
                   begin);
    }
    if (number.size() > 5 || ToInt(number) == 0)
      return Wrong(kAct, "the number of the act has one to five digits", number_at);
    return Identifier{kAct, "No " + std::string(term) + "-" + std::string(Unpadded(number))};
  }
  in.Back(begin);
  const std::string_view head =
      in.TakeWhile([](char c) { return IsDigit(c) || (c >= 'A' && c <= 'Z'); });
  const bool order = named && !head.empty() && IsDigit(head.front()) && IsLetter(head.back());
  if (!order || !in.Take('-')) return {};
  const std::string_view number = in.Digits();
  if (number.empty() || number.size() > 5 || !in.AtEnd()) return {};
  return Identifier{kAct, "No " + std::string(head) + "-" + std::string(Unpadded(number))};
}

/// "TAR.42837E5A79DD", "TAIS.232378", "2024-05718".
IdentifierReading ReadRegister(std::string_view text, const Limits& limits) {
  Cursor in(text);
  if (in.TakeWord("TAR.")) {
    const std::size_t begin = in.at();
    const std::string number =
        Upper(in.TakeWhile([](char c) { return IsDigit(c) || IsLetter(c); }));
    const bool hex = std::all_of(number.begin(), number.end(),
                                 [](char c) { return IsDigit(c) || (c >= 'A' && c <= 'F'); });
    if (number.size() != 12 || !hex)
      return Wrong(kRegister, "twelve digits or letters A to F are expected here", begin);
    if (!in.AtEnd()) return Wrong(kRegister, "nothing can follow the number", in.at());
    return Identifier{kRegister, "TAR." + number};
  }
  if (in.TakeWord("TAIS.")) {
    const std::size_t begin = in.at();
    const std::string_view number = in.Digits();
    if (number.empty() || number.size() > 7)
      return Wrong(kRegister, "one to seven digits are expected here", begin);
    if (!in.AtEnd()) return Wrong(kRegister, "nothing can follow the number", in.at());
    return Identifier{kRegister, "TAIS." + std::string(number)};
  }
  (void)in.TakeWord("TAR ");
  const std::size_t begin = in.at();
  const std::string_view year = in.Digits();
  if (year.size() != 4 || !in.Take('-')) return {};
  const std::string_view number = in.Digits();
  if (number.size() != 5 || !in.AtEnd()) return {};
  if (auto problem = YearProblem(year, 2013, limits); !problem.empty())
    return Wrong(kRegister, std::move(problem), begin);
  return Identifier{kRegister, std::string(year) + "-" + std::string(number)};
}

}  // namespace

IdentifierReading ReadLithuania(std::string_view text, const Limits& limits) {
  auto reading = ReadAct(text);
  return std::holds_alternative<std::monostate>(reading) ? ReadRegister(text, limits) : reading;
}

}  // namespace dossier::identifiers
