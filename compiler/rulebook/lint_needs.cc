// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <string>

#include "compiler/rulebook/lint_parts.h"

namespace dossier::rulebook {
namespace {

using diagnostics::Id;
using model::Criterion;
using model::Need;

bool Holds(const std::vector<model::ExhibitKind>& kinds, model::ExhibitKind kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string Upto(int max) {
  return "at most " + std::to_string(max) + (max == 1 ? " item counts" : " items count");
}

/// Why the numbers of a need cannot come together; empty when they can.
std::string WhyNotCounted(const Need& need) {
  const model::ItemFilter& where = need.where;
  if (need.max && need.min > *need.max) {
    return "it wants " + std::to_string(need.min) + " items, and " + Upto(*need.max);
  }
  const std::pair<int, std::string_view> distinct[] = {{need.distinct_publishers, "publishers"},
                                                       {need.distinct_kinds, "kinds"},
                                                       {need.distinct_events, "days of events"}};
  for (const auto& [count, what] : distinct) {
    if (!need.max || count <= *need.max) continue;
    return "it wants " + std::to_string(count) + " " + std::string(what) + ", and " +
           Upto(*need.max);
  }
  const auto kinds = static_cast<int>(where.kinds.size());
  if (kinds > 0 && need.distinct_kinds > kinds) {
    return "it wants " + std::to_string(need.distinct_kinds) + " kinds and takes " +
           std::to_string(kinds);
  }
  return {};
}

/// Even shares are the smallest: of n publishers one has at least the n-th part.
std::string WhyNotShared(const Need& need) {
  if (!need.max_share) return {};
  const std::string share = std::to_string(*need.max_share) + " percent";
  if (*need.max_share == 0) return "one publisher may have no part of it";
  if (!need.max || std::int64_t{*need.max} * *need.max_share >= 100) return {};
  return "one publisher may have " + share + ", and " + Upto(*need.max);
}

std::string WhyNotFiltered(const Need& need) {
  const model::ItemFilter& where = need.where;
  const bool alone = !where.kinds.empty() && !need.not_alone.empty() &&
                     std::all_of(where.kinds.begin(), where.kinds.end(),
                                 [&](auto kind) { return Holds(need.not_alone, kind); });
  if (alone) return "every kind that it takes is one that does not count alone";
  if (where.dated) {
    const model::DateRange& range = where.dated->range;
    if (range.from.date && range.before.date &&
        range.from.date->First() >= range.before.date->First()) {
      return "no day lies from " + range.from.date->ToString() + " and before " +
             range.before.date->ToString();
    }
  }
  return {};
}

void Look(const Criterion& criterion, const Need& need, diagnostics::Sink& sink) {
  std::string why = WhyNotCounted(need);
  if (why.empty()) why = WhyNotShared(need);
  if (why.empty()) why = WhyNotFiltered(need);
  if (why.empty()) return;
  sink.Report({.kind = diagnostics::Kind::kNeedImpossible,
               .args = {Id(need.id), Id(criterion.id), Id(why)},
               .place = need.span,
               .criterion = criterion.id,
               .need = need.id});
}

void Look(const std::vector<Criterion>& criteria, diagnostics::Sink& sink) {
  for (const Criterion& criterion : criteria) {
    for (const Need& need : criterion.needs) Look(criterion, need, sink);
    if (criterion.presumption) {
      for (const Need& need : criterion.presumption->basis) Look(criterion, need, sink);
    }
    Look(criterion.children, sink);
  }
}

}  // namespace

void LintNeeds(const model::RulePack& pack, diagnostics::Sink& sink) {
  Look(pack.criteria, sink);
  Look(pack.objections, sink);
}

}  // namespace dossier::rulebook
