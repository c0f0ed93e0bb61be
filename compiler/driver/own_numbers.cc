// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/own_numbers.h"

#include <memory>
#include <vector>

#include "compiler/anchors/find_anchors.h"
#include "compiler/resolve/resolve.h"

namespace dossier::driver {
namespace {

using anchors::Unit;

/// A heading has no number of its own: it is at the paragraph that follows.
std::vector<Unit> BlocksOf(const inspect::ExhibitFacts& facts) {
  std::vector<Unit> units;
  int place = 1;
  for (const inspect::TextBlock& block : facts.blocks) {
    if (block.number > 0) place = block.number;
    units.push_back({block.text, place});
    if (block.number > 0 && place < facts.paragraphs) ++place;
  }
  return units;
}

std::vector<Unit> PagesOf(const inspect::ExhibitFacts& facts) {
  std::vector<Unit> units;
  for (const std::string& text : facts.page_text)
    units.push_back({text, static_cast<int>(units.size())});
  return units;
}

}  // namespace

anchors::AnchorIndex OwnNumbers(const inspect::ExhibitFacts& facts) {
  const bool paged = inspect::IsPaged(facts.media);
  return anchors::FindAnchors(paged ? PagesOf(facts) : BlocksOf(facts), paged);
}

void AddOwnNumbers(const model::Case& source, Intake& intake) {
  const auto wanted = resolve::WantAnchors(source);
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    const std::string& id = source.exhibits[i].id.value;
    if (wanted.find(id) == wanted.end()) continue;
    std::vector<resolve::PartPages>& parts = intake.pages[id].parts;
    for (std::size_t j = 0; j < parts.size() && j < intake.files[i].size(); ++j) {
      const auto& facts = intake.files[i][j].inspection.facts;
      if (facts)
        parts[j].anchors = std::make_shared<const anchors::AnchorIndex>(OwnNumbers(*facts));
    }
  }
}

}  // namespace dossier::driver
