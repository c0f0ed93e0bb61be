// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

/// Heads that nothing but a symbol of the United Nations has.
constexpr std::string_view kUnHeads[] = {"A/HRC/",  "A/RES/", "S/RES/",  "E/C.12/",  "E/CN.4/",
                                         "CCPR/C/", "CAT/C/", "CERD/C/", "CEDAW/C/", "CRC/C/",
                                         "CRPD/C/", "CED/C/", "CMW/C/",  "HRI/",     "CAT/OP/"};

bool IsWordByte(char c) { return IsDigit(c) || IsLetter(c) || (c & 0x80) != 0; }
bool IsTokenByte(char c) {
  return IsDigit(c) || IsLetter(c) ||
         std::string_view(":/._-()%").find(c) != std::string_view::npos;
}

/// What stands without spaces from `at`, without the stops and brackets that close a sentence.
std::string_view TokenAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at <= kMaxIdentifier && IsTokenByte(text[end])) ++end;
  std::string_view token = text.substr(at, end - at);
  for (;;) {
    const bool unopened = token.ends_with(')') && std::count(token.begin(), token.end(), '(') <
                                                      std::count(token.begin(), token.end(), ')');
    if (token.empty() ||
        (!unopened && std::string_view(".:-/_(").find(token.back()) == std::string_view::npos))
      return token;
    token.remove_suffix(1);
  }
}

/// The grammar that a text claims at a place by how it begins there.
using Grammar = IdentifierReading (*)(std::string_view, const Limits&);
Grammar ClaimAt(std::string_view rest) {
  const auto begins = [&](std::string_view head) { return rest.substr(0, head.size()) == head; };
  if (begins("ECLI:")) return &ReadEcli;
  if (std::any_of(std::begin(kUnHeads), std::end(kUnHeads), begins)) return &ReadUnSymbol;
  if (begins("TAR.")) return &ReadLithuania;
  const bool adopted =
      rest.size() > 4 && rest[0] == 'P' && IsDigit(rest[1]) &&
      (rest.substr(2, 3) == "_TA" || (IsDigit(rest[2]) && rest.substr(3, 3) == "_TA"));
  if (adopted || (begins("TA-") && rest.size() > 3 && IsDigit(rest[3]))) return &ReadParliament;
  return nullptr;
}

/// "CELEX 32011L0095", "CELEX: 32011L0095", "application no. 55978/20": the words before count too.
std::string_view NamedAt(std::string_view text, std::size_t at, Grammar& grammar) {
  const std::string_view rest = text.substr(at);
  if (rest.substr(0, 5) == "CELEX") {
    Cursor in(rest);
    (void)in.TakeWord("CELEX");
    (void)in.Take(':');
    in.SkipSpaces();
    if (!IsDigit(in.Peek())) return {};
    grammar = &ReadCelex;
    return rest.substr(0, in.at() + TokenAt(rest, in.at()).size());
  }
  for (const std::string_view head :
       {"application no. ", "Application no. ", "application no.\u00A0", "Application no.\u00A0"}) {
    if (rest.substr(0, head.size()) != head ||
        !IsDigit(rest.substr(head.size(), 1).empty() ? '\0' : rest[head.size()]))
      continue;
    grammar = &ReadStrasbourg;
    return rest.substr(0, head.size() + TokenAt(rest, head.size()).size());
  }
  return {};
}

}  // namespace

std::vector<FoundIdentifier> FindIdentifiers(std::string_view text, const Limits& limits) {
  std::vector<FoundIdentifier> found;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins =
        IsLetter(text[at]) &&
        (at == 0 || (!IsWordByte(text[at - 1]) &&
                     std::string_view("/=%_-.").find(text[at - 1]) == std::string_view::npos));
    if (!begins) {
      ++at;
      continue;
    }
    Grammar grammar = nullptr;
    std::string_view claimed = NamedAt(text, at, grammar);
    if (grammar == nullptr) {
      grammar = ClaimAt(text.substr(at));
      if (grammar != nullptr) claimed = TokenAt(text, at);
    }
    if (grammar == nullptr) {
      while (at < text.size() && IsWordByte(text[at])) ++at;
      continue;
    }
    IdentifierReading reading = grammar(claimed, limits);
    if (!std::holds_alternative<std::monostate>(reading))
      found.push_back({at, at + claimed.size(), std::move(reading)});
    at += std::max<std::size_t>(1, claimed.size());
  }
  return found;
}

}  // namespace dossier::identifiers
