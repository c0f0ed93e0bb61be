// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/landlock.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

#include "compiler/io/descriptor.h"

namespace dossier::worker {
namespace {

// The kernel's header of Debian 12 ends with ABI 2, the kernels it runs on do not.
constexpr std::uint64_t kFilesOfAbi1 = (std::uint64_t{1} << 13) - 1;
constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;           // ABI 2
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14;        // ABI 3
constexpr std::uint64_t kDeviceControls = std::uint64_t{1} << 15;  // ABI 5
constexpr std::uint64_t kTcp = 3;                                  // ABI 4: bind, connect
constexpr std::uint64_t kScopes = 3;                               // ABI 6: sockets, signals

struct Ruleset {
  std::uint64_t files = kFilesOfAbi1;
  std::uint64_t network = 0;
  std::uint64_t scopes = 0;
};

/// What this kernel can refuse, and how much of the structure it knows.
std::size_t FillFor(long abi, Ruleset& rules) {
  if (abi >= 2) rules.files |= kRefer;
  if (abi >= 3) rules.files |= kTruncate;
  if (abi >= 4) rules.network = kTcp;
  if (abi >= 5) rules.files |= kDeviceControls;
  if (abi >= 6) rules.scopes = kScopes;
  if (abi < 4) return sizeof(std::uint64_t);
  return abi < 6 ? 2 * sizeof(std::uint64_t) : sizeof(Ruleset);
}

bool Allow(int ruleset, const std::string& path) {
  const io::Descriptor place(::open(path.c_str(), O_PATH | O_CLOEXEC));
  if (!place.open()) return true;
  struct stat status {};
  if (::fstat(place.number(), &status) != 0) return false;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
  if (S_ISDIR(status.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  rule.parent_fd = place.number();
  return ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
}

}  // namespace

bool CloseFiles(std::span<const std::string> readable) {
  const long abi =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return false;
  Ruleset rules;
  const std::size_t size = FillFor(abi, rules);
  const io::Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, size, 0)));
  if (!ruleset.open()) return false;
  for (const std::string& path : readable) {
    if (!Allow(ruleset.number(), path)) return false;
  }
  return ::syscall(SYS_landlock_restrict_self, ruleset.number(), 0) == 0;
}

}  // namespace dossier::worker
