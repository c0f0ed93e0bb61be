// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/tailor.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "compiler/foundation/suggest.h"

namespace dossier::rulebook {
namespace {

using diagnostics::Id;
using model::Criterion;
using model::Need;
using model::NeedChange;
using model::RulePack;
using model::Tailoring;

/// Who changed which need of which criterion, and where.
struct Change {
  std::string pack;
  Span place;
};
using Changes = std::map<std::pair<std::string, std::string>, Change>;

void CollectIds(const std::vector<Criterion>& criteria, std::vector<std::string_view>& ids) {
  for (const Criterion& criterion : criteria) {
    if (!criterion.id.empty()) ids.push_back(criterion.id);
    CollectIds(criterion.children, ids);
  }
}

Criterion* FindIn(std::vector<Criterion>& criteria, std::string_view id) {
  for (Criterion& criterion : criteria) {
    if (criterion.id == id) return &criterion;
    if (Criterion* child = FindIn(criterion.children, id)) return child;
  }
  return nullptr;
}

/// The ids of `pack`'s extended packs, and of those that these extend.
std::set<std::string> Extended(const std::vector<RulePack>& packs, const RulePack& pack) {
  std::set<std::string> ids;
  std::vector<const RulePack*> open = {&pack};
  while (!open.empty()) {
    const RulePack* next = open.back();
    open.pop_back();
    for (const auto& extended : next->extends) {
      if (!ids.insert(extended.value).second) continue;
      for (const RulePack& other : packs) {
        if (other.id == extended.value) open.push_back(&other);
      }
    }
  }
  return ids;
}

std::vector<Need>::iterator FindNeed(std::vector<Need>& needs, std::string_view id) {
  return std::find_if(needs.begin(), needs.end(), [&](const Need& need) { return need.id == id; });
}

void Apply(const NeedChange& change, Need& need) {
  if (change.min) need.min = *change.min;
  if (change.max) need.max = change.max;
  if (change.distinct_publishers) need.distinct_publishers = *change.distinct_publishers;
  if (change.distinct_origins) need.distinct_origins = *change.distinct_origins;
  if (change.distinct_kinds) need.distinct_kinds = *change.distinct_kinds;
  if (change.distinct_events) need.distinct_events = *change.distinct_events;
  if (change.weight) need.weight = *change.weight;
  if (change.months) need.where.fresh->months = *change.months;
}

/// One tailoring on its way: works on a copy of the needs, which replaces them when all went well.
class Attempt {
 public:
  Attempt(const RulePack& pack, const Tailoring& tailoring, Changes& changes,
          diagnostics::Sink& sink)
      : pack_(pack), tailoring_(tailoring), changes_(changes), sink_(sink) {}

  void Run(Criterion& criterion) {
    std::vector<Need> needs = criterion.needs;
    if (criterion.op != model::Operator::kNeeds) {
      return Refuse("it counts no needs of its own", tailoring_.at.span);
    }
    for (const auto& removed : tailoring_.remove) Remove(removed, needs);
    for (const NeedChange& change : tailoring_.set) Set(change, needs);
    for (const Need& added : tailoring_.add) Add(added, criterion, needs);
    if (!refused_ && needs.empty()) Refuse("no need would be left", tailoring_.at.span);
    const auto is_core = [](const Need& need) { return need.weight == model::Weight::kCore; };
    const bool had_core = std::any_of(criterion.needs.begin(), criterion.needs.end(), is_core);
    if (!refused_ && had_core && std::none_of(needs.begin(), needs.end(), is_core)) {
      Refuse("no core need would be left", tailoring_.at.span);
    }
    if (!refused_) criterion.needs = std::move(needs);
  }

  void Refuse(const std::string& reason, Span place, std::optional<Span> other = {}) {
    refused_ = true;
    diagnostics::Finding finding{.kind = diagnostics::Kind::kTailoringRefused,
                                 .args = {Id(tailoring_.at.value), Id(reason)},
                                 .place = place,
                                 .criterion = tailoring_.at.value};
    if (other) finding.related.push_back({"the other one stands here", *other});
    sink_.Report(std::move(finding));
  }

 private:
  /// The need, unless it is not there or another pack has changed it.
  std::optional<std::vector<Need>::iterator> Take(const Spanned<std::string>& id,
                                                  std::vector<Need>& needs) {
    if (!Claim(id.value, id.span)) return std::nullopt;
    const auto found = FindNeed(needs, id.value);
    if (found != needs.end()) return found;
    std::vector<std::string_view> known;
    for (const Need& need : needs) known.push_back(need.id);
    const auto meant = Closest(id.value, known);
    Refuse("it has no need \"" + id.value + "\"" + (meant ? "; did you mean \"" + *meant + "\"?" : ""),
           id.span);
    return std::nullopt;
  }

  bool Claim(const std::string& need, Span place) {
    const auto [first, fresh] =
        changes_.try_emplace({tailoring_.at.value, need}, Change{pack_.id, place});
    if (fresh) return true;
    Refuse("need \"" + need + "\" is changed twice, by " + first->second.pack + " and by " + pack_.id,
           place, first->second.place);
    return false;
  }

  void Remove(const Spanned<std::string>& id, std::vector<Need>& needs) {
    if (const auto found = Take(id, needs)) needs.erase(*found);
  }

  void Set(const NeedChange& change, std::vector<Need>& needs) {
    const auto found = Take(change.need, needs);
    if (!found) return;
    if (change.months && !(*found)->where.fresh) {
      return Refuse("need \"" + change.need.value + "\" has no age that could be changed",
                    change.need.span);
    }
    Apply(change, **found);
    if ((*found)->max && *(*found)->max < (*found)->min) {
      Refuse("need \"" + change.need.value + "\" would want at least " +
                 std::to_string((*found)->min) + " and take at most " +
                 std::to_string(*(*found)->max),
             change.need.span);
    }
  }

  void Add(const Need& added, const Criterion& criterion, std::vector<Need>& needs) {
    if (!Claim(added.id, added.span)) return;
    const auto& basis = criterion.presumption ? criterion.presumption->basis : kNoNeeds;
    const bool taken = FindNeed(needs, added.id) != needs.end() ||
                       std::any_of(basis.begin(), basis.end(),
                                   [&](const Need& need) { return need.id == added.id; });
    if (taken) return Refuse("it has a need \"" + added.id + "\" already", added.span);
    needs.push_back(added);
  }

  static inline const std::vector<Need> kNoNeeds = {};

  const RulePack& pack_;
  const Tailoring& tailoring_;
  Changes& changes_;
  diagnostics::Sink& sink_;
  bool refused_ = false;
};

std::string UnknownCriterion(const std::vector<RulePack>& packs, const std::set<std::string>& extended,
                             const RulePack& pack, std::string_view id) {
  std::vector<std::string_view> known;
  std::vector<std::string_view> own;
  CollectIds(pack.criteria, own);
  if (std::find(own.begin(), own.end(), id) != own.end()) {
    return "it is a rule of this pack itself: change it where it stands";
  }
  for (const RulePack& other : packs) {
    if (extended.count(other.id) > 0) CollectIds(other.criteria, known);
  }
  const auto meant = Closest(id, known);
  return "no pack that " + pack.id + " extends has it" +
         (meant ? "; did you mean \"" + *meant + "\"?" : "");
}

}  // namespace

void Tailor(std::vector<RulePack>& packs, diagnostics::Sink& sink) {
  Changes changes;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    if (packs[i].tailorings.empty()) continue;
    const std::set<std::string> extended = Extended(packs, packs[i]);
    for (const Tailoring& tailoring : packs[i].tailorings) {
      Attempt one(packs[i], tailoring, changes, sink);
      Criterion* target = nullptr;
      for (RulePack& other : packs) {
        if (target == nullptr && &other != &packs[i] && extended.count(other.id) > 0) {
          target = FindIn(other.criteria, tailoring.at.value);
        }
      }
      if (target != nullptr) {
        one.Run(*target);
      } else {
        one.Refuse(UnknownCriterion(packs, extended, packs[i], tailoring.at.value),
                   tailoring.at.span);
      }
    }
  }
}

}  // namespace dossier::rulebook
