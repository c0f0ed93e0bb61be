// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Letters of one script that look like letters of another: "а" (Cyrillic) in "Аlmaty". They are
/// told, never folded (rule N15).
namespace dossier::quote {

/// The text with Cyrillic and Greek letters that look like Latin ones as Latin ones.
[[nodiscard]] std::string WithoutLookAlikes(std::string_view text);

/// True of words that differ and look the same.
[[nodiscard]] bool LookAlike(std::string_view one, std::string_view other);

/// The first word of a text in which Latin and Cyrillic letters stand side by side.
[[nodiscard]] std::optional<std::string> MixedWord(std::string_view text);

}  // namespace dossier::quote
