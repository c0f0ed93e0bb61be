// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/worker/run.h"

namespace dossier::cli {

/// A limit on what one exhibit may use (guarantee G10) that `--limit NAME=NUMBER` sets.
struct LimitEntry {
  std::string_view name;
  std::string_view unit;
  std::string_view help;
  int most = 0;  // larger numbers are refused
  void (*set)(worker::Limits& limits, int number) = nullptr;
  int (*get)(const worker::Limits& limits) = nullptr;
};

[[nodiscard]] std::span<const LimitEntry> Limits();
[[nodiscard]] const LimitEntry* FindLimit(std::string_view name);

/// The word after `help` that asks for `LimitsText`.
inline constexpr std::string_view kLimitsTopic = "limits";

/// Every limit with what it is when nobody says otherwise, also those that cannot be set.
[[nodiscard]] std::string LimitsText();

}  // namespace dossier::cli
