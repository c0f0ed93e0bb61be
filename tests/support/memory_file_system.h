// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compiler/io/file_system.h"

namespace dossier::tests {

/// A case folder in memory. `reads` says what was opened, in order.
class MemoryFileSystem final : public io::FileSystem {
 public:
  MemoryFileSystem() = default;
  MemoryFileSystem(std::initializer_list<std::pair<const std::string, std::string>> files)
      : files_(files) {}

  void Add(const std::string& path, std::string content) { files_[path] = std::move(content); }
  /// A symbolic link, a FIFO or a folder that cannot be entered.
  void AddOther(const std::string& path, io::EntryKind kind) { others_[path] = kind; }
  /// Reading `path` fails with `error` from now on.
  void Break(const std::string& path, io::ReadError error) { broken_[path] = std::move(error); }

  [[nodiscard]] Result<std::vector<io::Entry>> List() const override {
    std::map<std::string, io::Entry> all;
    for (const auto& [path, content] : files_) {
      all[path] = {.path = path, .kind = io::EntryKind::kFile, .size = content.size()};
    }
    for (const auto& [path, kind] : others_) all[path] = {.path = path, .kind = kind};
    std::vector<io::Entry> entries;
    for (auto& [path, entry] : all) entries.push_back(entry);
    return entries;
  }

  io::ReadResult Read(std::string_view path, std::uint64_t max_bytes) const override {
    const std::string name(path);
    reads.push_back(name);
    if (!io::IsPlainRelativePath(path)) {
      return io::ReadError{.kind = io::ReadErrorKind::kEscapes,
                           .reason = "the path is not a plain path inside the folder"};
    }
    if (const auto broken = broken_.find(name); broken != broken_.end()) return broken->second;
    if (const auto other = others_.find(name); other != others_.end()) {
      const bool link = other->second == io::EntryKind::kSymlink;
      return io::ReadError{
          .kind = link ? io::ReadErrorKind::kEscapes : io::ReadErrorKind::kNotRegular,
          .reason = link ? "a symbolic link is not followed" : "it is not a regular file"};
    }
    const auto file = files_.find(name);
    if (file == files_.end()) {
      return io::ReadError{.kind = io::ReadErrorKind::kMissing, .reason = "there is no such file"};
    }
    if (file->second.size() > max_bytes) {
      return io::ReadError{.kind = io::ReadErrorKind::kTooLarge,
                           .reason = "it is too large",
                           .size = file->second.size()};
    }
    return file->second;
  }

  mutable std::vector<std::string> reads;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, io::EntryKind> others_;
  std::map<std::string, io::ReadError> broken_;
};

}  // namespace dossier::tests
