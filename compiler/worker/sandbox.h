// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier::worker {

/// What stands between a worker and the machine besides the process boundary and its limits, as the
/// worker found it when it tried. On the wire, and in this order: weaker before stronger.
enum class Sandbox : std::uint8_t {
  kNone = 0,     // nothing could be installed, or the build is a sanitizer's
  kPartial = 1,  // system calls are filtered or files are closed, not both
  kFull = 2,     // Landlock closes the files, seccomp filters the system calls
};

/// Exit code of a worker that could not be closed and was not told to go on all the same. It has not
/// looked at its input (guarantee G13).
inline constexpr int kNotClosed = 3;

/// "none", "partial" or "full", as `environment.sandbox` of the report says it.
[[nodiscard]] std::string_view ToString(Sandbox sandbox);

}  // namespace dossier::worker
