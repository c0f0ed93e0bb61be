// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/pdf/content/characters.h"

namespace dossier::pdf::content {

/// How the bytes of a string make up codes.
struct CodeSpace {
  /// Bytes of a code by its first byte; 0 where the table says nothing.
  std::uint8_t length[256] = {};
  bool known = false;

  /// At least 1, at most what is left.
  [[nodiscard]] std::size_t LengthAt(std::string_view bytes, std::size_t fallback) const;
};

/// What a CMap says (ISO 32000-1:2008, 9.7.5 and 9.10.3; Adobe Technical Note 5014). Codes above
/// 0xFFFF are left out.
struct CMap {
  CodeSpace space;
  /// By code; 0 where nothing is said.
  std::vector<Character> characters;  // bfchar, bfrange
  std::vector<std::uint16_t> cids;    // cidchar, cidrange
};

/// Total: reads what it understands. Characters of several letters go to `sequences`. Takes at most
/// a million steps, whatever the ranges claim.
[[nodiscard]] CMap ReadCMap(std::string_view data, Sequences& sequences);

}  // namespace dossier::pdf::content
