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
  files_.push_back(std::move(file));
  return static_cast<std::uint32_t>(files_.size() - 1);
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
  const std::uint32_t start = *(next - 1);
  const std::string_view before = std::string_view(source.text).substr(start, at - start);
  position.column += static_cast<int>(utf8::CountCodePoints(before));
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
