// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compiler/layout/slab.h"

namespace dossier::layout {

/// Slabs from top to bottom, with the space between them: of the spaces that two neighbours ask
/// for the larger counts.
class Stack {
 public:
  void Space(Length space) { space_ = std::max(space_, space); }
  /// Makes the space that stands at the moment no larger than `space`.
  void CutSpace(Length space) { space_ = std::min(space_, space); }
  void StartPage() { starts_page_ = true; }
  /// The next slab carries this anchor.
  void Anchor(const std::string& name) {
    if (!name.empty()) {
      anchors_.push_back({name, {}});
    }
  }

  void Push(Slab slab) {
    slab.space_before = std::max(slab.space_before, std::exchange(space_, Length()));
    slab.starts_page = std::exchange(starts_page_, false);
    slab.anchors.insert(slab.anchors.begin(), anchors_.begin(), anchors_.end());
    anchors_.clear();
    slabs_.push_back(std::move(slab));
  }

  [[nodiscard]] std::vector<Slab>& slabs() { return slabs_; }
  [[nodiscard]] bool has_anchors() const { return !anchors_.empty(); }
  [[nodiscard]] bool wants_page() const { return starts_page_; }
  [[nodiscard]] Length space() const { return space_; }

 private:
  std::vector<Slab> slabs_;
  std::vector<AnchorMark> anchors_;
  Length space_;
  bool starts_page_ = false;
};

}  // namespace dossier::layout
