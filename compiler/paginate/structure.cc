// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/structure.h"

#include <utility>

namespace dossier::paginate {
namespace {

void Shift(std::vector<layout::Slab>& slabs, int by) {
  const auto shift = [&](auto& items) {
    for (auto& item : items) {
      if (item.element >= 0) item.element += by;
    }
  };
  for (layout::Slab& slab : slabs) {
    shift(slab.runs);
    shift(slab.pictures);
    shift(slab.links);
    shift(slab.signatures);
  }
}

}  // namespace

structure::Tree JoinStructure(std::vector<layout::LaidBlock>& blocks) {
  structure::Tree whole;
  for (layout::LaidBlock& block : blocks) {
    const auto offset = static_cast<int>(whole.elements.size());
    for (structure::Element& element : block.structure.elements) {
      if (element.parent >= 0) element.parent += offset;
      whole.elements.push_back(std::move(element));
    }
    const int by = offset + 1;  // settling puts the document in front
    Shift(block.slabs, by);
    for (layout::NoteSlabs& note : block.notes) Shift(note.slabs, by);
    // The slabs of `tables` are drawn again as decoration only.
  }
  structure::Settle(whole);
  return whole;
}

}  // namespace dossier::paginate
