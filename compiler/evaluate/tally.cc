// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/tally.h"

#include <algorithm>
#include <optional>

#include "compiler/evaluate/item_dates.h"

namespace dossier::evaluate {
namespace {

template <typename T>
void SortUnique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

void Tally::Add(const ExhibitEntry& entry, const model::Item& item, const model::Need& need) {
  const model::Exhibit& exhibit = *entry.exhibit;
  works_.emplace_back(std::max(entry.publisher, -1), entry.work);
  origins_.insert(origins_.end(), entry.origins.begin(), entry.origins.end());
  kinds_ |= 1U << static_cast<unsigned>(exhibit.kind);
  const std::vector<model::ExhibitKind>& weak = need.not_alone;
  if (std::find(weak.begin(), weak.end(), exhibit.kind) == weak.end()) has_other_kind_ = true;
  const bool country_assessment =
      exhibit.nature == model::Nature::kAssessment && exhibit.scope == model::Scope::kCountry;
  if (!country_assessment) has_more_than_country_assessments_ = true;
  if (need.distinct_events == 0) return;
  const std::optional<Date>& event = DateOf(exhibit, &item, model::ExhibitDate::kEvent).date;
  if (event) events_.emplace_back(event->Last(), event->First());
}

void Tally::Seal() {
  SortUnique(works_);
  SortUnique(origins_);
  SortUnique(events_);
  std::vector<int> works;
  works.reserve(works_.size());
  for (std::size_t i = 0; i < works_.size(); ++i) {
    if (i == 0 || works_[i].first != works_[i - 1].first) ++publishers_;
    works.push_back(works_[i].second);
  }
  // A publisher that is not named may be one of those that are, so it adds to none.
  if (publishers_ > 1 && works_.front().first < 0) --publishers_;
  SortUnique(works);
  count_ = static_cast<int>(works.size());
  days_ = CountDays();
}

int Tally::LargestShare() const {
  int largest = 0;
  int run = 0;
  for (std::size_t i = 0; i < works_.size(); ++i) {
    run = i > 0 && works_[i].first == works_[i - 1].first ? run + 1 : 1;
    if (works_[i].first >= 0) largest = std::max(largest, run);
  }
  return count_ == 0 ? 0 : largest * 100 / count_;
}

/// Earliest end first. An item without a date may be of the day of another, so it adds to none.
int Tally::CountDays() const {
  int days = 0;
  std::optional<Day> last;
  for (const auto& [end, begin] : events_) {
    if (last && begin <= *last) continue;
    last = end;
    ++days;
  }
  return days == 0 && !works_.empty() ? 1 : days;
}

std::array<Variety, 4> VarietiesOf(const Tally& tally, const model::Need& need) {
  return {{{tally.Publishers(), need.distinct_publishers, "by another publisher"},
           {tally.Origins(), need.distinct_origins, "from another primary source"},
           {tally.Kinds(), need.distinct_kinds, "of another kind"},
           {tally.Days(), need.distinct_events, "of an event on another day"}}};
}

bool Suffices(const Tally& tally, const model::Need& need) {
  if (tally.Works() < need.min) return false;
  for (const Variety& variety : VarietiesOf(tally, need)) {
    if (variety.have < variety.want) return false;
  }
  return tally.HasMoreThanCountryAssessments() && tally.HasOtherKind();
}

}  // namespace dossier::evaluate
