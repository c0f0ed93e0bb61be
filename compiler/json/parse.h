// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/result.h"
#include "compiler/json/value.h"

namespace dossier::json {

inline constexpr std::size_t kMaxDepth = 64;

/// Reads one JSON text and nothing after it (RFC 8259). Refused, with the byte where it happened:
/// keys that stand twice, nesting deeper than `kMaxDepth`, bytes that are no UTF-8, integers beyond
/// 64 bits.
[[nodiscard]] Result<Value> Parse(std::string_view text);

}  // namespace dossier::json
