// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/reason.h"

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {

std::string ReasonOf(const Tree& tree, const Node& node) {
  if (!node.applicability.applies) return node.applicability.reason;
  if (!node.broken.empty()) return node.broken;
  const Verdict verdict = node.verdict.Value();
  if (node.replaced != Replaced::kNo && !node.children.empty()) {
    const std::string place =
        node.replaced == Replaced::kByException
            ? "exception " + Named(node.exception.exception->title, node.exception.exception->id)
            : std::string("transitional provision");
    return place + ": " + tree.nodes[node.children.front()].rule.criterion->id +
           " takes its place";
  }
  if (verdict == Verdict::kNotApplicable) {
    switch (node.rule.criterion->op) {
      case model::Operator::kNone:
        return "nothing is filed in any of its branches";
      case model::Operator::kNeeds:
        return "it has no core need";
      case model::Operator::kEach:
        return node.children.empty() ? "there is nothing to ask it of"
                                     : "it applies to nothing that it is asked of";
      default:
        return "none of its branches applies";
    }
  }
  if (verdict != Verdict::kUnknown) return {};
  for (const NeedResult& need : node.needs) {
    if (need.verdict.Value() != Verdict::kUnknown) continue;
    if (!need.unread.empty()) return "exhibit " + need.unread.front() + " could not be read";
    return "a date that it reads is not stated";
  }
  for (const AdverseResult& item : node.adverse) {
    if (!item.readable) return "exhibit " + item.exhibit + " could not be read";
  }
  for (const std::size_t child : node.children) {
    if (tree.nodes[child].verdict.Value() != Verdict::kUnknown) continue;
    return "it depends on " + tree.nodes[child].rule.criterion->id;
  }
  return "something that it depends on could not be read";
}

}  // namespace dossier::evaluate
