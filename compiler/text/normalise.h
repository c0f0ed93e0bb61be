// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::text {

/// Unicode normalisation form C (UAX 15). Bytes that are not UTF-8 become U+FFFD; validate first
/// where that matters. Plain ASCII costs one pass.
[[nodiscard]] std::string ToNfc(std::string_view text);

/// True when `text` is in form C already.
[[nodiscard]] bool IsNfc(std::string_view text);

/// Full case folding in form C, independent of any language (Unicode 3.13, toCasefold).
[[nodiscard]] std::string FoldCase(std::string_view text);

/// The first letter as at the beginning of a sentence (simple title case), the rest as it is.
[[nodiscard]] std::string CapitaliseFirst(std::string_view text);

/// Runs of white space (Unicode White_Space) as one space each, none at the ends.
[[nodiscard]] std::string CollapseSpaces(std::string_view text);

}  // namespace dossier::text
