// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/break_pages.h"

#include <algorithm>
#include <deque>

namespace dossier::paginate {
namespace {

using layout::LaidBlock;
using layout::NoteSlabs;
using layout::Slab;

/// Notes from the page before take at most this many hundredths, as long as there is text.
constexpr std::int64_t kMostForCarried = 65;
/// Fewer lines of a note are not torn off, neither here nor there.
constexpr std::size_t kLeastLines = 2;

/// A note, or what is left of it.
struct OpenNote {
  NoteSlabs* note = nullptr;
  std::size_t next = 0;
};

Length SpaceAbove(const OpenNote& open) {
  return open.next == 0 ? Length() : open.note->slabs[open.next].space_before;
}

Length HeightOf(const NoteSlabs& note) {
  Length height;
  for (std::size_t i = 0; i < note.slabs.size(); ++i) {
    height += note.slabs[i].height + (i > 0 ? note.slabs[i].space_before : Length());
  }
  return height;
}

struct Item {
  Slab* slab = nullptr;
  LaidBlock* block = nullptr;
};

class PageBreaker {
 public:
  PageBreaker(std::vector<LaidBlock>& blocks, Length height, compose::NotePlacement placement)
      : height_(height) {
    std::vector<std::pair<NoteSlabs*, LaidBlock*>> waiting;
    for (LaidBlock& block : blocks) {
      for (Slab& slab : block.slabs) {
        items_.push_back({&slab, &block});
      }
      for (NoteSlabs& note : block.notes) {
        if (placement == compose::NotePlacement::kEnd) {
          waiting.emplace_back(&note, &block);
        } else {
          AddFootnote(note);
        }
      }
      if (block.endnotes) {
        AddEndnotes(waiting);
      }
    }
    AddEndnotes(waiting);
  }

  std::vector<PlannedPage> Run() {
    std::size_t at = 0;
    while (at < items_.size()) {
      at = Step(at);
    }
    while (pages_.empty() || !IsBlank()) {
      Finish();
    }
    return std::move(pages_);
  }

 private:
  void AddFootnote(NoteSlabs& note) {
    const auto index = static_cast<std::size_t>(note.number - 1);
    if (notes_.size() <= index) {
      notes_.resize(index + 1, nullptr);
    }
    notes_[index] = &note;
  }

  void AddEndnotes(std::vector<std::pair<NoteSlabs*, LaidBlock*>>& waiting) {
    for (const auto& [note, block] : waiting) {
      note->slabs.front().space_before = std::max(note->slabs.front().space_before, kBetweenNotes);
      for (Slab& slab : note->slabs) {
        items_.push_back({&slab, block});
      }
    }
    waiting.clear();
  }

  /// Places something that begins with item `at`, or begins a page; returns what comes next.
  std::size_t Step(std::size_t at) {
    const Slab& slab = *items_[at].slab;
    if (slab.starts_page && !page_.body.empty()) {
      FinishUnlessBlank();
    }
    if (slab.discardable && page_.body.empty() && !pages_.empty() && !slab.starts_page) {
      return at + 1;
    }
    const std::size_t end = at < single_until_ ? at + 1 : ChunkEnd(at);
    if (TryPlace(at, end)) {
      return end;
    }
    if (!page_.body.empty()) {
      FinishUnlessBlank();
      return slab.discardable ? at + 1 : at;
    }
    if (end > at + 1) {
      single_until_ = end;  // no page holds all of it: break it where the page ends
      return at;
    }
    if (!page_.notes.empty()) {
      Finish();
      return at;
    }
    Force(at);
    return at + 1;
  }

  /// True when the page shows nothing yet.
  [[nodiscard]] bool IsBlank() const {
    return page_.notes.empty() && carried_.empty() &&
           std::all_of(page_.body.begin(), page_.body.end(),
                       [](const PlacedSlab& placed) { return placed.slab->discardable; });
  }

  /// Ends the page, or takes the white space from a page that shows nothing else.
  void FinishUnlessBlank() {
    if (!IsBlank()) {
      Finish();
      return;
    }
    page_.body.clear();
    used_ = Length();
  }

  /// Behind the last item that must stay on the page of item `at`.
  std::size_t ChunkEnd(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < items_.size() && items_[end - 1].slab->keep_with_next &&
           !items_[end].slab->starts_page) {
      ++end;
    }
    return end;
  }

  /// Rows to repeat when the page begins with item `at`.
  std::vector<Slab>* RepeatedHead(std::size_t at) const {
    const Item& item = items_[at];
    if (!page_.body.empty() || item.slab->table < 0) {
      return nullptr;
    }
    std::vector<Slab>& head = item.block->tables[static_cast<std::size_t>(item.slab->table)];
    Length height;
    for (const Slab& slab : head) {
      height += slab.height;
    }
    return head.empty() || height > height_ / 3 ? nullptr : &head;
  }

  bool TryPlace(std::size_t begin, std::size_t end) {
    std::vector<Slab>* head = RepeatedHead(begin);
    Length height;
    if (head != nullptr) {
      for (const Slab& slab : *head) {
        height += slab.height;
      }
    }
    std::vector<NoteSlabs*> notes;
    for (std::size_t i = begin; i < end; ++i) {
      const bool top = i == begin && page_.body.empty();
      height += items_[i].slab->height + (top ? Length() : items_[i].slab->space_before);
      if (used_ + height + notes_height_ > height_) {
        return false;
      }
      CollectNotes(*items_[i].slab, notes);
    }
    if (!notes.empty() && (!carried_.empty() || !NotesFit(notes, height_ - used_ - height))) {
      return false;
    }
    Place(begin, end, head);
    for (NoteSlabs* note : notes) {
      carried_.push_back({note, 0});
    }
    PlaceNotes(height_ - used_);
    return true;
  }

  /// The notes marked in `slab`, and those marked inside these notes.
  void CollectNotes(const Slab& slab, std::vector<NoteSlabs*>& out) const {
    for (const int number : slab.notes) {
      const auto index = static_cast<std::size_t>(number - 1);
      if (index >= notes_.size() || notes_[index] == nullptr) {
        continue;
      }
      out.push_back(notes_[index]);
      for (const Slab& inner : notes_[index]->slabs) {
        CollectNotes(inner, out);
      }
    }
  }

  /// Whether `room` holds the notes of the page and `notes`, the last at least in part.
  [[nodiscard]] bool NotesFit(const std::vector<NoteSlabs*>& notes, Length room) const {
    Length needed = notes_height_;
    for (const NoteSlabs* note : notes) {
      const bool first = needed == Length();
      needed += first ? kAboveNotes + kBelowNoteRule : kBetweenNotes;
      const Length whole = HeightOf(*note);
      if (needed + whole <= room) {
        needed += whole;
        continue;
      }
      if (note != notes.back()) {
        return false;
      }
      std::size_t lines = 0;
      Length part;
      for (const Slab& slab : note->slabs) {
        part += slab.height + (lines > 0 ? slab.space_before : Length());
        if (needed + part > room) {
          break;
        }
        ++lines;
      }
      return lines >= kLeastLines && note->slabs.size() - lines >= kLeastLines;
    }
    return true;
  }

  void Place(std::size_t begin, std::size_t end, std::vector<Slab>* head) {
    if (head != nullptr) {
      for (Slab& slab : *head) {
        page_.body.push_back({&slab, used_, true});
        used_ += slab.height;
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      Slab& slab = *items_[i].slab;
      used_ += page_.body.empty() ? Length() : slab.space_before;
      page_.body.push_back({&slab, used_, false});
      used_ += slab.height;
    }
  }

  /// Moves what fits into `room` from the waiting notes to the foot of the page.
  void PlaceNotes(Length room) {
    while (!carried_.empty()) {
      OpenNote& open = carried_.front();
      Slab& slab = open.note->slabs[open.next];
      const bool first = page_.notes.empty();
      const bool begins = open.next == 0 || first;
      const Length above = first    ? kAboveNotes + kBelowNoteRule
                           : begins ? kBetweenNotes
                                    : SpaceAbove(open);
      if (notes_height_ + above + slab.height > room) {
        return;
      }
      // Tops count from the top of the notes until the page is finished.
      page_.notes.push_back({&slab, notes_height_ + above, false});
      notes_height_ += above + slab.height;
      if (++open.next == open.note->slabs.size()) {
        carried_.pop_front();
      }
    }
  }

  /// An item that no page can hold with its notes: the notes go on on the pages after it.
  void Force(std::size_t at) {
    std::vector<NoteSlabs*> notes;
    CollectNotes(*items_[at].slab, notes);
    Place(at, at + 1, RepeatedHead(at));
    for (NoteSlabs* note : notes) {
      carried_.push_back({note, 0});
    }
    PlaceNotes(height_ - used_);
    if (!carried_.empty()) {
      Finish();
    }
  }

  /// Ends the page and begins the next one with the notes that wait.
  void Finish() {
    PlaceNotes(height_ - used_);
    const Length top = height_ - notes_height_;
    page_.rule = top + kAboveNotes;
    for (PlacedSlab& note : page_.notes) {
      note.top += top;
    }
    pages_.push_back(std::move(page_));
    page_ = {};
    used_ = Length();
    notes_height_ = Length();
    PlaceNotes(height_ * kMostForCarried / 100);
    if (page_.notes.empty() && !carried_.empty()) {
      PlaceNotes(height_);
    }
  }

  Length height_;
  std::vector<Item> items_;
  std::vector<NoteSlabs*> notes_;  // by number - 1
  std::vector<PlannedPage> pages_;
  PlannedPage page_;
  Length used_;
  Length notes_height_;
  std::deque<OpenNote> carried_;
  std::size_t single_until_ = 0;
};

}  // namespace

std::vector<PlannedPage> BreakPages(std::vector<LaidBlock>& blocks, Length height,
                                    compose::NotePlacement notes) {
  return PageBreaker(blocks, height, notes).Run();
}

}  // namespace dossier::paginate
