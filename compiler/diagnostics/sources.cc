// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/sources.h"

#include <algorithm>

#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::diagnostics {

std::uint32_t Sources::Add(std::string path, std::string text) {
  File file{.path = std::move(path), .text = std::move(text), .line_starts = {0}};
  for (std::size_t i = 0; i < file.text.size(); ++i) {
    if (file.text[i] == '\n') file.line_starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  file.marks = MarksOf(file);
  files_.push_back(std::move(file));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

std::vector<Sources::Mark> Sources::MarksOf(const File& file) {
  constexpr std::uint32_t kStep = 4096;
  std::vector<Mark> marks;
  for (std::size_t line = 0; line < file.line_starts.size(); ++line) {
    Mark mark{.offset = file.line_starts[line]};
    const bool last = line + 1 == file.line_starts.size();
    const std::size_t end = last ? file.text.size() : file.line_starts[line + 1];
    while (end - mark.offset > kStep) {
      const std::uint32_t until = mark.offset + kStep;
      for (; mark.offset < until; ++mark.code_points) {
        mark.offset += static_cast<std::uint32_t>(utf8::DecodeAt(file.text, mark.offset).size);
      }
      marks.push_back(mark);
      if (mark.offset >= end) break;
    }
  }
  return marks;
}

const std::string& Sources::PathOf(std::uint32_t file) const {
  DOSSIER_CHECK(file < files_.size(), "a span names a file of this run");
  return files_[file].path;
}

std::string_view Sources::TextOf(std::uint32_t file) const {
  DOSSIER_CHECK(file < files_.size(), "a span names a file of this run");
  return files_[file].text;
}

Position Sources::PositionOf(std::uint32_t file, std::uint32_t offset) const {
  DOSSIER_CHECK(file < files_.size(), "a span names a file of this run");
  const File& source = files_[file];
  const std::uint32_t at = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(source.text.size()));
  const auto next = std::upper_bound(source.line_starts.begin(), source.line_starts.end(), at);
  Position position;
  position.line = static_cast<int>(next - source.line_starts.begin());
  Mark from{.offset = *(next - 1)};
  const auto mark = std::upper_bound(source.marks.begin(), source.marks.end(), at,
                                     [](std::uint32_t o, const Mark& m) { return o < m.offset; });
  if (mark != source.marks.begin() && (mark - 1)->offset > from.offset) from = *(mark - 1);
  const std::string_view rest = std::string_view(source.text).substr(from.offset, at - from.offset);
  position.column += static_cast<int>(from.code_points + utf8::CountCodePoints(rest));
  return position;
}

std::string_view Sources::LineText(std::uint32_t file, int line) const {
  DOSSIER_CHECK(file < files_.size(), "a span names a file of this run");
  const File& source = files_[file];
  if (line < 1 || static_cast<std::size_t>(line) > source.line_starts.size()) return {};
  const std::size_t start = source.line_starts[static_cast<std::size_t>(line - 1)];
  std::size_t end = source.text.find('\n', start);
  if (end == std::string::npos) end = source.text.size();
  if (end > start && source.text[end - 1] == '\r') --end;
  return std::string_view(source.text).substr(start, end - start);
}

}  // namespace dossier::diagnostics
