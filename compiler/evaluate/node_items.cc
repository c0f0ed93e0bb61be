// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/node_items.h"

#include <algorithm>
#include <utility>

namespace dossier::evaluate {
namespace {

/// What stands against something is no answer to itself.
bool IsSamePlace(const model::Citation& a, const model::Citation& b, const ExhibitTable& exhibits) {
  const resolve::BoundCitation* first = exhibits.Bound(a);
  const resolve::BoundCitation* second = exhibits.Bound(b);
  return first != nullptr && second != nullptr && first->exhibit == second->exhibit &&
         first->pinpoint_text == second->pinpoint_text;
}

Lanes AnswerOf(const model::AdverseItem& item, const ExhibitTable& exhibits) {
  Lanes answer = Lanes::Both(Verdict::kContradicted);
  for (const model::Citation& citation : item.answered_by) {
    const ExhibitEntry* entry = exhibits.Cited(citation);
    if (entry == nullptr || IsSamePlace(item.cite, citation, exhibits)) continue;
    const Verdict worth = entry->surrogate ? Verdict::kThin : Verdict::kCovered;
    answer.counting = std::max(answer.counting, worth);
    if (entry->readable) answer.absent = std::max(answer.absent, worth);
  }
  return answer;
}

void AddAdverse(Node& node, const AdverseItems& items, std::string_view limb, bool defeater,
                const ExhibitTable& exhibits) {
  for (const model::AdverseItem* item : items) {
    AdverseResult result;
    result.item = item;
    result.limb = limb;
    result.defeater = defeater;
    if (const resolve::BoundCitation* bound = exhibits.Bound(item->cite)) {
      result.exhibit = bound->exhibit;
      result.pinpoint = bound->pinpoint_text;
    }
    // An item whose place was not found still stands: the author says that something is there.
    const ExhibitEntry* entry = exhibits.Cited(item->cite);
    result.readable = entry == nullptr || entry->readable;
    result.answer = AnswerOf(*item, exhibits);
    node.adverse.push_back(std::move(result));
  }
}

}  // namespace

void CountNeeds(Node& node, const Filed& filed, const ExhibitTable& exhibits,
                const Subjects& subjects, const NamedDates& dates) {
  const model::Criterion& criterion = *node.rule.criterion;
  const NeedContext context{
      .criterion = &criterion,
      .exhibits = &exhibits,
      .dates = &dates,
      .subject = node.asked.subject,
      .subjects = &subjects};
  const auto count = [&](const model::Need& need) {
    static const std::vector<FiledItem> kNothing;
    const auto items = filed.needs.find(need.id);
    return CountNeed(need, items == filed.needs.end() ? kNothing : items->second, context);
  };
  for (const model::Need& need : criterion.needs) node.needs.push_back(count(need));
  if (!criterion.presumption) return;
  for (const model::Need& need : criterion.presumption->basis) node.basis.push_back(count(need));
}

void CollectAdverse(Node& node, const Filed& filed, const ExhibitTable& exhibits) {
  const model::Criterion& criterion = *node.rule.criterion;
  AddAdverse(node, filed.adverse, {}, false, exhibits);
  if (node.replaced != Replaced::kNo) return;
  for (const model::Limb& limb : criterion.limbs) {
    const auto items = filed.limbs.find(limb.id);
    if (items != filed.limbs.end()) AddAdverse(node, items->second, limb.id, false, exhibits);
  }
  if (!criterion.presumption) return;
  for (const model::Limb& limb : criterion.presumption->defeaters) {
    const auto items = filed.defeaters.find(limb.id);
    if (items != filed.defeaters.end()) AddAdverse(node, items->second, limb.id, true, exhibits);
  }
}

}  // namespace dossier::evaluate
