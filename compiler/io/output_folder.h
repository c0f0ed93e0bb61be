// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/io/descriptor.h"

namespace dossier::io {

/// One file to be written, by its name without any folder.
struct OutputFile {
  std::string name;
  ByteView bytes;  // must outlive the call
};

/// A folder that one run writes into. Locked from `Open` to the end of its life: a second run that
/// opens it is refused (guarantee G7).
///
/// Every file appears whole under its final name, mode 0600, or not at all (G1, G2, G8): it is
/// written under a temporary name `.dossier-*.part` in the same folder, flushed to the disk, then
/// renamed. Temporaries of runs that died are removed by the next `WriteAll`. Every failure names
/// the path and the cause.
class OutputFolder {
 public:
  /// Makes the folder (mode 0700), and the folders above it, where they do not exist. `path` is
  /// the user's own word and may lead through symbolic links.
  static Result<OutputFolder> Open(const std::string& path);

  /// A folder directly inside `parent` that is not reached through a symbolic link. For what `lock`
  /// writes into the case.
  static Result<OutputFolder> OpenInside(const std::string& parent, const std::string& name);

  /// All files or none: nothing is renamed before all are on the disk, and when a rename fails the
  /// earlier ones are taken back. Only a kill between two renames can leave new files beside old
  /// ones, each of them whole.
  Result<Done> WriteAll(const std::vector<OutputFile>& files);

  /// Removes regular files of the folder; one that is not there is no failure.
  Result<Done> Remove(const std::vector<std::string>& names);

 private:
  OutputFolder(Descriptor folder, Descriptor lock, std::string path)
      : folder_(std::move(folder)), lock_(std::move(lock)), path_(std::move(path)) {}
  static Result<OutputFolder> Lock(Descriptor folder, const std::string& path);

  Descriptor folder_;
  Descriptor lock_;
  std::string path_;
};

/// One file at a path that the user gave (`--output`, the file that `sign` makes). Replaces a
/// regular file, never a folder or a device.
Result<Done> WriteWhole(const std::string& path, ByteView bytes);

}  // namespace dossier::io
