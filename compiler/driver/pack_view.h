// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "compiler/driver/pack_files.h"
#include "compiler/json/value.h"

namespace dossier::driver {

/// What the tests of one pack came to.
struct PackTally {
  std::size_t tests = 0;
  std::size_t passed = 0;
  std::size_t arms = 0;
  std::size_t reached = 0;

  /// Of the arms, rounded down, so that only all of them are 100.
  [[nodiscard]] std::size_t Percent() const { return arms == 0 ? 100 : reached * 100 / arms; }
};

/// What is said of one pack in the end; `tally` for `pack test` only.
struct PackResult {
  std::string pack;
  bool loaded = false;
  std::optional<PackTally> tally;
  std::size_t errors = 0, warnings = 0, notes = 0;
};

/// One line: "lt/foreigners-law: 40 of 40 tests passed, 88 of 90 arms reached (97 %)", or
/// "lt/foreigners-law: 0 errors, 2 warnings, 1 note".
[[nodiscard]] std::string PackLine(const PackResult& result);

/// The same with every finding.
[[nodiscard]] json::Value PackAsJson(const PackResult& result, const OpenedPack& opened);

/// The whole answer: `format`, `tool`, `packs`.
[[nodiscard]] std::string PacksAsJson(json::Value packs);

}  // namespace dossier::driver
