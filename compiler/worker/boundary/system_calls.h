// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dossier::worker {

/// Whether files can still be opened, for reading only, once the system calls are filtered.
enum class Opens { kRefused, kForReading };

/// Leaves this process the system calls that the tasks need: memory, the descriptors that it has,
/// clocks, its own signals. Everything else fails with EPERM: sockets, processes and threads, other
/// programs, ptrace, writable or created files, memory both writable and executable. A refusal, not
/// an end of the process, because libraries ask for what they can do without. False when seccomp is
/// not permitted here; then nothing is filtered.
[[nodiscard]] bool FilterSystemCalls(Opens opens);

}  // namespace dossier::worker
