// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {

/// "Opinion No. 67/2018": since 2012 the symbol of the document follows from the number.
IdentifierReading ReadOpinion(std::string_view text, const Limits& limits) {
  Cursor in(text);
  for (const std::string_view word : {"UN ", "WGAD ", "UNWGAD "}) (void)in.TakeWord(word);
  if (!in.TakeWord("Opinion")) return {};
  in.SkipSpaces();
  for (const std::string_view word : {"No.", "Nr.", "No", "№"}) {
    if (in.TakeWord(word)) break;
  }
  in.SkipSpaces();
  std::size_t begin = in.at();
  const std::string_view number = in.Digits();
  if (number.empty()) return {};
  if (number.size() > 3 || ToInt(number) == 0)
    return Wrong(IdentifierKind::kUnSymbol, "opinions are numbered from 1 each year", begin);
  if (!in.Take('/'))
    return Wrong(IdentifierKind::kUnSymbol, "a stroke and the year are expected here", in.at());
  begin = in.at();
  const std::string_view year = in.Digits();
  if (auto problem = YearProblem(year, 1992, limits); !problem.empty())
    return Wrong(IdentifierKind::kUnSymbol, std::move(problem), begin);
  if (!in.AtEnd()) return Wrong(IdentifierKind::kUnSymbol, "nothing can follow the year", in.at());
  if (ToInt(year) < 2012)
    return Identifier{IdentifierKind::kUnSymbol,
                      "Opinion No. " + std::string(Unpadded(number)) + "/" + std::string(year)};
  return Identifier{IdentifierKind::kUnSymbol,
                    "A/HRC/WGAD/" + std::string(year) + "/" + std::string(Unpadded(number))};
}

}  // namespace dossier::identifiers
