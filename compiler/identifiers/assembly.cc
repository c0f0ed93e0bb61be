// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr int kFirstSession = 1949;

/// "Resolution 1900 (2012)", "PACE Recommendation 2025 (2013)".
IdentifierReading ReadText(std::string_view text, const Limits& limits) {
  constexpr auto kKind = IdentifierKind::kPaceText;
  Cursor in(text);
  (void)in.TakeWord("PACE ");
  std::string_view word;
  for (const std::string_view known : {"Resolution", "Recommendation", "Opinion"}) {
    if (word.empty() && in.TakeWord(known)) word = known;
  }
  if (word.empty()) return {};
  in.SkipSpaces();
  std::size_t begin = in.at();
  const std::string_view number = in.Digits();
  in.SkipSpaces();
  if (number.empty() || !in.Take('(')) return {};
  if (number.size() > 4 || ToInt(number) == 0)
    return Wrong(kKind, "texts are numbered with one to four digits", begin);
  begin = in.at();
  const std::string_view year = in.Digits();
  if (auto problem = YearProblem(year, kFirstSession, limits); !problem.empty())
    return Wrong(kKind, std::move(problem), begin);
  if (!in.Take(')')) return Wrong(kKind, "the bracket is not closed", in.at());
  if (!in.AtEnd()) return Wrong(kKind, "nothing can follow the year", in.at());
  return Identifier{kKind, std::string(word) + " " + std::string(Unpadded(number)) + " (" +
                               std::string(year) + ")"};
}

/// "Doc. 13011", "PACE Doc. 13011", "PACE file 34167".
IdentifierReading ReadDocument(std::string_view text) {
  Cursor in(text);
  const bool named = in.TakeWord("PACE ");
  auto kind = IdentifierKind::kPaceDocument;
  if (named && in.TakeWord("file")) {
    kind = IdentifierKind::kPaceFile;
  } else if (!in.TakeWord("Doc.")) {
    return {};
  }
  in.SkipSpaces();
  const std::size_t begin = in.at();
  const std::string_view number = in.Digits();
  if (number.empty()) return {};
  if (number.size() > 5 || ToInt(number) == 0)
    return Wrong(kind, "the number has one to five digits", begin);
  if (!in.AtEnd()) return Wrong(kind, "nothing can follow the number", in.at());
  const std::string head = kind == IdentifierKind::kPaceFile ? "PACE file " : "Doc. ";
  return Identifier{kind, head + std::string(Unpadded(number))};
}

}  // namespace

IdentifierReading ReadAssembly(std::string_view text, const Limits& limits) {
  auto reading = ReadText(text, limits);
  return std::holds_alternative<std::monostate>(reading) ? ReadDocument(text) : reading;
}

}  // namespace dossier::identifiers
