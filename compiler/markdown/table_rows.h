// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dossier::markdown {

/// A piece of a line, in bytes from its beginning.
struct CellExtent {
  std::size_t begin = 0, end = 0;
};

/// The cells of a line of a table (GitHub Flavored Markdown, 4.10), without the bars around the
/// line, empty cells at its end and the signs of a quotation or list in front of it: cut at every
/// `|` that has no backslash before it and stands in no code.
[[nodiscard]] std::vector<CellExtent> CellsOf(std::string_view line);

}  // namespace dossier::markdown
