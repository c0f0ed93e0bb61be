// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "compiler/rulebook/lint_parts.h"

namespace dossier::rulebook {
namespace {

using diagnostics::Id;
using model::Criterion;

std::string Count(int number, std::string_view unit) {
  return std::to_string(number) + " " + std::string(unit) + (number == 1 ? "" : "s");
}

std::string Words(const model::MaxAge& age) {
  std::string words;
  if (age.months > 0 && age.months % 12 == 0) {
    words = Count(age.months / 12, "year");
  } else if (age.months > 0) {
    words = Count(age.months, "month");
  }
  if (age.days > 0) words += (words.empty() ? "" : " and ") + Count(age.days, "day");
  return words;
}

/// A criterion with a range, as a version of a provision.
struct Version {
  const Criterion* criterion = nullptr;
  bool named = false;  // in a pack that is linted
};

/// All dated criteria of the packs, and which of them are versions of one provision.
class Versions {
 public:
  explicit Versions(const std::vector<model::RulePack>& packs) {
    for (const model::RulePack& pack : packs) Add(pack.criteria, nullptr, pack.named_by_case);
    group_.resize(all_.size());
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    JoinSameProvision();
    for (const model::RulePack& pack : packs) {
      for (const model::Crosswalk& link : pack.crosswalk) Join(link);
    }
  }

  /// The groups, each by the beginning of its time.
  [[nodiscard]] std::vector<std::vector<Version>> Groups() {
    std::map<std::size_t, std::vector<Version>> groups;
    for (std::size_t i = 0; i < all_.size(); ++i) groups[Root(i)].push_back(all_[i]);
    std::vector<std::vector<Version>> sorted;
    for (auto& [root, versions] : groups) {
      std::stable_sort(versions.begin(), versions.end(), [](const Version& a, const Version& b) {
        const auto& from_a = a.criterion->from;
        const auto& from_b = b.criterion->from;
        if (!from_a || !from_b) return !from_a && from_b;
        return from_a->First() < from_b->First();
      });
      sorted.push_back(std::move(versions));
    }
    return sorted;
  }

 private:
  void Add(const std::vector<Criterion>& criteria, const Criterion* parent, bool named) {
    for (const Criterion& criterion : criteria) {
      if (criterion.from || criterion.to) {
        by_id_.emplace(criterion.id, all_.size());
        inherited_.push_back(parent != nullptr && parent->authority.span == criterion.authority.span);
        all_.push_back({&criterion, named});
      }
      Add(criterion.children, &criterion, named);
    }
  }

  /// Branches with the authority of their criterion are parts of it, not versions.
  void JoinSameProvision() {
    std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> first;
    for (std::size_t i = 0; i < all_.size(); ++i) {
      if (inherited_[i]) continue;
      const Criterion& criterion = *all_[i].criterion;
      const auto [entry, fresh] = first.try_emplace(
          {criterion.authority.instrument, criterion.authority.pinpoint, criterion.reads}, i);
      if (!fresh) Join(entry->second, i);
    }
  }

  void Join(const model::Crosswalk& link) {
    using Kind = model::Crosswalk::Kind;
    const bool same = link.kind == Kind::kEquivalent || link.kind == Kind::kMoved ||
                      link.kind == Kind::kChanged;
    const auto from = by_id_.find(link.from);
    const auto to = by_id_.find(link.to);
    if (!same || from == by_id_.end() || to == by_id_.end()) return;
    const bool one_date = all_[from->second].criterion->reads == all_[to->second].criterion->reads;
    if (one_date) Join(from->second, to->second);
  }

  void Join(std::size_t a, std::size_t b) {
    const std::size_t low = std::min(Root(a), Root(b));
    group_[Root(a)] = low;
    group_[Root(b)] = low;
  }
  std::size_t Root(std::size_t i) const {
    while (group_[i] != i) i = group_[i];
    return i;
  }

  std::vector<Version> all_;
  std::vector<bool> inherited_;
  std::vector<std::size_t> group_;
  std::map<std::string_view, std::size_t> by_id_;
};

void ReportGap(const Version& before, const Version& after, diagnostics::Sink& sink) {
  const Criterion& last = *before.criterion;
  const Criterion& next = *after.criterion;
  const Criterion& here = after.named ? next : last;
  const Criterion& other = after.named ? last : next;
  sink.Report({.kind = diagnostics::Kind::kTimeGap,
               .args = {Id(last.to->ToString()), Id(next.from->ToString()),
                        Id(last.authority.instrument + ", " + last.authority.pinpoint)},
               .place = here.span,
               .criterion = here.id,
               .related = {{"the other version stands here", other.span}},
               .hint = {"say what governs in between, or let {0} begin on {1}",
                        {Id(next.id), Id(last.to->ToString())}}});
}

}  // namespace

void LintAge(const model::RulePack& pack, const Date& today, diagnostics::Sink& sink) {
  if (!pack.max_age) return;
  std::string when = "on no day that it states";
  if (pack.last_checked) {
    const Day due = FromDayNumber(DayNumber(AddMonths(pack.last_checked->First(),
                                                      pack.max_age->months)) +
                                  pack.max_age->days);
    if (today.First() <= due) return;
    when = "on " + pack.last_checked->ToString();
  }
  sink.Report({.kind = diagnostics::Kind::kRuleCheckOld,
               .args = {Id(pack.id), Id(when), Id(Words(*pack.max_age))},
               .place = diagnostics::Place::InFile(pack.path),
               .hint = "compare every pinpoint with its source, then set `last_checked`"});
}

void LintGaps(const std::vector<model::RulePack>& packs, diagnostics::Sink& sink) {
  for (const std::vector<Version>& versions : Versions(packs).Groups()) {
    const Version* latest = nullptr;  // the one in force the longest so far
    for (const Version& version : versions) {
      const auto& from = version.criterion->from;
      const bool gap = latest != nullptr && latest->criterion->to && from &&
                       latest->criterion->to->First() < from->First();
      if (gap && (latest->named || version.named)) ReportGap(*latest, version, sink);
      const bool longer =
          latest == nullptr || (latest->criterion->to &&
                                (!version.criterion->to ||
                                 latest->criterion->to->First() < version.criterion->to->First()));
      if (longer) latest = &version;
    }
  }
}

}  // namespace dossier::rulebook
