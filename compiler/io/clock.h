// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "compiler/foundation/date.h"

namespace dossier::io {

/// The time of day. Only `--today now` and the `/M` entry of a signature ask for it.
class Clock {
 public:
  virtual ~Clock() = default;
  /// Seconds since 1970-01-01T00:00:00Z.
  [[nodiscard]] virtual std::int64_t UnixSeconds() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] std::int64_t UnixSeconds() const override;
};

/// The day in UTC, so that the time zone of the machine decides nothing.
[[nodiscard]] Day Today(const Clock& clock);

}  // namespace dossier::io
