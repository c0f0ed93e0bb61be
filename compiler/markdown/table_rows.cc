// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/table_rows.h"

#include <algorithm>

namespace dossier::markdown {
namespace {

bool IsBlank(std::string_view words) { return words.find_first_not_of(" \t\r") == std::string_view::npos; }

/// What may stand in front of the first bar of a line without being words.
bool IsMarker(std::string_view words) { return words.find_first_not_of(" \t>*+-.)0123456789") == std::string_view::npos; }

}  // namespace

std::vector<CellExtent> CellsOf(std::string_view line) {
  std::vector<CellExtent> cells;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '`') {
      const std::size_t closed = line.find('`', at + 1);
      if (closed != std::string_view::npos) at = closed;
    } else if (line[at] == '|') {
      cells.push_back({begin, at});
      begin = at + 1;
    }
  }
  if (!cells.empty() && IsMarker(line.substr(0, cells.front().end))) cells.erase(cells.begin());
  if (!IsBlank(line.substr(std::min(begin, line.size())))) cells.push_back({begin, line.size()});
  return cells;
}

}  // namespace dossier::markdown
