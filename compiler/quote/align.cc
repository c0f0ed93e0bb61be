// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/align.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace dossier::quote {
namespace {

constexpr std::size_t kMaxPairs = 8'000'000;

struct Word {
  std::string_view text;
  std::size_t begin = 0;
};

std::vector<Word> Split(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find(' ', at), text.size());
    words.push_back({.text = text.substr(at, end - at), .begin = at});
    at = end;
  }
  return words;
}

enum Step : std::uint8_t { kStart, kSame, kReplace, kOnlyQuoted, kOnlySource };

/// Edit distance of words, free at both ends of the source.
struct Grid {
  std::vector<Step> steps;          // (quoted + 1) rows of (source + 1)
  std::vector<std::uint32_t> last;  // distances of the last row
};

Grid Compare(const std::vector<Word>& quoted, const std::vector<Word>& source) {
  const std::size_t width = source.size() + 1;
  Grid grid;
  grid.steps.resize((quoted.size() + 1) * width, kStart);
  std::vector<std::uint32_t> above(width, 0);
  std::vector<std::uint32_t> row(width, 0);
  for (std::size_t i = 1; i <= quoted.size(); ++i) {
    row[0] = static_cast<std::uint32_t>(i);
    grid.steps[i * width] = kOnlyQuoted;
    for (std::size_t j = 1; j < width; ++j) {
      const bool same = quoted[i - 1].text == source[j - 1].text;
      std::uint32_t best = above[j - 1] + (same ? 0 : 1);
      Step step = same ? kSame : kReplace;
      if (above[j] + 1 < best) {
        best = above[j] + 1;
        step = kOnlyQuoted;
      }
      if (row[j - 1] + 1 < best) {
        best = row[j - 1] + 1;
        step = kOnlySource;
      }
      row[j] = best;
      grid.steps[i * width + j] = step;
    }
    std::swap(above, row);
  }
  grid.last = std::move(above);
  return grid;
}

/// Where the nearest passage ends. Of equals the first whose last word answers the last word
/// quoted, because "2018" for "2019" says more than a word that is missing.
std::size_t LastWord(const Grid& grid, std::uint32_t best, std::size_t last_row) {
  std::size_t first = grid.last.size();
  for (std::size_t j = 0; j < grid.last.size(); ++j) {
    if (grid.last[j] != best) continue;
    const Step step = grid.steps[last_row + j];
    if (step == kSame || step == kReplace) return j;
    first = std::min(first, j);
  }
  return first;
}

void AddWord(std::string& to, std::string_view word) {
  if (!to.empty()) to += ' ';
  to += word;
}

}  // namespace

std::optional<Alignment> Nearest(std::string_view quotation, std::string_view source) {
  const std::vector<Word> quoted = Split(quotation);
  const std::vector<Word> words = Split(source);
  if (quoted.empty() || words.empty() || quoted.size() * words.size() > kMaxPairs) return {};
  const Grid grid = Compare(quoted, words);
  const std::uint32_t best = *std::min_element(grid.last.begin(), grid.last.end());
  if (best * 3 > quoted.size()) return std::nullopt;
  const std::size_t width = words.size() + 1;
  std::vector<Step> path;
  std::size_t i = quoted.size();
  std::size_t j = LastWord(grid, best, quoted.size() * width);
  const std::size_t last = j;
  while (i > 0) {
    const Step step = grid.steps[i * width + j];
    path.push_back(step);
    if (step != kOnlySource) --i;
    if (step != kOnlyQuoted && j > 0) --j;
  }
  Alignment out;
  out.begin = j < words.size() ? words[j].begin : source.size();
  out.end = last > 0 ? words[last - 1].begin + words[last - 1].text.size() : out.begin;
  bool open = false;  // neighbouring differences are one edit
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    if (*step == kSame) {
      open = false;
    } else {
      if (!open) out.edits.emplace_back();
      open = true;
      if (*step != kOnlySource) AddWord(out.edits.back().quoted, quoted[i].text);
      if (*step != kOnlyQuoted) AddWord(out.edits.back().source, words[j].text);
    }
    if (*step != kOnlySource) ++i;
    if (*step != kOnlyQuoted) ++j;
  }
  return out;
}

}  // namespace dossier::quote
