// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/identifiers/identifier.h"

/// One grammar a family. Each answers nothing unless the text is meant as one of its kind.
namespace dossier::identifiers {

[[nodiscard]] IdentifierReading ReadEcli(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadCelex(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadEli(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadUnSymbol(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadOpinion(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadStrasbourg(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadParliament(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadAssembly(std::string_view text, const Limits& limits);
[[nodiscard]] IdentifierReading ReadLithuania(std::string_view text, const Limits& limits);

}  // namespace dossier::identifiers
