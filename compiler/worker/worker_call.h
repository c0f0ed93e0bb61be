// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/foundation/result.h"

namespace dossier::worker {

/// What a worker is told besides its input.
struct WorkerCall {
  std::string task;
  std::uint64_t address_space = 0;  // bytes; 0: no limit
  std::int64_t cpu_seconds = 0;     // of processor time
  std::int64_t milliseconds_per_page = 0;
  bool may_stay_open = false;  // it may work where no sandbox can be had
};

/// The word on the command line of a worker program. A person who starts one is refused.
inline constexpr std::string_view kServeWord = "serve";

/// A call is one message on the program's socket (descriptor 0), with these descriptors in this
/// order. The lease is the end of a pipe over which one `Ending` comes back; when the caller closes the
/// other end, the worker is killed.
enum CallDescriptor : std::size_t { kLease, kInput, kMessages, kAnswer, kCallDescriptors };

/// Longest message.
inline constexpr std::size_t kMostCallBytes = 4096;

/// The words of a call as one message.
[[nodiscard]] std::string WriteCall(const WorkerCall& call);
/// The opposite; fails on what `WriteCall` does not write.
[[nodiscard]] Result<WorkerCall> ReadCall(std::string_view message);

/// How a worker came to its end: what `waitpid` says of it, or why there never was one. Five bytes,
/// little-endian.
struct Ending {
  bool started = false;
  std::int32_t value = 0;  // status of `waitpid`, or `errno` of `fork`

  static constexpr std::size_t kSize = 5;
  [[nodiscard]] std::array<char, kSize> Write() const;
  [[nodiscard]] static Ending Read(const std::array<char, kSize>& bytes);
};

}  // namespace dossier::worker
