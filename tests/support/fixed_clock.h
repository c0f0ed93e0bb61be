// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "compiler/io/clock.h"

namespace dossier::tests {

/// A clock that stands still.
class FixedClock final : public io::Clock {
 public:
  explicit FixedClock(std::int64_t seconds) : seconds_(seconds) {}
  [[nodiscard]] std::int64_t UnixSeconds() const override { return seconds_; }

 private:
  std::int64_t seconds_;
};

}  // namespace dossier::tests
