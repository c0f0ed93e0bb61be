// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/modes.h"

#include <algorithm>

namespace dossier::evaluate {
namespace {

using model::Operator;

/// The branches that make a satisfied choice satisfied.
std::vector<std::size_t> Deciding(const Tree& tree, const Node& node) {
  if (node.rule.criterion->op != Operator::kAtLeast) {
    return node.reached ? std::vector<std::size_t>{*node.reached} : std::vector<std::size_t>{};
  }
  std::vector<std::size_t> ranked;
  for (const std::size_t child : node.children) {
    if (IsRanked(tree.nodes[child].verdict.Value())) ranked.push_back(child);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [&](std::size_t a, std::size_t b) {
    return tree.nodes[a].verdict.Value() > tree.nodes[b].verdict.Value();
  });
  const std::size_t n = static_cast<std::size_t>(std::max(0, node.rule.criterion->at_least));
  if (ranked.size() > n) ranked.resize(n);
  return ranked;
}

class Marker {
 public:
  explicit Marker(const Tree& tree) : tree_(tree), modes_(tree.nodes.size(), Mode::kSilent) {}

  void Mark(std::size_t at, Mode mode, bool first) {
    if (!first && modes_[at] >= mode) return;
    modes_[at] = std::max(modes_[at], mode);
    const Node& node = tree_.nodes[at];
    // A criterion that a presumption carries wants nothing more from its branches.
    const Mode inner =
        node.presumed && IsSatisfied(node.verdict.Value()) ? std::min(mode, Mode::kNotes) : mode;
    if (!IsChoice(node)) {
      for (const std::size_t child : node.children) Mark(child, inner, false);
      return;
    }
    if (!IsSatisfied(node.branches.Value())) return;
    const std::vector<std::size_t> deciding = Deciding(tree_, node);
    for (const std::size_t child : node.children) {
      const bool decides = std::find(deciding.begin(), deciding.end(), child) != deciding.end();
      Mark(child, decides ? inner : std::min(inner, Mode::kNotes), false);
    }
  }

  std::vector<Mode> Take() { return std::move(modes_); }

 private:
  const Tree& tree_;
  std::vector<Mode> modes_;
};

}  // namespace

std::vector<Mode> ModesOf(const Tree& tree) {
  Marker marker(tree);
  for (const std::size_t root : tree.roots) marker.Mark(root, Mode::kFull, true);
  return marker.Take();
}

}  // namespace dossier::evaluate
