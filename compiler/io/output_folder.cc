// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/output_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>

#include "compiler/io/file_system.h"

namespace dossier::io {
namespace {

constexpr std::string_view kTemporaryPrefix = ".dossier-";
constexpr std::string_view kTemporarySuffix = ".part";
constexpr const char* kLockName = ".dossier-lock";

bool IsTemporary(std::string_view name) {
  return name.size() > kTemporaryPrefix.size() + kTemporarySuffix.size() &&
         name.substr(0, kTemporaryPrefix.size()) == kTemporaryPrefix &&
         name.substr(name.size() - kTemporarySuffix.size()) == kTemporarySuffix;
}

std::string NextTemporaryName() {
  static std::atomic<unsigned> counter{0};
  return std::string(kTemporaryPrefix) + std::to_string(::getpid()) + "-" +
         std::to_string(counter.fetch_add(1)) + std::string(kTemporarySuffix);
}

/// A writer holds a lock on its temporary file, so one that can be locked belongs to a dead run.
void RemoveLeftovers(int folder) {
  const int copy = ::openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (copy < 0) return;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(copy), ::closedir);
  if (!stream) {
    ::close(copy);
    return;
  }
  while (const dirent* item = ::readdir(stream.get())) {
    if (!IsTemporary(item->d_name)) continue;
    const Descriptor file(
        ::openat(folder, item->d_name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file.open() || ::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    if (::flock(file.number(), LOCK_EX | LOCK_NB) == 0) ::unlinkat(folder, item->d_name, 0);
  }
}

/// One file on its way from the temporary to the final name.
class Pending {
 public:
  Pending(int folder, std::string folder_path, std::string name)
      : folder_(folder), folder_path_(std::move(folder_path)), name_(std::move(name)) {}
  Pending(Pending&& other) noexcept
      : folder_(other.folder_),
        folder_path_(std::move(other.folder_path_)),
        name_(std::move(other.name_)),
        temporary_(std::exchange(other.temporary_, {})),
        file_(std::move(other.file_)),
        state_(other.state_) {}
  Pending& operator=(Pending&&) = delete;
  ~Pending() {
    if (!temporary_.empty()) ::unlinkat(folder_, temporary_.c_str(), 0);
  }

  Result<Done> Write(ByteView bytes) {
    if (!IsPlainRelativePath(name_) || name_.find('/') != std::string::npos) {
      return Failure{"\"" + name_ + "\" is not a file name"};
    }
    struct stat status {};
    if (::fstatat(folder_, name_.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
        !S_ISREG(status.st_mode) && !S_ISLNK(status.st_mode)) {
      return Fail("there is something that is not a regular file");
    }
    if (const int error = Create(); error != 0) return Fail(ErrorText(error));
    if (const int error = WriteFully(file_.number(), bytes); error != 0) {
      return Fail(ErrorText(error));
    }
    if (::fsync(file_.number()) != 0) return Fail(ErrorText(errno));
    // What the disk says it holds is what we meant to write.
    if (::fstat(file_.number(), &status) != 0 ||
        static_cast<std::size_t>(status.st_size) != bytes.size()) {
      return Fail("the file is not as long as what was written");
    }
    return Done{};
  }

  /// Swaps with the old file where there is one, so that `TakeBack` can restore it.
  Result<Done> Rename() {
    const char* from = temporary_.c_str();
    const char* to = name_.c_str();
    if (::renameat2(folder_, from, folder_, to, RENAME_EXCHANGE) == 0) {
      state_ = State::kExchanged;
      return Done{};
    }
    const bool there_was_none = errno == ENOENT;
    if (::renameat(folder_, from, folder_, to) != 0) return Fail(ErrorText(errno));
    // A file system that cannot exchange (NFS, vfat) has lost the old file here; then the new one,
    // which is whole, is better than none.
    state_ = there_was_none ? State::kCreated : State::kReplaced;
    return Done{};
  }

  void TakeBack() {
    if (state_ == State::kExchanged) {
      ::renameat2(folder_, temporary_.c_str(), folder_, name_.c_str(), RENAME_EXCHANGE);
    } else if (state_ == State::kCreated) {
      ::unlinkat(folder_, name_.c_str(), 0);
      temporary_.clear();
    } else if (state_ == State::kReplaced) {
      temporary_.clear();
    }
    state_ = State::kTemporary;
  }

  /// The temporary name holds the old file now, or nothing.
  void Settle() {
    if (state_ == State::kExchanged) ::unlinkat(folder_, temporary_.c_str(), 0);
    temporary_.clear();
  }

 private:
  enum class State { kTemporary, kExchanged, kCreated, kReplaced };

  int Create() {
    for (int attempt = 0; attempt < 1000; ++attempt) {
      std::string candidate = NextTemporaryName();
      Descriptor file(::openat(folder_, candidate.c_str(),
                               O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
      if (!file.open()) {
        if (errno == EEXIST) continue;
        return errno;
      }
      // The umask may have taken more away than 0600 says.
      if (::fchmod(file.number(), 0600) != 0) {
        const int error = errno;
        ::unlinkat(folder_, candidate.c_str(), 0);
        return error;
      }
      static_cast<void>(::flock(file.number(), LOCK_EX | LOCK_NB));
      struct stat status {};
      // Another run may have taken it for a leftover before the lock was on it.
      if (::fstat(file.number(), &status) == 0 && status.st_nlink == 0) continue;
      temporary_ = std::move(candidate);
      file_ = std::move(file);
      return 0;
    }
    return EEXIST;
  }

  [[nodiscard]] Failure Fail(const std::string& cause) const {
    return Failure{folder_path_ + "/" + name_ + ": " + cause};
  }

  int folder_;
  std::string folder_path_;
  std::string name_;
  std::string temporary_;
  Descriptor file_;
  State state_ = State::kTemporary;
};

Result<Done> WriteSet(int folder, const std::string& path, const std::vector<OutputFile>& files) {
  RemoveLeftovers(folder);
  std::vector<Pending> pending;
  pending.reserve(files.size());
  for (const OutputFile& file : files) {
    pending.emplace_back(folder, path, file.name);
    if (auto written = pending.back().Write(file.bytes); !written) return written.failure();
  }
  for (std::size_t i = 0; i < pending.size(); ++i) {
    auto renamed = pending[i].Rename();
    if (renamed) continue;
    while (i > 0) pending[--i].TakeBack();
    return renamed.failure();
  }
  if (::fsync(folder) != 0) {
    const int error = errno;
    for (std::size_t i = pending.size(); i > 0; --i) pending[i - 1].TakeBack();
    return Failure{path + ": " + ErrorText(error)};
  }
  for (Pending& file : pending) file.Settle();
  return Done{};
}

Result<Descriptor> OpenFolder(const std::string& path) {
  Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) return Failure{path + ": " + ErrorText(errno)};
  return folder;
}

/// Like `mkdir -p`, with 0700 for what is made.
Result<Done> MakeFolders(const std::string& path) {
  std::filesystem::path so_far;
  for (const auto& component : std::filesystem::path(path)) {
    so_far /= component;
    if (::mkdir(so_far.c_str(), 0700) == 0 || errno == EEXIST) continue;
    const int error = errno;
    // A parent we may not write is fine as long as it exists.
    struct stat status {};
    if (::stat(so_far.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) continue;
    return Failure{so_far.string() + ": " + ErrorText(error)};
  }
  return Done{};
}

}  // namespace

Result<OutputFolder> OutputFolder::Lock(Descriptor folder, const std::string& path) {
  Descriptor lock;
  int locked = ::flock(folder.number(), LOCK_EX | LOCK_NB);
  if (locked != 0 && errno != EWOULDBLOCK) {
    // Network file systems lock files that are open for writing only.
    lock = Descriptor(
        ::openat(folder.number(), kLockName, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!lock.open()) return Failure{path + ": cannot lock the folder: " + ErrorText(errno)};
    locked = ::flock(lock.number(), LOCK_EX | LOCK_NB);
  }
  if (locked != 0 && errno == EWOULDBLOCK) {
    return Failure{path + ": another run is writing into this folder"};
  }
  if (locked != 0) return Failure{path + ": cannot lock the folder: " + ErrorText(errno)};
  return OutputFolder(std::move(folder), std::move(lock), path);
}

Result<OutputFolder> OutputFolder::Open(const std::string& path) {
  if (path.empty()) return Failure{"the path of the output folder is empty"};
  if (auto made = MakeFolders(path); !made) return made.failure();
  auto folder = OpenFolder(path);
  if (!folder) return folder.failure();
  return Lock(std::move(folder).value(), path);
}

Result<OutputFolder> OutputFolder::OpenInside(const std::string& parent, const std::string& name) {
  const std::string path = parent + "/" + name;
  if (!IsPlainRelativePath(name) || name.find('/') != std::string::npos) {
    return Failure{path + ": this is not a folder name"};
  }
  auto above = OpenFolder(parent);
  if (!above) return above.failure();
  const int at = above.value().number();
  if (::mkdirat(at, name.c_str(), 0700) != 0 && errno != EEXIST) {
    return Failure{path + ": " + ErrorText(errno)};
  }
  Descriptor folder(::openat(at, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  if (!folder.open()) return Failure{path + ": " + ErrorText(errno)};
  return Lock(std::move(folder), path);
}

Result<Done> OutputFolder::WriteAll(const std::vector<OutputFile>& files) {
  return WriteSet(folder_.number(), path_, files);
}

Result<Done> OutputFolder::Remove(const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (!IsPlainRelativePath(name) || name.find('/') != std::string::npos) {
      return Failure{"\"" + name + "\" is not a file name"};
    }
    if (::unlinkat(folder_.number(), name.c_str(), 0) != 0 && errno != ENOENT) {
      return Failure{path_ + "/" + name + ": " + ErrorText(errno)};
    }
  }
  return Done{};
}

Result<Done> WriteWhole(const std::string& path, ByteView bytes) {
  const std::size_t slash = path.rfind('/');
  const std::string parent = slash == std::string::npos ? "."
                             : slash == 0               ? "/"
                                                        : path.substr(0, slash);
  const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
  auto folder = OpenFolder(parent);
  if (!folder) return folder.failure();
  return WriteSet(folder.value().number(), parent, {{.name = name, .bytes = bytes}});
}

}  // namespace dossier::io
