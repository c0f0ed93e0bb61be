// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::diagnostics {

/// A place as people count it.
struct Position {
  int line = 1;    // from 1
  int column = 1;  // from 1, in code points
};

/// The text files of one run, by the index that spans carry.
///
/// Owns the texts, so a span stays printable to the end. A path is relative to the case root with
/// forward slashes, or `pack:NAME/file` for a file of a pack.
class Sources {
 public:
  /// Returns the file index for spans.
  std::uint32_t Add(std::string path, std::string text);

  [[nodiscard]] std::size_t size() const { return files_.size(); }
  [[nodiscard]] const std::string& PathOf(std::uint32_t file) const;
  [[nodiscard]] std::string_view TextOf(std::uint32_t file) const;
  /// The place of a byte offset; offsets past the end give the end.
  [[nodiscard]] Position PositionOf(std::uint32_t file, std::uint32_t offset) const;
  /// The text of a line (from 1) without its line end.
  [[nodiscard]] std::string_view LineText(std::uint32_t file, int line) const;

 private:
  /// How many code points of its line stand before an offset.
  struct Mark {
    std::uint32_t offset = 0;
    std::uint32_t code_points = 0;
  };
  struct File {
    std::string path;
    std::string text;
    std::vector<std::uint32_t> line_starts;
    /// Every few thousand bytes of long lines, so that many findings on one line are not quadratic.
    std::vector<Mark> marks = {};
  };
  static std::vector<Mark> MarksOf(const File& file);
  std::deque<File> files_;
};

}  // namespace dossier::diagnostics
