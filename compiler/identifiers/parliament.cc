// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kText = IdentifierKind::kEpText;
constexpr auto kProcedure = IdentifierKind::kEpProcedure;

/// A term of office of five years; the first begins in 1979. At the turn both years have texts of
/// it.
std::string TermProblem(std::string_view term, std::string_view year, const Limits& limits) {
  const int number = ToInt(term);
  const int from = 1979 + (number - 1) * 5;
  const int when = ToInt(year);
  if (auto problem = YearProblem(year, 1979, limits); !problem.empty()) return problem;
  if (when >= from && when <= from + 5) return {};
  return "term " + std::string(term) + " sat from " + std::to_string(from) + " to " +
         std::to_string(from + 5);
}

IdentifierReading Text(std::string_view term, std::string_view year, std::size_t year_at,
                       std::string_view number, std::size_t number_at, const Limits& limits) {
  if (term.empty() || term.size() > 2 || ToInt(term) < 1)
    return Wrong(kText, "the number of the term is expected here", 1);
  if (auto problem = TermProblem(term, year, limits); !problem.empty())
    return Wrong(kText, std::move(problem), year_at);
  if (number.size() != 4 || ToInt(number) == 0)
    return Wrong(kText, "the number of the text has four digits", number_at);
  return Identifier{kText, "P" + std::string(Unpadded(term)) + "_TA(" + std::string(year) + ")" +
                               std::string(number)};
}

/// "P9_TA(2021)0056", "P9_TA-PROV(2021)0056".
IdentifierReading ReadAdopted(std::string_view text, const Limits& limits) {
  Cursor in(text);
  if (!in.TakeWord("P")) return {};
  const std::string_view term = in.Digits();
  (void)(in.Take('_') || in.Take('-'));
  if (!in.TakeWord("TA")) return {};
  (void)(in.TakeWord("-PROV") || in.TakeWord("_PROV"));
  if (!in.Take('('))
    return term.empty() ? IdentifierReading{}
                        : Wrong(kText, "the year follows in brackets", in.at());
  const std::size_t year_at = in.at();
  const std::string_view year = in.Digits();
  if (!in.Take(')')) return Wrong(kText, "the bracket is not closed", in.at());
  const std::size_t number_at = in.at();
  const std::string_view number = in.Digits();
  if (!in.AtEnd()) return Wrong(kText, "nothing can follow the number", in.at());
  return Text(term, year, year_at, number, number_at, limits);
}

/// "TA-9-2021-0056", "TA-9-2021-0056_EN".
IdentifierReading ReadFile(std::string_view text, const Limits& limits) {
  Cursor in(text);
  if (!in.TakeWord("TA-")) return {};
  const std::string_view term = in.Digits();
  if (term.empty() || !in.Take('-')) return {};
  const std::size_t year_at = in.at();
  const std::string_view year = in.Digits();
  if (!in.Take('-')) return Wrong(kText, "a hyphen and the number are expected here", in.at());
  const std::size_t number_at = in.at();
  const std::string_view number = in.Digits();
  if (in.Take('_') && in.Letters().size() != 2)
    return Wrong(kText, "the ending is a language of two letters", in.at());
  if (!in.AtEnd()) return Wrong(kText, "nothing can follow the number", in.at());
  return Text(term, year, year_at, number, number_at, limits);
}

/// "2019/2610(RSP)".
IdentifierReading ReadProcedure(std::string_view text, const Limits& limits) {
  constexpr std::string_view kTypes[] = {"ACI", "APP", "AVC", "BUD", "BUI", "CNS", "COD", "COS",
                                         "DCE", "DEA", "DEC", "GBD", "IMM", "INI", "INL", "INS",
                                         "NLE", "REG", "RPS", "RSO", "RSP", "SYN"};
  Cursor in(text);
  const std::string_view year = in.Digits();
  if (year.size() != 4 || !in.Take('/')) return {};
  const std::size_t number_at = in.at();
  const std::string_view number = in.Digits();
  const std::string letter(Upper(in.Peek()) >= 'A' && Upper(in.Peek()) <= 'Z' ? 1 : 0,
                           Upper(in.Peek()));
  if (!letter.empty()) (void)in.Take(in.Peek());
  in.SkipSpaces();
  if (!in.Take('(')) return {};
  const std::size_t type_at = in.at();
  const std::string type = Upper(in.Letters());
  if (type.size() != 3 || !in.Take(')') || !in.AtEnd()) return {};
  if (std::find(std::begin(kTypes), std::end(kTypes), type) == std::end(kTypes)) {
    return Wrong(kProcedure, "the European Parliament has no procedure \"" + type + "\"", type_at);
  }
  if (auto problem = YearProblem(year, 1979, limits); !problem.empty())
    return Wrong(kProcedure, std::move(problem), 0);
  if (number.size() != 4)
    return Wrong(kProcedure, "the number of the procedure has four digits", number_at);
  return Identifier{kProcedure,
                    std::string(year) + "/" + std::string(number) + letter + "(" + type + ")"};
}

}  // namespace

IdentifierReading ReadParliament(std::string_view text, const Limits& limits) {
  for (auto* read : {&ReadAdopted, &ReadFile, &ReadProcedure}) {
    auto reading = read(text, limits);
    if (!std::holds_alternative<std::monostate>(reading)) return reading;
  }
  return {};
}

}  // namespace dossier::identifiers
