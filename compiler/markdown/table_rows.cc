// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/table_rows.h"

#include <algorithm>

namespace dossier::markdown {
namespace {

bool IsBlank(std::string_view words) { return words.find_first_not_of(" \t\r") == std::string_view::npos; }

std::size_t TicksEnd(std::string_view line, std::size_t at) { return std::min(line.find_first_not_of('`', at), line.size()); }

/// Behind the code that begins at `at`; behind its ticks when as many do not follow.
std::size_t CodeEnd(std::string_view line, std::size_t at) {
  const std::size_t begin = TicksEnd(line, at);
  for (std::size_t ticks = line.find('`', begin); ticks != std::string_view::npos;) {
    const std::size_t end = TicksEnd(line, ticks);
    if (end - ticks == begin - at) return end;
    ticks = line.find('`', end);
  }
  return begin;
}

/// Takes "- " or "12. " from the front; false when no entry of a list begins there.
bool TakeListMarker(std::string_view& words) {
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  const std::string_view signs = digits == 0 ? "-+*" : ".)";
  if (digits >= words.size() || signs.find(words[digits]) == std::string_view::npos) return false;
  const std::string_view rest = words.substr(digits + 1);
  if (rest.empty() || (rest.front() != ' ' && rest.front() != '\t')) return false;
  words = rest;
  return true;
}

/// True for what may stand in front of the first bar of a line without being words: a line in a
/// quotation or list, the first of which has the sign of its entry. Anywhere else such a sign would
/// have ended the table.
bool IsMarker(std::string_view words) {
  do {
    words.remove_prefix(std::min(words.find_first_not_of(" \t>"), words.size()));
  } while (TakeListMarker(words));
  return words.empty();
}

}  // namespace

std::vector<CellExtent> CellsOf(std::string_view line) {
  std::vector<CellExtent> cells;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {
      ++at;
    } else if (line[at] == '`') {
      at = CodeEnd(line, at) - 1;
    } else if (line[at] == '|') {
      cells.push_back({begin, at});
      begin = at + 1;
    }
  }
  if (!cells.empty() && IsMarker(line.substr(0, cells.front().end))) cells.erase(cells.begin());
  cells.push_back({std::min(begin, line.size()), line.size()});
  while (!cells.empty() && IsBlank(line.substr(cells.back().begin, cells.back().end - cells.back().begin))) cells.pop_back();
  return cells;
}

}  // namespace dossier::markdown
