// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/check.h"
#include "compiler/foundation/result.h"

namespace dossier::io {

enum class EntryKind {
  kFile,          // regular file
  kSymlink,       // never followed
  kSpecial,       // FIFO, socket, device
  kClosedFolder,  // a folder that was not entered: unreadable, too deep, or `.git`
};

/// One thing that lies in the folder.
struct Entry {
  std::string path;  // relative to the root, forward slashes
  EntryKind kind = EntryKind::kFile;
  std::uint64_t size = 0;   // bytes, of regular files
  std::string reason = {};  // kClosedFolder: why it was not entered
};

enum class ReadErrorKind {
  kMissing,     // nothing has this name
  kEscapes,     // absolute, "..", or through a symbolic link
  kNotRegular,  // folder, FIFO, device, or another owner's hard link
  kUnreadable,  // permission, input/output error
  kTooLarge,    // more bytes than the caller takes
};

struct ReadError {
  ReadErrorKind kind = ReadErrorKind::kUnreadable;
  std::string reason = {};  // lower case, no final stop
  std::uint64_t size = 0;   // kTooLarge: bytes of the file
};

/// The bytes of a file, or why there are none.
class [[nodiscard]] ReadResult {
 public:
  ReadResult(Bytes bytes) : state_(std::move(bytes)) {}      // NOLINT: implicit by design
  ReadResult(ReadError error) : state_(std::move(error)) {}  // NOLINT: implicit by design

  [[nodiscard]] bool ok() const { return std::holds_alternative<Bytes>(state_); }
  explicit operator bool() const { return ok(); }
  /// Needs: `ok()`.
  [[nodiscard]] const Bytes& value() const& {
    DOSSIER_CHECK(ok(), "the bytes of a failed reading were used");
    return std::get<Bytes>(state_);
  }
  [[nodiscard]] Bytes&& value() && {
    DOSSIER_CHECK(ok(), "the bytes of a failed reading were used");
    return std::get<Bytes>(std::move(state_));
  }
  /// Needs: not `ok()`.
  [[nodiscard]] const ReadError& error() const {
    DOSSIER_CHECK(!ok(), "a reading that succeeded has no error");
    return std::get<ReadError>(state_);
  }

 private:
  std::variant<Bytes, ReadError> state_;
};

/// The files of one folder, read-only. The only way in which stages see files of a case.
///
/// Nothing outside the folder can be reached through it, whatever a path says and whatever lies in
/// the folder (guarantees G4 and G6).
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// Everything below the root, sorted by the bytes of the path. Folders are entered, not listed;
  /// a folder that cannot be entered is one entry. At most 100,000 entries, else a failure.
  [[nodiscard]] virtual Result<std::vector<Entry>> List() const = 0;

  /// The whole file, opened once. Never allocates more than `max_bytes`.
  virtual ReadResult Read(std::string_view path, std::uint64_t max_bytes) const = 0;
};

/// True for a relative path of plain components: not empty, no leading slash, no empty, "." or
/// ".." component, no NUL, at most 4,096 bytes.
[[nodiscard]] bool IsPlainRelativePath(std::string_view path);

}  // namespace dossier::io
