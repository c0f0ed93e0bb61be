// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/worker/sandbox.h"

namespace dossier::worker {

/// What one task may use (guarantee G10). Processor time is limited like wall time; a worker writes
/// no files, starts no processes and leaves no core dump whatever this says.
struct Limits {
  std::chrono::milliseconds wall{10'000};
  /// Added for every page the task announces, up to `most_pages`.
  std::chrono::milliseconds wall_per_page{500};
  std::int64_t most_pages = 10'000;
  /// Bytes of address space. Sanitizer builds do not limit it.
  std::uint64_t address_space = std::uint64_t{1} << 30;
  /// Bytes of the answer.
  std::uint64_t answer = std::uint64_t{64} << 20;
};

struct Request {
  std::string_view task;  // "inspect", "assemble", ...
  ByteView input;         // all that the worker gets to see
  Limits limits;
};

/// True of builds whose workers cannot be closed: the run time of a sanitizer starts threads.
[[nodiscard]] bool BuiltOpen();

/// From now on workers of this process go on where no sandbox can be had, instead of refusing to look
/// at their input (guarantee G13). The user's own wish, said once.
void AllowOpenWorkers();

enum class Status {
  kAnswered,    // `content` is the answer
  kRefused,     // the task looked at the input and says no; `reason` is its word
  kBroken,      // crash, limit, nonsense; `reason` says which
  kNotStarted,  // the worker program could not be run at all, whatever the input
};

struct Outcome {
  Status status = Status::kNotStarted;
  Bytes content;
  std::string reason;    // one line of harmless text, lower case, no final stop
  std::string messages;  // what the libraries printed, at most 64 KiB; not trusted, not shown
  /// As the worker says; none unless it answered or refused.
  Sandbox sandbox = Sandbox::kNone;
};

/// Runs one task in a process of its own, forked from the `ForkServer` of `program`: without any of
/// the environment (it gets the C locale and one thread) and without any open file but the sealed
/// input and two pipes, so that neither keys nor other exhibits are in its memory (guarantee G9).
/// Whatever that process does comes back as exactly one outcome (G11).
/// Safe to call from several threads.
Outcome Run(const std::string& program, const Request& request);

/// `dossier-worker` beside the running program, never looked up in PATH.
Result<std::string> ProgramPath();

/// The weakest sandbox of all workers of this process that answered or refused so far; nothing when
/// there was none yet.
[[nodiscard]] std::optional<Sandbox> WeakestSandbox();

}  // namespace dossier::worker
