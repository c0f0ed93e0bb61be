// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/trace.h"

#include <unordered_set>
#include <utility>

#include "compiler/evaluate/item_filter.h"
#include "compiler/evaluate/reason.h"
#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {
namespace {

/// A place of an exhibit as it is cited: "e02 p. 4".
std::string PlaceOf(const ExhibitTable& exhibits, const model::Citation& cite) {
  const resolve::BoundCitation* bound = exhibits.Bound(cite);
  if (bound == nullptr || bound->exhibit.empty()) return cite.text;
  return bound->exhibit + (bound->pinpoint_text.empty() ? "" : " " + bound->pinpoint_text);
}

class Tracer {
 public:
  Tracer(const resolve::ResolvedCase& resolved, const Tree& tree, const Circumstances& of_case)
      : tree_(tree),
        of_case_(of_case),
        exhibits_(resolved),
        subjects_(*resolved.source),
        filed_(*resolved.source, subjects_) {}

  /// A trace of its own.
  Trace Begin(std::size_t at) {
    shown_.clear();
    return Of(at);
  }
  /// Without its branches.
  Trace Alone(std::size_t at) {
    shown_.clear();
    return Of(at, false);
  }

 private:
  Trace Of(std::size_t at, bool with_branches = true);
  TracedNeed OfNeed(const Node& node, const NeedResult& need, bool of_presumption) const;
  [[nodiscard]] TracedItem OfItem(const FiledItem& item, const model::Need& need,
                                  const NeedContext& context) const;
  [[nodiscard]] TracedAdverse OfAdverse(const AdverseResult& item) const;

  const Tree& tree_;
  const Circumstances& of_case_;
  ExhibitTable exhibits_;
  Subjects subjects_;
  FiledIndex filed_;
  std::unordered_set<std::size_t> shown_;  // in this trace
};

TracedItem Tracer::OfItem(const FiledItem& item, const model::Need& need,
                          const NeedContext& context) const {
  TracedItem traced;
  traced.shows = &item.item->shows;
  const resolve::BoundCitation* bound = exhibits_.Bound(item.item->cite);
  traced.exhibit = bound == nullptr || bound->exhibit.empty() ? item.item->cite.text : bound->exhibit;
  if (bound != nullptr) traced.place = bound->pinpoint_text;
  const std::optional<ItemValue> value = Value(item, need, context);
  if (!value) {
    traced.reason = kPlaceNotFound;
    return traced;
  }
  traced.counted = value->fresh && value->fits && value->missing_date.empty() &&
                   value->exhibit->readable;
  traced.reason = value->reason;
  if (!value->exhibit->readable) {
    traced.reason = "it could not be read";
  } else if (!value->missing_date.empty()) {
    traced.reason = "the case does not state the date \"" + std::string(value->missing_date) + "\"";
  } else if (traced.counted && value->exhibit->surrogate) {
    traced.reason = "a note that stands in for the original";
  }
  return traced;
}

TracedNeed Tracer::OfNeed(const Node& node, const NeedResult& need, bool of_presumption) const {
  TracedNeed traced;
  traced.need = need.need;
  traced.of_presumption = of_presumption;
  traced.verdict = need.verdict.Value();
  traced.have = need.coverage.have;
  const NeedContext context{.criterion = node.rule.criterion,
                            .exhibits = &exhibits_,
                            .dates = &of_case_.DatesOf(node.asked),
                            .subject = node.asked.subject,
                            .subjects = &subjects_};
  Filed scratch;
  const Filed& filed = filed_.Find(node.rule.criterion->id, node.subject, scratch);
  const auto items = filed.needs.find(need.need->id);
  if (items == filed.needs.end()) return traced;
  for (const FiledItem& item : items->second) {
    traced.items.push_back(OfItem(item, *need.need, context));
  }
  return traced;
}

TracedAdverse Tracer::OfAdverse(const AdverseResult& item) const {
  TracedAdverse traced;
  traced.exhibit = item.exhibit.empty() ? item.item->cite.text : item.exhibit;
  traced.place = item.pinpoint;
  traced.limb = item.limb;
  traced.defeater = item.defeater;
  traced.answered = item.answer.absent != Verdict::kContradicted;
  for (const model::Citation& cite : item.item->answered_by) {
    traced.answers.push_back(PlaceOf(exhibits_, cite));
  }
  return traced;
}

/// Needs: the tree is no deeper than `kMaxRuleDepth`, which `EvaluateTree` holds.
Trace Tracer::Of(std::size_t at, bool with_branches) {
  const Node& node = tree_.nodes[at];
  Trace trace;
  trace.criterion = node.rule.criterion;
  trace.pack = node.rule.pack;
  trace.authority = node.rule.authority;
  trace.subject = node.subject;
  trace.verdict = node.verdict.Value();
  trace.reason = ReasonOf(tree_, node);
  if (node.rule.criterion->from || node.rule.criterion->to) {
    trace.reads = node.applicability.reads;
    trace.at = node.applicability.at;
  }
  trace.presumed = node.presumed && IsSatisfied(trace.verdict);
  if (node.reached) trace.reached = tree_.nodes[*node.reached].rule.criterion->id;
  trace.shown_above = !shown_.insert(at).second;
  if (trace.shown_above) return trace;
  for (const NeedResult& need : node.needs) trace.needs.push_back(OfNeed(node, need, false));
  for (const NeedResult& need : node.basis) trace.needs.push_back(OfNeed(node, need, true));
  for (const AdverseResult& item : node.adverse) trace.adverse.push_back(OfAdverse(item));
  if (!with_branches) return trace;
  for (const std::size_t child : node.children) trace.branches.push_back(Of(child));
  return trace;
}

/// One evaluation with all that its nodes point into.
struct Evaluated {
  RuleIndex rules;
  Circumstances of_case;
  LawTable laws;
  Tree tree;

  Evaluated(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
            const EvaluateOptions& options)
      : rules(packs),
        of_case(*resolved.source, options.as_of),
        laws(packs, *resolved.source, of_case),
        tree(EvaluateTree(
            {.resolved = resolved, .rules = rules, .circumstances = of_case, .laws = laws})) {}
};

/// What `trace` says of `exhibit`.
void AddUses(const Trace& trace, std::string_view exhibit, std::vector<ExhibitUse>& uses) {
  const auto add = [&](const TracedItem& item, const std::string& need) {
    ExhibitUse& use = uses.emplace_back();
    use.criterion = trace.criterion;
    use.subject = trace.subject;
    use.need = need;
    use.item = item;
    return &use;
  };
  for (const TracedNeed& need : trace.needs) {
    for (const TracedItem& item : need.items) {
      if (item.exhibit == exhibit) add(item, need.need->id);
    }
  }
  const std::string prefix = std::string(exhibit) + " ";
  for (const TracedAdverse& item : trace.adverse) {
    TracedItem filed;
    filed.exhibit = item.exhibit;
    filed.place = item.place;
    filed.counted = !item.answered;
    if (item.exhibit == exhibit) add(filed, item.limb)->against = true;
    for (const std::string& answer : item.answers) {
      if (answer != exhibit && !answer.starts_with(prefix)) continue;
      TracedItem answering;
      answering.exhibit = exhibit;
      answering.place = answer == exhibit ? "" : answer.substr(prefix.size());
      answering.counted = item.answered;
      add(answering, item.exhibit)->answers = true;
    }
  }
}

}  // namespace

std::vector<ExhibitUse> TraceExhibit(const resolve::ResolvedCase& resolved,
                                     const std::vector<model::RulePack>& packs,
                                     const EvaluateOptions& options, std::string_view exhibit) {
  const Evaluated evaluated(resolved, packs, options);
  Tracer tracer(resolved, evaluated.tree, evaluated.of_case);
  std::vector<ExhibitUse> uses;
  for (std::size_t at = 0; at < evaluated.tree.nodes.size(); ++at) {
    AddUses(tracer.Alone(at), exhibit, uses);
  }
  return uses;
}

std::vector<Trace> TraceCriterion(const resolve::ResolvedCase& resolved,
                                  const std::vector<model::RulePack>& packs,
                                  const EvaluateOptions& options, std::string_view id) {
  const Evaluated evaluated(resolved, packs, options);
  const Tree& tree = evaluated.tree;
  Tracer tracer(resolved, tree, evaluated.of_case);
  std::vector<Trace> traces;
  for (std::size_t at = 0; at < tree.nodes.size(); ++at) {
    if (tree.nodes[at].rule.criterion->id != id) continue;
    traces.push_back(tracer.Begin(at));
    traces.back().closing = ClosingSets(tree, at);
  }
  return traces;
}

}  // namespace dossier::evaluate
