// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/io/descriptor.h"
#include "compiler/io/file_system.h"

namespace dossier::io {

/// A folder on disk. Paths resolve beneath it in the kernel (`openat2` with RESOLVE_BENEATH and no
/// symbolic links), where the kernel lacks that component by component.
class CaseFolder final : public FileSystem {
 public:
  /// `path` is the user's own word and may be or contain a symbolic link.
  static Result<CaseFolder> Open(const std::string& path);

  [[nodiscard]] Result<std::vector<Entry>> List() const override;
  ReadResult Read(std::string_view path, std::uint64_t max_bytes) const override;

 private:
  explicit CaseFolder(Descriptor root) : root_(std::move(root)) {}

  Descriptor root_;
};

/// One file that the user named on the command line (a key, a finished PDF, a report): symbolic
/// links are followed, anything but a regular file is refused.
ReadResult ReadNamedFile(const std::string& path, std::uint64_t max_bytes);

}  // namespace dossier::io
