// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "compiler/anchors/document.h"

namespace dossier::anchors {
namespace {

constexpr std::size_t kShortestRun = 3;
/// A note is rarely longer; what stands below the last one of a page is its end.
constexpr std::size_t kLongestNote = 600;
/// At the foot: below this part of the page, in hundredths.
constexpr std::size_t kFoot = 35;

bool IsRaised(const Document& document, std::size_t mark) {
  return document.marks[mark].shape == Shape::kRaised;
}

/// Marks that say themselves that they are notes.
Run Claimed(const Document& document) {
  Run claimed;
  for (std::size_t i = 0; i < document.marks.size(); ++i) {
    const Shape shape = document.marks[i].shape;
    const bool may = shape == Shape::kBare || shape == Shape::kDotted || shape == Shape::kSquare;
    if (document.taken[i] || document.marks[i].number.steps.size() != 1) continue;
    if (shape == Shape::kRaised || (may && ReadsAsNote(document.marks[i].tail)))
      claimed.push_back(i);
  }
  return claimed;
}

/// Between two notes of a run one number may be missing whose words are prose: the one mark there
/// that has it.
void FillHoles(const Document& document, Run& run) {
  Run filled;
  for (std::size_t i = 0; i < run.size(); ++i) {
    filled.push_back(run[i]);
    if (i + 1 == run.size()) break;
    int expected = PathOf(document.marks[run[i]]).front() + 1;
    const int until = PathOf(document.marks[run[i + 1]]).front();
    for (std::size_t mark = run[i] + 1; mark < run[i + 1] && expected < until; ++mark) {
      const Mark& candidate = document.marks[mark];
      const bool may = candidate.shape == Shape::kBare || candidate.shape == Shape::kDotted;
      if (!may || document.taken[mark] || PathOf(candidate) != Path{expected}) continue;
      filled.push_back(mark);
      ++expected;
    }
  }
  run = std::move(filled);
}

struct Page {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::map<int, Page> PagesOf(const Document& document) {
  std::map<int, Page> pages;
  for (const Line& line : document.lines) {
    Page& page = pages.emplace(line.place, Page{line.offset, line.offset}).first->second;
    page.end = line.offset + line.text.size();
  }
  return pages;
}

/// Every mark of the run in the lower part of its page, the last of each page near its end.
bool AtFoot(const Document& document, const std::map<int, Page>& pages, const Run& run) {
  std::size_t low = 0;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const Page& page = pages.at(document.LineOf(run[i]).place);
    const std::size_t offset = document.OffsetOf(run[i]);
    const bool last =
        i + 1 == run.size() || document.LineOf(run[i + 1]).place != document.LineOf(run[i]).place;
    const std::size_t until = last ? page.end : document.OffsetOf(run[i + 1]);
    if ((offset - page.begin) * 100 >= (page.end - page.begin) * kFoot &&
        until - offset <= kLongestNote)
      ++low;
  }
  return low * 10 >= run.size() * 9;
}

}  // namespace

std::vector<Entry> TakeNotes(Document& document) {
  Run notes;
  for (Run& run : RisingRuns(document.marks, Claimed(document), 1, document.all)) {
    const bool raised = std::any_of(run.begin(), run.end(),
                                    [&](std::size_t mark) { return IsRaised(document, mark); });
    if (!raised && run.size() < kShortestRun) continue;
    FillHoles(document, run);
    document.Take(run);
    notes.insert(notes.end(), run.begin(), run.end());
  }
  if (document.paged && notes.empty()) {
    const std::map<int, Page> pages = PagesOf(document);
    for (const Run& run :
         RisingRuns(document.marks, document.Free(Shape::kBare), kShortestRun, document.all)) {
      if (!AtFoot(document, pages, run)) continue;
      document.Take(run);
      notes.insert(notes.end(), run.begin(), run.end());
    }
  }
  std::sort(notes.begin(), notes.end());
  std::vector<Entry> entries;
  for (const std::size_t mark : notes) entries.push_back({document.marks[mark].number, mark});
  return entries;
}

}  // namespace dossier::anchors
