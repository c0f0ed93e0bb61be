// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "compiler/evaluate/need_findings.h"
#include "compiler/evaluate/rule_findings.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// What the core needs of a node and of what is below it still want; at most three.
std::string WantedBelow(const Tree& tree, const Node& node, int depth = 0) {
  std::string wanted;
  int told = 0;
  for (const NeedResult& need : node.needs) {
    if (need.need->weight != model::Weight::kCore || need.coverage.missing.empty()) continue;
    if (++told > 3) break;
    wanted += (wanted.empty() ? "" : ", ") + need.need->id + " still wants " +
              WordsOf(need.coverage.missing);
  }
  for (const std::size_t child : node.children) {
    if (!wanted.empty() || depth > 4) break;
    wanted = WantedBelow(tree, tree.nodes[child], depth + 1);
  }
  return wanted;
}

bool IsFiled(const Node& node) {
  for (const NeedResult& need : node.needs) {
    if (need.verdict != Lanes::Both(Verdict::kOpen)) return true;
  }
  return !node.adverse.empty();
}

std::string WhatIsMissing(const Tree& tree, const Node& node) {
  const std::string wanted = WantedBelow(tree, node);
  const std::string tail = wanted.empty() ? "" : ": " + wanted;
  switch (node.verdict.Value()) {
    case Verdict::kContradicted:
      for (const AdverseResult& item : node.adverse) {
        if (item.answer.absent != Verdict::kContradicted) continue;
        return "exhibit " + (item.exhibit.empty() ? item.item->cite.text : item.exhibit) +
               " supports it without an answer";
      }
      return "something supports it without an answer";
    case Verdict::kOpen:
      return IsFiled(node) ? "part of the answer is missing" + tail : "nothing is filed";
    case Verdict::kStale:
      return "what is filed is out of date" + tail;
    case Verdict::kThin:
      return "it is thin" + tail;
    default:
      break;
  }
  return "what is filed could not be read";
}

}  // namespace

void ReportObjections(const Tree& tree, diagnostics::Sink& sink) {
  for (const std::size_t at : tree.objections) {
    const Node& node = tree.nodes[at];
    const Verdict verdict = node.verdict.Value();
    if (IsSatisfied(verdict) || verdict == Verdict::kNotApplicable) continue;
    const model::Criterion& criterion = *node.rule.criterion;
    Finding finding = About(node, Kind::kObjectionUnanswered);
    finding.args = {Id(Named(criterion.title, criterion.id)), Id(WhatIsMissing(tree, node))};
    finding.level = LevelOf(Verdict::kThin, criterion.weight, Mode::kFull);
    finding.related.push_back({{"the rule stands here"}, criterion.span});
    const std::string need = criterion.needs.empty() ? "..." : criterion.needs.front().id;
    finding.hint = {
        "answer it in grounds.yaml: \"criterion: {0}\", \"needs: {{1}: [{cite: ..., shows: ...}]}\"",
        {Id(criterion.id), Id(need)}};
    sink.Report(std::move(finding));
  }
}

}  // namespace dossier::evaluate
