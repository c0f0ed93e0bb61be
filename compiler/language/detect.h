// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::language {

/// Bytes of a text that are looked at, half at its beginning and half in its middle, where a second
/// language would begin: more change the answer no more.
inline constexpr std::size_t kMostLooked = 800;

/// The language of a text as a BCP 47 tag ("lt", "ru", "kk", "zh-Hant"), by compact_lang_det; empty
/// where the text is too short (under 60 letters), mixed, in no language or in one that is not
/// known. A guess of statistics, never a fact: it asks a person to look. Needs UTF-8; total.
[[nodiscard]] std::string LanguageOf(std::string_view text);

}  // namespace dossier::language
