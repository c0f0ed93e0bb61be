// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/item_dates.h"

#include <array>
#include <utility>

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using model::ExhibitDate;

std::string NotStated(ExhibitDate field) {
  switch (field) {
    case ExhibitDate::kEvent:
      return "the case does not say when what it shows happened";
    case ExhibitDate::kCaptured:
      return "the register does not say when it was captured";
    case ExhibitDate::kPublished:
      break;
  }
  return "the register does not say when it was published";
}

/// "it was published on 2024-05-06".
std::string Stated(ExhibitDate field, const Date& date) {
  switch (field) {
    case ExhibitDate::kEvent:
      return "what it shows happened " + On(date);
    case ExhibitDate::kCaptured:
      return "it was captured " + On(date);
    case ExhibitDate::kPublished:
      break;
  }
  return "it was published " + On(date);
}

constexpr std::string_view kTooVague = ", which is not precise enough to say that it was ";

enum class Side { kBefore, kAfter, kUnclear };

/// Where `date` stands against a half-open bound.
Side SideOf(const Date& date, const Day& first, const Day& last) {
  if (date.Last() < first) return Side::kBefore;
  return date.First() >= last ? Side::kAfter : Side::kUnclear;
}

/// Resolves a bound; nothing when it is a named date that the case lacks.
std::optional<std::pair<Day, Day>> DaysOf(const model::DateBound& bound, const NamedDates& dates) {
  if (bound.date) return std::pair(bound.date->First(), bound.date->First());
  const std::optional<Date>& at = dates.Get(bound.name);
  if (!at) return std::nullopt;
  return std::pair(at->First(), at->Last());
}

std::string BoundInWords(const model::DateBound& bound, const NamedDates& dates) {
  if (bound.date) return Date::Of(bound.date->First()).ToString();
  return MomentInWords(bound.name, *dates.Get(bound.name));
}

Fit FitLowerBound(const model::DatedWithin& wanted, const Date& date, const NamedDates& dates) {
  const model::DateBound& bound = wanted.range.from;
  if (bound.empty()) return {};
  const auto days = DaysOf(bound, dates);
  if (!days) return Fit::Undecided(bound.name);
  const Side side = SideOf(date, days->first, days->second);
  if (side == Side::kAfter) return {};
  return Fit::Misfit(
      Stated(wanted.field, date) +
      (side == Side::kBefore ? ", before " : std::string(kTooVague) + "not before ") +
      BoundInWords(bound, dates));
}

Fit FitUpperBound(const model::DatedWithin& wanted, const Date& date, const NamedDates& dates) {
  const model::DateBound& bound = wanted.range.before;
  if (bound.empty()) return {};
  const auto days = DaysOf(bound, dates);
  if (!days) return Fit::Undecided(bound.name);
  const Side side = SideOf(date, days->first, days->second);
  if (side == Side::kBefore) return {};
  return Fit::Misfit(Stated(wanted.field, date) +
                     (side == Side::kAfter ? ", not before " : std::string(kTooVague) + "before ") +
                     BoundInWords(bound, dates));
}

/// "it arose on 2023-05-04 and became known in 2023-06".
std::string Origin(const model::NewElement& element) {
  std::string words;
  if (element.arose.date) words = "it arose " + On(*element.arose.date);
  if (element.known.date) {
    words += (words.empty() ? "it became known " : " and became known ") + On(*element.known.date);
  }
  return words;
}

/// The earlier decision: a novelty is measured against a procedure that has ended.
std::string EarlierMoment(std::string_view name, const Date& date) {
  std::string words = MomentInWords(name, date);
  constexpr std::string_view kDecision = "the decision";
  if (words.compare(0, kDecision.size(), kDecision) == 0) words.replace(0, 4, "the earlier ");
  return words;
}

/// Why an item that says when it arose or became known is not new since `at`.
std::string NotNew(const model::NewElement& element, std::string_view after, const Date& at) {
  const auto is_before = [&](const std::optional<Date>& date) {
    return !date || SideOf(*date, at.First(), at.Last()) == Side::kBefore;
  };
  const bool before = is_before(element.arose.date) && is_before(element.known.date);
  return Origin(element) + (before ? ", before " : std::string(kTooVague) + "not before ") +
         EarlierMoment(after, at) +
         (element.presented_before ? ", and it was presented before"
                                   : ", and the case does not say why it was not presented then");
}

}  // namespace

const model::CaseDate& DateOf(const model::Exhibit& exhibit, const model::Item* item,
                              ExhibitDate field) {
  switch (field) {
    case ExhibitDate::kEvent:
      return item != nullptr && item->date.date ? item->date : exhibit.event;
    case ExhibitDate::kCaptured:
      return exhibit.captured;
    case ExhibitDate::kPublished:
      break;
  }
  return exhibit.published;
}

std::string On(const Date& date) { return (date.is_day() ? "on " : "in ") + date.ToString(); }

std::string MomentInWords(std::string_view name, const Date& date) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kMoments = {
      {{"filing", "the filing"},
       {"lodged", "the application was lodged"},
       {"decided", "the decision was made"},
       {"served", "the decision was served"},
       {"hearing", "the hearing"},
       {"final", "the decision became final"},
       {"removal", "the removal was ordered"}}};
  if (name.empty()) name = "filing";
  for (const auto& [known, words] : kMoments) {
    if (known == name) return std::string(words) + " " + On(date);
  }
  return std::string(name) + " " + date.ToString();
}

Fit FitAge(const model::Freshness& wanted, const FilterInput& input) {
  const model::Exhibit& exhibit = *input.exhibit->exhibit;
  const std::optional<Date>& date = DateOf(exhibit, input.item, wanted.field).date;
  const std::optional<Date>& latest = exhibit.latest_edition.date;
  const bool by_edition = wanted.or_latest && latest;
  if (!date && !by_edition) return Fit::Misfit(NotStated(wanted.field));
  const std::optional<Date>& at = input.dates->Get(wanted.of);
  if (!at) return Fit::Undecided(wanted.of.empty() ? std::string_view("filing") : wanted.of);
  const Day oldest = OldestFresh(*at, wanted.months);
  if (date && date->First() >= oldest) return {};
  if (by_edition && latest->First() >= oldest) return {};
  const std::string limit = Date::Of(oldest).ToString();
  std::string reason = date ? Stated(wanted.field, *date) : NotStated(wanted.field);
  if (date) {
    reason += date->Last() < oldest ? ", before " + limit
                                    : std::string(kTooVague) + "not before " + limit;
  }
  if (by_edition) {
    reason += ", and that it is the latest edition was last looked up " + On(*latest);
  } else if (wanted.or_latest) {
    reason += ", and the register does not say that it is the latest edition";
  }
  return Fit::Misfit(std::move(reason));
}

Fit FitDates(const model::DatedWithin& wanted, const FilterInput& input) {
  const std::optional<Date>& date = DateOf(*input.exhibit->exhibit, input.item, wanted.field).date;
  if (!date) return wanted.range.empty() ? Fit() : Fit::Misfit(NotStated(wanted.field));
  Fit lower = FitLowerBound(wanted, *date, *input.dates);
  if (lower.kind == Fit::Kind::kMisfit) return lower;
  Fit upper = FitUpperBound(wanted, *date, *input.dates);
  return upper.fits() ? lower : upper;
}

Fit FitNovelty(const model::Novelty& wanted, const FilterInput& input) {
  if (!input.item->novelty) return Fit::Misfit("the case does not say what is new about it");
  const model::NewElement& element = *input.item->novelty;
  if (element.raises.empty()) return Fit::Misfit("the case does not say what it raises");
  const bool excused = wanted.significant_alone || !element.why_not_earlier.empty();
  if (excused && !element.presented_before) return {};
  if (!element.arose.date && !element.known.date) {
    return Fit::Misfit(element.presented_before
                           ? "it was presented before"
                           : "the case says neither when it arose or became known nor why it was "
                             "not presented earlier");
  }
  const std::optional<Date>& at = input.dates->Get(wanted.after);
  if (!at) return Fit::Undecided(wanted.after);
  const auto is_after = [&](const std::optional<Date>& date) {
    return date && SideOf(*date, at->First(), at->Last()) == Side::kAfter;
  };
  if (is_after(element.arose.date) || is_after(element.known.date)) return {};
  return Fit::Misfit(NotNew(element, wanted.after, *at));
}

}  // namespace dossier::evaluate
