// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace dossier::worker {

/// Closes the file system for this process, but for reading what lies at or below `readable`; from
/// ABI 4 on also TCP, from ABI 6 on also abstract sockets and signals (Linux,
/// Documentation/userspace-api/landlock.rst). Paths that do not exist are passed over. False when
/// the kernel lacks Landlock or it is not permitted here; then nothing is closed.
[[nodiscard]] bool CloseFiles(std::span<const std::string> readable);

}  // namespace dossier::worker
