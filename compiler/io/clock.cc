// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/clock.h"

#include <chrono>

namespace dossier::io {

std::int64_t SystemClock::UnixSeconds() const {
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

Day Today(const Clock& clock) {
  constexpr std::int64_t kSecondsADay = 86'400;
  const std::int64_t seconds = clock.UnixSeconds();
  std::int64_t day = seconds / kSecondsADay;
  if (seconds % kSecondsADay < 0) --day;
  return FromDayNumber(day);
}

}  // namespace dossier::io
