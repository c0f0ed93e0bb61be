// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/counting.h"

#include <algorithm>
#include <map>
#include <set>

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

/// What a set of items amounts to.
struct Tally {
  std::set<int> works;
  std::map<int, std::set<int>> works_by_publisher;  // negative: not known
  std::set<int> origins;
  bool has_more_than_country_assessments = false;

  void Add(const ExhibitEntry& entry) {
    works.insert(entry.work);
    works_by_publisher[std::max(entry.publisher, -1)].insert(entry.work);
    origins.insert(entry.origins.begin(), entry.origins.end());
    const bool country_assessment = entry.exhibit->nature == model::Nature::kAssessment &&
                                    entry.exhibit->scope == model::Scope::kCountry;
    if (!country_assessment) has_more_than_country_assessments = true;
  }

  [[nodiscard]] int Works() const { return static_cast<int>(works.size()); }
  [[nodiscard]] int Origins() const { return static_cast<int>(origins.size()); }
  /// A publisher that is not named may be one of those that are, so it adds to none.
  [[nodiscard]] int Publishers() const {
    const int all = static_cast<int>(works_by_publisher.size());
    return all > 1 && works_by_publisher.count(-1) > 0 ? all - 1 : all;
  }
};

bool Suffices(const Tally& tally, const model::Need& need) {
  return tally.Works() >= need.min && tally.Publishers() >= need.distinct_publishers &&
         tally.Origins() >= need.distinct_origins && tally.has_more_than_country_assessments;
}

/// The items of one lane.
struct LaneTally {
  bool any = false;
  bool any_fresh = false;
  Tally counting;   // fresh and fitting
  Tally originals;  // of these, those that are in the case

  [[nodiscard]] Verdict Of(const model::Need& need) const {
    if (!any) return Verdict::kOpen;
    if (!any_fresh) return Verdict::kStale;
    return Suffices(originals, need) ? Verdict::kCovered : Verdict::kThin;
  }

  void Add(const ItemValue& value, bool fresh) {
    any = true;
    if (!fresh) return;
    any_fresh = true;
    if (!value.fits) return;
    counting.Add(*value.exhibit);
    if (!value.exhibit->surrogate) originals.Add(*value.exhibit);
  }
};

int LargestShare(const Tally& tally) {
  std::size_t largest = 0;
  for (const auto& [publisher, works] : tally.works_by_publisher) {
    if (publisher >= 0) largest = std::max(largest, works.size());
  }
  return tally.works.empty() ? 0 : static_cast<int>(largest * 100 / tally.works.size());
}

/// What a further item would have to be, in words.
std::string ConditionOf(const model::ItemFilter& where, const NamedDates& dates) {
  std::vector<std::string> parts;
  if (where.natures.size() == 1) {
    parts.emplace_back(where.natures.front() == model::Nature::kFact ? "reporting facts"
                                                                     : "an assessment");
  }
  if (where.fresh) {
    const std::optional<Date>& at = dates.Get(where.fresh->of);
    const std::string what(WordOf(where.fresh->field));
    parts.push_back(at ? what + " on or after " +
                             Date::Of(OldestFresh(*at, where.fresh->months)).ToString()
                       : what + " recently");
  }
  if (!where.languages.empty()) parts.push_back("in " + JoinOr(where.languages));
  if (where.pinpoint) parts.emplace_back("cited with a page or paragraph");
  std::string words;
  for (const std::string& part : parts) words += (words.empty() ? "" : ", ") + part;
  return words;
}

MissingEvidence Further(int count, std::string condition, const model::Need& need) {
  MissingEvidence missing;
  missing.count = count;
  missing.kinds = need.where.kinds;
  if (need.where.scopes.size() == 1) missing.scope = need.where.scopes.front();
  missing.condition = std::move(condition);
  return missing;
}

std::string And(std::string words, const std::string& more) {
  if (!words.empty()) words += ", ";
  return words + more;
}

/// What would close the gap, were every further item independent of those filed.
std::vector<MissingEvidence> MissingOf(const LaneTally& tally, const model::Need& need,
                                       const NamedDates& dates) {
  std::vector<MissingEvidence> missing;
  const std::string condition = ConditionOf(need.where, dates);
  const int further = std::max(0, need.min - tally.counting.Works());
  const int publishers =
      std::max(0, need.distinct_publishers - tally.counting.Publishers() - further);
  const int origins = std::max(0, need.distinct_origins - tally.counting.Origins() - further);
  if (further > 0) {
    std::string words = condition;
    if (need.distinct_publishers > 1 && tally.counting.Works() > 0) {
      words = And(words, "by another publisher");
    }
    if (need.distinct_origins > 1 && tally.counting.Works() > 0) {
      words = And(words, "from another primary source");
    }
    missing.push_back(Further(further, std::move(words), need));
  }
  if (publishers > 0) {
    missing.push_back(Further(publishers, And(condition, "by another publisher"), need));
  }
  if (origins > publishers) {
    missing.push_back(
        Further(origins - publishers, And(condition, "from another primary source"), need));
  }
  if (tally.counting.Works() > 0 && !tally.counting.has_more_than_country_assessments &&
      missing.empty()) {
    missing.push_back(Further(1, And(condition, "reporting facts and not an assessment"), need));
  }
  const int notes = std::min(need.min, tally.counting.Works()) - tally.originals.Works();
  if (notes > 0) {
    missing.push_back(Further(notes, "the original in place of the note that stands for it", need));
  }
  if (missing.empty()) {
    missing.push_back(
        Further(1, And(condition, "in the original and independent of the others"), need));
  }
  return missing;
}

/// Counts as it goes: both lanes, what counted and what did not.
class Counter {
 public:
  Counter(const model::Need& need, const NeedContext& context) : need_(need), context_(context) {
    result_.need = &need;
    result_.coverage.id = need.id;
    result_.coverage.weight = need.weight;
    result_.coverage.want = need.min;
  }

  void Add(const FiledItem& filed) {
    const std::optional<ItemValue> value = Value(filed, need_, context_);
    if (!value) {
      NoteUnresolved(filed.item->cite);
      return;
    }
    const std::string& id = value->exhibit->exhibit->id.value;
    counting_.Add(*value, value->fresh);
    NoteStaleGround(filed);
    if (!value->exhibit->readable) {
      if (unread_.insert(id).second) result_.unread.push_back(id);
      result_.coverage.not_counted.push_back({id, "it could not be read"});
      return;
    }
    absent_.Add(*value, value->fresh && !value->fresh_undecided);
    if (value->fresh_undecided) result_.date_missing = true;
    if (value->fresh && !value->fresh_undecided && value->fits) {
      if (counted_.insert(id).second) result_.coverage.items.push_back(id);
    } else if (!value->reason.empty()) {
      result_.coverage.not_counted.push_back({id, value->reason});
    }
  }

  NeedResult Finish() {
    result_.verdict = {.absent = absent_.Of(need_), .counting = counting_.Of(need_)};
    NeedCoverage& coverage = result_.coverage;
    coverage.verdict = result_.verdict.Value();
    coverage.have = absent_.counting.Works();
    // "Nothing is filed" would be hard to believe of a need with a mistyped page.
    if (coverage.verdict == Verdict::kOpen) coverage.not_counted = std::move(unresolved_);
    if (coverage.verdict != Verdict::kCovered) {
      coverage.missing = MissingOf(absent_, need_, *context_.dates);
    }
    result_.surrogate_only =
        coverage.verdict == Verdict::kThin && Suffices(absent_.counting, need_);
    if (need_.max_share && absent_.counting.Works() > 1) {
      const int share = LargestShare(absent_.counting);
      if (share > *need_.max_share) result_.share = share;
    }
    return std::move(result_);
  }

 private:
  void NoteUnresolved(const model::Citation& cite) {
    const resolve::BoundCitation* bound = context_.exhibits->Bound(cite);
    const bool known = bound != nullptr && bound->exhibit_index.has_value();
    if (!known) return;  // D0201, D0202
    unresolved_.push_back({bound->exhibit, std::string(kPlaceNotFound)});
  }

  void NoteStaleGround(const FiledItem& filed) {
    if (!IsStaleLink(*filed.ground, *context_.criterion)) return;
    std::vector<const model::Ground*>& grounds = result_.stale_grounds;
    if (grounds.empty() || grounds.back() != filed.ground) grounds.push_back(filed.ground);
  }

  const model::Need& need_;
  const NeedContext& context_;
  LaneTally absent_;    // what could not be read left out
  LaneTally counting_;  // as if it counted
  std::set<std::string_view> counted_, unread_;
  std::vector<NotCounted> unresolved_;
  NeedResult result_;
};

}  // namespace

NeedResult CountNeed(const model::Need& need, const std::vector<FiledItem>& items,
                     const NeedContext& context) {
  Counter counter(need, context);
  for (const FiledItem& item : items) counter.Add(item);
  return counter.Finish();
}

}  // namespace dossier::evaluate
