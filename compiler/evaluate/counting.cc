// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/counting.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "compiler/evaluate/item_wording.h"
#include "compiler/evaluate/tally.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

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

  void Add(const FiledItem& filed, const ExhibitEntry& entry, bool fresh, bool fits,
           const model::Need& need) {
    any = true;
    if (!fresh) return;
    any_fresh = true;
    if (!fits) return;
    counting.Add(entry, *filed.item, need);
    if (!entry.surrogate) originals.Add(entry, *filed.item, need);
  }

  void Seal() {
    counting.Seal();
    originals.Seal();
  }
};

MissingEvidence Further(int count, std::string condition, const model::Need& need) {
  MissingEvidence missing;
  missing.count = count;
  missing.kinds = need.where.kinds;
  if (need.where.scopes.size() == 1) missing.scope = need.where.scopes.front();
  missing.condition = std::move(condition);
  return missing;
}

std::string And(std::string words, std::string_view more) {
  if (!words.empty()) words += ", ";
  words += more;
  return words;
}

/// "of another kind than letter or index"; of several further items one has to be.
std::string OtherKind(const model::Need& need, int of) {
  const std::string words = "of another kind than " + WordsOf(need.not_alone);
  return of > 1 ? "at least one of them " + words : words;
}

/// How `differing` of `all` further items have to differ.
std::string Differing(int differing, int all, std::string_view words) {
  if (all == 1) return std::string(words);
  if (differing == all) return "each " + std::string(words);
  return "at least " + std::to_string(differing) + " of them " + std::string(words);
}

/// Further items only because those filed are too much alike; each of them differs in every way
/// that is still short, so that they are few.
void AddVariety(const Tally& tally, const model::Need& need, int further,
                const std::string& condition, std::vector<MissingEvidence>& missing) {
  const std::array<Variety, 4> varieties = VarietiesOf(tally, need);
  for (int done = further;;) {
    int step = 0;
    std::string words = condition;
    for (const Variety& variety : varieties) {
      const int left = variety.want - variety.have - done;
      if (left <= 0) continue;
      step = step == 0 ? left : std::min(step, left);
    }
    if (step == 0) return;
    for (const Variety& variety : varieties) {
      if (variety.want - variety.have - done <= 0) continue;
      words = And(std::move(words), Differing(step, step, variety.words));
    }
    missing.push_back(Further(step, std::move(words), need));
    done += step;
  }
}

/// What would close the gap, were every further item independent of those filed.
std::vector<MissingEvidence> MissingOf(const LaneTally& tally, const model::Need& need,
                                       const NamedDates& dates) {
  std::vector<MissingEvidence> missing;
  const std::string condition = WantedInWords(need.where, dates);
  const int works = tally.counting.Works();
  const int further = std::max(0, need.min - works);
  // Of an empty need nothing has to be another, but neither may all be of the weak kinds.
  const bool other_kind = !need.not_alone.empty() && !tally.counting.HasOtherKind();
  if (further > 0) {
    std::string words = condition;
    for (const Variety& variety : VarietiesOf(tally.counting, need)) {
      const int differing = std::min(variety.want - variety.have, further);
      // The only item of a need has nothing to differ from.
      if (differing <= 0 || works + further < 2) continue;
      words = And(std::move(words), Differing(differing, further, variety.words));
    }
    missing.push_back(Further(further, std::move(words), need));
  }
  AddVariety(tally.counting, need, further, condition, missing);
  if (other_kind && (works > 0 || further > 0)) {
    if (missing.empty()) missing.push_back(Further(1, condition, need));
    MissingEvidence& first = missing.front();
    first.condition = And(std::move(first.condition), OtherKind(need, first.count));
  }
  if (works > 0 && missing.empty() && !tally.counting.HasMoreThanCountryAssessments()) {
    missing.push_back(Further(1, And(condition, "reporting facts and not an assessment"), need));
  }
  const int notes = std::min(need.min, works) - tally.originals.Works();
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
    std::optional<ItemValue> value = Value(filed, need_, context_);
    if (!value) {
      NoteUnresolved(filed.item->cite);
      return;
    }
    const ExhibitEntry& entry = *value->exhibit;
    const std::string& id = entry.exhibit->id.value;
    counting_.Add(filed, entry, value->fresh, value->fits, need_);
    NoteStaleGround(filed);
    if (!entry.readable) {
      if (listed_.insert(&entry).second) result_.unread.push_back(id);
      result_.coverage.not_counted.push_back({id, "it could not be read"});
      return;
    }
    const bool fresh = value->fresh && !value->fresh_undecided;
    const bool fits = value->fits && !value->fits_undecided;
    absent_.Add(filed, entry, fresh, fits, need_);
    if (fresh && fits) {
      if (listed_.insert(&entry).second) result_.coverage.items.push_back(id);
    } else if (!value->reason.empty()) {
      result_.coverage.not_counted.push_back({id, std::move(value->reason)});
    } else {
      result_.date_missing = true;
      result_.missing_date = value->missing_date;
    }
  }

  NeedResult Finish() {
    absent_.Seal();
    counting_.Seal();
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
      const int share = absent_.counting.LargestShare();
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
  LaneTally absent_;                                // what could not be read left out
  LaneTally counting_;                              // as if it counted
  std::unordered_set<const ExhibitEntry*> listed_;  // counted, or not readable
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
