// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/case_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace dossier::io {
namespace {

constexpr std::size_t kMostEntries = 100'000;
constexpr int kDeepest = 64;

// O_NONBLOCK: a FIFO must not hold us before we know that it is one.
constexpr int kReadFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

ReadError Error(ReadErrorKind kind, std::string reason) {
  return ReadError{.kind = kind, .reason = std::move(reason), .size = 0};
}

/// For kernels and containers that refuse `openat2`: each component opened without following.
int OpenByComponents(int root, std::string_view path) {
  Descriptor folder;
  int at = root;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string component(path.substr(0, slash));
    if (slash == std::string_view::npos) return ::openat(at, component.c_str(), kReadFlags);
    const int next = ::openat(at, component.c_str(), O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (next < 0) {
      struct stat status {};
      if (errno == ENOTDIR && ::fstatat(at, component.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
          S_ISLNK(status.st_mode)) {
        errno = ELOOP;
      }
      return -1;
    }
    folder = Descriptor(next);
    at = folder.number();
    path.remove_prefix(slash + 1);
  }
}

int OpenBeneath(int root, std::string_view path) {
  struct open_how how {};
  how.flags = static_cast<std::uint64_t>(kReadFlags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  const std::string terminated(path);
  // EAGAIN: the kernel could not rule out a racing rename; it asks to try again.
  for (int attempt = 0; attempt < 8; ++attempt) {
    const long opened = ::syscall(SYS_openat2, root, terminated.c_str(), &how, sizeof how);
    if (opened >= 0) return static_cast<int>(opened);
    if (errno != EAGAIN && errno != EINTR) break;
  }
  if (errno == ENOSYS || errno == EPERM) return OpenByComponents(root, path);
  return -1;
}

ReadError OpenError(int error_number) {
  switch (error_number) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
      return Error(ReadErrorKind::kMissing, "there is no such file");
    case ELOOP:
    case EXDEV:
      return Error(ReadErrorKind::kEscapes, "a symbolic link is not followed");
    case ENXIO:
    case ENODEV:
    case EOPNOTSUPP:
      return Error(ReadErrorKind::kNotRegular, "it is not a regular file");
    default:
      return Error(ReadErrorKind::kUnreadable, ErrorText(error_number));
  }
}

ReadResult ReadOpened(int descriptor, std::uint64_t max_bytes, std::uint64_t size_on_disk) {
  const auto too_large = [&](std::uint64_t size) {
    return ReadError{.kind = ReadErrorKind::kTooLarge,
                     .reason = "it is too large: " + std::to_string(size) + " bytes, at most " +
                               std::to_string(max_bytes) + " are read",
                     .size = size};
  };
  if (size_on_disk > max_bytes) return too_large(size_on_disk);
  Bytes bytes;
  bytes.resize(static_cast<std::size_t>(size_on_disk));
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) {
      // The end by `fstat` is not the end by `read` when the file grows meanwhile.
      char probe = 0;
      const ssize_t more = ::read(descriptor, &probe, 1);
      if (more < 0 && errno == EINTR) continue;
      if (more < 0) return Error(ReadErrorKind::kUnreadable, ErrorText(errno));
      if (more > 0) return Error(ReadErrorKind::kUnreadable, "it changed while it was read");
      return bytes;
    }
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Error(ReadErrorKind::kUnreadable, ErrorText(errno));
    if (got == 0) return Error(ReadErrorKind::kUnreadable, "it changed while it was read");
    filled += static_cast<std::size_t>(got);
  }
}

class Walk {
 public:
  Result<std::vector<Entry>> Run(int root) {
    Descriptor copy(::openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!copy.open()) return Failure{"cannot list the folder: " + ErrorText(errno)};
    if (!Enter(std::move(copy), "", 0)) {
      return Failure{"the folder holds more than " + std::to_string(kMostEntries) + " files"};
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.path < b.path; });
    return std::move(entries_);
  }

 private:
  /// False when there are too many entries.
  bool Enter(Descriptor folder, const std::string& prefix, int depth) {
    const int number = folder.number();
    const std::unique_ptr<DIR, int (*)(DIR*)> stream(
        ::fdopendir(::fcntl(number, F_DUPFD_CLOEXEC, 3)), ::closedir);
    if (!stream) return Close(prefix, ErrorText(errno));
    while (const dirent* item = ::readdir(stream.get())) {
      const std::string name = item->d_name;
      if (name == "." || name == "..") continue;
      if (!Visit(number, name, prefix.empty() ? name : prefix + "/" + name, depth)) return false;
    }
    return true;
  }

  bool Visit(int folder, const std::string& name, const std::string& path, int depth) {
    struct stat status {};
    if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      return errno == ENOENT || Add({.path = path, .kind = EntryKind::kSpecial});
    }
    if (S_ISREG(status.st_mode)) {
      return Add({.path = path, .size = static_cast<std::uint64_t>(status.st_size)});
    }
    if (S_ISLNK(status.st_mode)) return Add({.path = path, .kind = EntryKind::kSymlink});
    if (!S_ISDIR(status.st_mode)) return Add({.path = path, .kind = EntryKind::kSpecial});
    if (name == ".git") return Close(path, "it belongs to version control");
    if (depth >= kDeepest) return Close(path, "it is nested too deep");
    Descriptor inner(
        ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!inner.open()) return Close(path, ErrorText(errno));
    return Enter(std::move(inner), path, depth + 1);
  }

  bool Close(const std::string& path, std::string reason) {
    return Add({.path = path, .kind = EntryKind::kClosedFolder, .reason = std::move(reason)});
  }

  bool Add(Entry entry) {
    entries_.push_back(std::move(entry));
    return entries_.size() <= kMostEntries;
  }

  std::vector<Entry> entries_;
};

}  // namespace

Result<CaseFolder> CaseFolder::Open(const std::string& path) {
  Descriptor root(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root.open()) return Failure{ErrorText(errno)};
  return CaseFolder(std::move(root));
}

Result<std::vector<Entry>> CaseFolder::List() const { return Walk().Run(root_.number()); }

ReadResult CaseFolder::Read(std::string_view path, std::uint64_t max_bytes) const {
  if (!IsPlainRelativePath(path)) {
    return Error(ReadErrorKind::kEscapes, "the path is not a plain path inside the folder");
  }
  const Descriptor file(OpenBeneath(root_.number(), path));
  if (!file.open()) return OpenError(errno);
  struct stat status {};
  struct stat root_status {};
  if (::fstat(file.number(), &status) != 0 || ::fstat(root_.number(), &root_status) != 0) {
    return Error(ReadErrorKind::kUnreadable, ErrorText(errno));
  }
  if (!S_ISREG(status.st_mode)) {
    return Error(ReadErrorKind::kNotRegular, "it is not a regular file");
  }
  if (status.st_nlink > 1 && status.st_uid != root_status.st_uid) {
    return Error(ReadErrorKind::kNotRegular, "it is a hard link to a file of another user");
  }
  return ReadOpened(file.number(), max_bytes, static_cast<std::uint64_t>(status.st_size));
}

ReadResult ReadNamedFile(const std::string& path, std::uint64_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!file.open()) return OpenError(errno);
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) {
    return Error(ReadErrorKind::kUnreadable, ErrorText(errno));
  }
  if (!S_ISREG(status.st_mode)) {
    return Error(ReadErrorKind::kNotRegular, "it is not a regular file");
  }
  return ReadOpened(file.number(), max_bytes, static_cast<std::uint64_t>(status.st_size));
}

}  // namespace dossier::io
