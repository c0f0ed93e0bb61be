// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "compiler/diagnostics/finding.h"

namespace dossier::yaml {

/// What is known when yaml-cpp gives up.
struct SyntaxError {
  std::string_view source = {};
  std::uint32_t file = 0;
  std::string_view message = {};                      // of yaml-cpp
  std::size_t at = 0;                                 // where it gave up
  std::size_t read_until = 0;                         // end of the last value that was read
  std::optional<std::size_t> innermost_bracket = {};  // opening bracket or brace, not closed yet
};

/// Says in words of a person what is wrong and what to change: D0006, D0009, D0010 or D0011.
///
/// yaml-cpp reports what its grammar wanted ("end of map not found"); the cause is guessed from the
/// message and from the line.
[[nodiscard]] diagnostics::Finding Explain(const SyntaxError& error);

}  // namespace dossier::yaml
