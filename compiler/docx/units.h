// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "compiler/foundation/length.h"

namespace dossier::docx {

/// A length in twentieths of a point, the unit of the page and of indents (ECMA-376-1, 17.18.87).
[[nodiscard]] inline std::int64_t Twips(Length length) {
  return (length.raw() + (length < Length() ? -25 : 25)) / 50;
}
[[nodiscard]] inline std::string TwipsText(Length length) { return std::to_string(Twips(length)); }

/// In English Metric Units, the unit of drawings: 12,700 in a point (ECMA-376-1, 20.1.10.16).
[[nodiscard]] inline std::string EmuText(Length length) {
  return std::to_string(length.raw() * 127 / 10);
}

}  // namespace dossier::docx
