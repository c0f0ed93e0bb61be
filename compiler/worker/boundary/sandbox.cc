// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/sandbox.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <iconv.h>
#include <linux/capability.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "compiler/io/descriptor.h"
#include "compiler/worker/boundary/landlock.h"
#include "compiler/worker/boundary/system_calls.h"

namespace dossier::worker {
namespace {

/// Where glibc keeps its conversion tables: beside itself. The folder is compiled into glibc and
/// cannot be asked for.
std::string ConversionTables() {
  Dl_info library{};
  const auto* address = reinterpret_cast<const void*>(&::iconv_open);
  if (::dladdr(address, &library) == 0 || library.dli_fname == nullptr) return {};
  const std::unique_ptr<char, void (*)(void*)> path(::realpath(library.dli_fname, nullptr),
                                                    &std::free);
  if (path == nullptr) return {};
  const std::string name = path.get();
  return name.substr(0, name.rfind('/')) + "/gconv";
}

/// All that the libraries read while they work: glibc's and poppler's tables for characters, and
/// the time zone, in which poppler shows dates. Nothing that belongs to a user.
std::vector<std::string> ReadablePaths() {
  return {ConversionTables(), "/usr/share/poppler", "/etc/localtime", "/usr/share/zoneinfo"};
}

/// For a process that will not open anything: the time zone, and the character sets that occur in
/// what people hand in. The handles stay open, so the tables stay loaded.
void LoadTables() {
  ::tzset();
  constexpr std::array kCharacterSets{
      "UTF-16",       "UTF-16BE",     "UTF-16LE",     "UTF-32",       "ISO-8859-1",   "ISO-8859-2",
      "ISO-8859-4",   "ISO-8859-5",   "ISO-8859-9",   "ISO-8859-10",  "ISO-8859-13",  "ISO-8859-15",
      "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1254", "WINDOWS-1257", "KOI8-R",
      "KOI8-U",       "CP775",        "CP866"};
  for (const char* name : kCharacterSets) {
    static_cast<void>(::iconv_open("UTF-8", name));
    static_cast<void>(::iconv_open(name, "UTF-8"));
  }
}

#ifdef __SANITIZE_ADDRESS__
constexpr bool kSanitizer = true;
#else
constexpr bool kSanitizer = false;
#endif

bool FilesAreClosed() {
  const io::Descriptor root(::open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return !root.open() && (errno == EACCES || errno == EPERM);
}

/// `getppid` never fails, unless a filter answers in its place; nothing here needs it.
bool CallsAreFiltered() { return ::syscall(SYS_getppid) == -1 && errno == EPERM; }

}  // namespace

Sandbox CloseSandbox(std::span<const std::string_view> also_readable) {
  if (kSanitizer) return Sandbox::kNone;
  std::vector<std::string> readable = ReadablePaths();
  readable.insert(readable.end(), also_readable.begin(), also_readable.end());
  const bool files = CloseFiles(readable);
  if (!files) LoadTables();
  const bool calls = FilterSystemCalls(files ? Opens::kForReading : Opens::kRefused);
  const bool files_hold = files && FilesAreClosed();
  const bool calls_hold = calls && CallsAreFiltered();
  if (files_hold && calls_hold) return Sandbox::kFull;
  return files_hold || calls_hold ? Sandbox::kPartial : Sandbox::kNone;
}

void DropCapabilities() {
  __user_cap_header_struct header{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
  const std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> nothing{};
  static_cast<void>(::syscall(SYS_capset, &header, nothing.data()));
}

}  // namespace dossier::worker
