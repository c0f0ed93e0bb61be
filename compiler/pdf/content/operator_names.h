// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::pdf::content {

/// An operator's name as a number, for `switch`; 0 for what is longer than any operator.
constexpr std::uint32_t Pack(std::string_view name) {
  if (name.size() > 3) return 0;
  std::uint32_t packed = 0;
  for (const char c : name) packed = packed << 8 | static_cast<unsigned char>(c);
  return packed;
}

}  // namespace dossier::pdf::content
