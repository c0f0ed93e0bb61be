// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/document.h"

#include <algorithm>
#include <map>
#include <utility>

namespace dossier::anchors {
namespace {

/// Of two headings with one number the one with this part of the other's text is a line of a list.
constexpr std::size_t kShare = 4;

/// Bytes from each entry to the next.
std::vector<std::size_t> Extents(const Document& document, const std::vector<Entry>& entries) {
  std::vector<std::size_t> extents;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t end =
        i + 1 < entries.size() ? document.OffsetOf(entries[i + 1].mark) : document.size;
    extents.push_back(end - document.OffsetOf(entries[i].mark));
  }
  return extents;
}

}  // namespace

std::vector<std::size_t> Document::Free(Shape shape) const {
  std::vector<std::size_t> free;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!taken[i] && marks[i].shape == shape) free.push_back(i);
  }
  return free;
}

void Document::Take(const Run& run) {
  for (const std::size_t mark : run) taken[mark] = true;
}

std::vector<Entry> TakeWords(Document& document, Shape shape) {
  const Run free = document.Free(shape);
  document.Take(free);
  std::vector<Entry> entries;
  for (const std::size_t mark : free) {
    // A running head repeats the number that is open.
    if (!entries.empty() && entries.back().number == document.marks[mark].number) continue;
    entries.push_back({document.marks[mark].number, mark});
  }
  const std::vector<std::size_t> extents = Extents(document, entries);
  std::map<identifiers::Number, std::size_t> longest;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    std::size_t& known = longest[entries[i].number];
    known = std::max(known, extents[i]);
  }
  std::vector<Entry> kept;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (extents[i] >= longest[entries[i].number] / kShare) kept.push_back(std::move(entries[i]));
  }
  return kept;
}

std::vector<Anchor> Place(const Document& document, AnchorKind kind, std::vector<Entry> entries) {
  std::vector<Anchor> anchors;
  std::vector<std::size_t> open;  // anchors that have no end yet, each a part of the one before
  const auto close = [&](const Entry& next) {
    const Line& line = document.LineOf(next.mark);
    const bool at_top = line.edge && document.marks[next.mark].line > 0 &&
                        document.lines[document.marks[next.mark].line - 1].place != line.place;
    while (!open.empty() && !next.number.StartsWith(anchors[open.back()].number)) {
      Anchor& anchor = anchors[open.back()];
      anchor.last = std::max(anchor.first, line.place - (at_top ? 1 : 0));
      open.pop_back();
    }
  };
  for (Entry& entry : entries) {
    close(entry);
    const int place = document.LineOf(entry.mark).place;
    const int last =
        kind == AnchorKind::kAnnex ? document.last_place : std::min(place + 1, document.last_place);
    anchors.push_back({std::move(entry.number), place, last});
    open.push_back(anchors.size() - 1);
  }
  if (kind == AnchorKind::kNote) {
    for (Anchor& anchor : anchors) anchor.last = anchor.first;
  }
  return anchors;
}

}  // namespace dossier::anchors
