// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/identifier.h"

#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {

std::string_view ToString(IdentifierKind kind) {
  switch (kind) {
    case IdentifierKind::kEcli:
      return "an ECLI";
    case IdentifierKind::kCelex:
      return "a CELEX number";
    case IdentifierKind::kEli:
      return "an ELI";
    case IdentifierKind::kUnSymbol:
      return "a UN document symbol";
    case IdentifierKind::kApplication:
      return "an application to the European Court of Human Rights";
    case IdentifierKind::kHudocItem:
      return "an item of HUDOC";
    case IdentifierKind::kEpText:
      return "a text adopted by the European Parliament";
    case IdentifierKind::kEpProcedure:
      return "a procedure of the European Parliament";
    case IdentifierKind::kPaceText:
      return "a text of the Parliamentary Assembly";
    case IdentifierKind::kPaceDocument:
      return "a document of the Parliamentary Assembly";
    case IdentifierKind::kPaceFile:
      return "a file of the Parliamentary Assembly";
    case IdentifierKind::kLithuanianAct:
      return "the number of a Lithuanian act";
    case IdentifierKind::kLithuanianRegister:
      return "a number of the Lithuanian register of acts";
  }
  return "an identifier";
}

IdentifierReading ParseIdentifier(std::string_view text, const Limits& limits) {
  if (text.empty() || text.size() > kMaxIdentifier) return {};
  // The order parts what two grammars could read: an opinion of the working group is no text of
  // PACE.
  for (auto* read : {&ReadEcli, &ReadOpinion, &ReadParliament, &ReadEli, &ReadUnSymbol,
                     &ReadStrasbourg, &ReadAssembly, &ReadLithuania, &ReadCelex}) {
    auto reading = read(text, limits);
    if (!std::holds_alternative<std::monostate>(reading)) return reading;
  }
  return {};
}

}  // namespace dossier::identifiers
