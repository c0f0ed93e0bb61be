// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "compiler/anchors/document.h"

namespace dossier::anchors {
namespace {

constexpr std::size_t kShortestRun = 3;
/// A numbering of the document goes through half of it, or begins in the first quarter and goes
/// through a quarter: annexes follow. A list does neither.
constexpr std::size_t kHalf = 2;
constexpr std::size_t kQuarter = 4;
/// Items of a numbering are longer than this on average, with what stands between them.
constexpr std::size_t kShortestItem = 40;

/// All runs of one shape.
struct Class {
  std::vector<Run> runs;
  std::size_t text = 0;  // bytes from the first to the last mark of each run
  std::size_t marks = 0;
  std::size_t begin = 0;  // of the first run in the text
  std::size_t longest = 0;
};

std::size_t Span(const Document& document, const Run& run) {
  return document.OffsetOf(run.back()) - document.OffsetOf(run.front());
}

/// Runs whose items are far shorter than those of the longest are lists of contents.
void DropContents(const Document& document, std::vector<Run>& runs) {
  if (runs.empty()) return;
  const auto mean = [&](const Run& run) { return Span(document, run) / (run.size() - 1); };
  std::size_t most = 0;
  for (const Run& run : runs) most = std::max(most, mean(run));
  std::erase_if(runs,
                [&](const Run& run) { return mean(run) < kShortestItem || mean(run) * 4 < most; });
}

Class ClassOf(Document& document, Shape shape) {
  Class found;
  found.runs = RisingRuns(document.marks, document.Free(shape), kShortestRun, document.all);
  DropContents(document, found.runs);
  found.begin = document.size;
  for (const Run& run : found.runs) {
    // The last item goes on as far as the others do.
    found.text += Span(document, run) + Span(document, run) / (run.size() - 1);
    found.marks += run.size();
    found.begin = std::min(found.begin, document.OffsetOf(run.front()));
    found.longest = std::max(found.longest, run.size());
  }
  return found;
}

bool IsOwn(const Document& document, const Class& found) {
  if (found.marks == 0) return false;
  if (found.text * kHalf >= document.size) return true;
  return found.begin * kQuarter <= document.size && found.text * kQuarter >= document.size;
}

/// The length that nine lines in ten do not exceed.
std::size_t FullLine(const Document& document) {
  std::vector<std::size_t> lengths;
  for (const Line& line : document.lines) lengths.push_back(line.text.size());
  if (lengths.empty()) return 0;
  const auto at = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), at, lengths.end());
  return *at;
}

bool IsCapitals(std::string_view text) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (const char c : text) {
    capitals += c >= 'A' && c <= 'Z' ? 1 : 0;
    letters += (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? 1 : 0;
  }
  return letters >= 4 && capitals * 10 >= letters * 9;
}

bool IsTitle(const Document& document, std::size_t mark, std::size_t full_line) {
  const Line& line = document.lines[document.marks[mark].words];
  if (IsCapitals(line.text)) return true;
  if (!ReadsAsTitle(line) || document.marks[mark].tail.empty()) return false;
  return line.closes || line.text.size() * 10 <= full_line * 7;
}

/// Levels of a run whose marks are mostly titles.
std::map<std::size_t, bool> TitleLevels(const Document& document, const Run& run,
                                        std::size_t full_line) {
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> count;
  for (const std::size_t mark : run) {
    auto& [titles, marks] = count[document.marks[mark].number.steps.size()];
    titles += IsTitle(document, mark, full_line) ? 1 : 0;
    ++marks;
  }
  std::map<std::size_t, bool> levels;
  for (const auto& [level, counted] : count) levels[level] = counted.first * 2 > counted.second;
  return levels;
}

void Split(Document& document, const Class& found, std::size_t full_line, Body& body) {
  for (const Run& run : found.runs) {
    const auto titles = TitleLevels(document, run, full_line);
    for (const std::size_t mark : run) {
      const identifiers::Number& number = document.marks[mark].number;
      (titles.at(number.steps.size()) ? body.headings : body.paragraphs).push_back({number, mark});
    }
    document.Take(run);
  }
}

void Sort(std::vector<Entry>& entries) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.mark < b.mark; });
}

}  // namespace

Body TakeBody(Document& document) {
  constexpr Shape kShapes[] = {Shape::kDotted, Shape::kSquare, Shape::kBare, Shape::kPilcrow,
                               Shape::kRound,  Shape::kHalf,   Shape::kRoman};
  const std::size_t full_line = FullLine(document);
  Body best;
  std::size_t longest = 0;
  for (const Shape shape : kShapes) {
    const Class found = ClassOf(document, shape);
    if (!IsOwn(document, found)) continue;
    Body body;
    const std::vector<bool> before = document.taken;
    Split(document, found, full_line, body);
    best.headings.insert(best.headings.end(), body.headings.begin(), body.headings.end());
    if (body.paragraphs.empty()) continue;
    if (found.longest <= longest) {
      document.taken = before;  // its marks may be parts of the paragraphs
      continue;
    }
    for (const Entry& entry : best.paragraphs) document.taken[entry.mark] = false;
    longest = found.longest;
    best.paragraphs = std::move(body.paragraphs);
  }
  Sort(best.headings);
  Sort(best.paragraphs);
  return best;
}

}  // namespace dossier::anchors
