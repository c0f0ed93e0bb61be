// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/span.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"
#include "compiler/model/rules.h"

/// A rule pack: criteria, and what else a text of law asks of a filing.
namespace dossier::model {

/// A length of time in one unit.
struct Period {
  enum class Unit { kDays, kWorkingDays, kWeeks, kMonths, kYears };
  Unit unit = Unit::kDays;
  int count = 0;
};

/// One way of counting a period.
struct Reading {
  std::string calendar;            // "lt"; empty: Saturdays and Sundays only
  bool event_day_excluded = true;  // the day of the event is not counted
  bool roll = false;               // a last day that is no working day moves to the next one
};

struct Deadline {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Authority authority;
  std::optional<Condition> when;
  std::string anchor;  // named date it runs from
  Period period;
  std::vector<std::pair<Condition, Period>> alternates;  // the first that holds
  std::vector<Reading> readings;  // never empty; the earliest last day is reported
  std::optional<int> band_min_days, band_max_days;
  Authority band_authority;
  std::string for_date;  // named date by which it must be met; empty: reported only
  Span span;
};

struct ChoiceOption {
  std::string id;
  LocalizedText title;
  Condition when;
  Span span;
};

/// Which of several texts governs. Open when no option's condition holds for certain.
struct Choice {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Authority authority;
  std::vector<ChoiceOption> options;
  Span span;
};

/// What each cited exhibit that passes `where` must be.
struct ExhibitRule {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Authority authority;
  Weight weight = Weight::kCore;
  std::optional<Condition> when;
  ItemFilter where;
  ItemFilter must;
  Span span;
};

/// Limits and form of the document itself.
struct DocumentRule {
  enum class Part { kBody, kNotes, kCover, kAnnexes };
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Authority authority;
  Weight weight = Weight::kCore;
  std::optional<Condition> when;
  std::optional<int> min_words, max_words;
  std::vector<Part> counted;  // parts whose words count; body when empty
  std::optional<int> max_pages;
  bool paragraphs_numbered = false;
  bool pages_numbered = false;
  std::vector<std::string> languages;
  std::vector<std::string> formats;
  bool submitters = false;    // every submitting organisation is named
  bool own_annexes = false;   // no annexed work of other publishers
  Span span;
};

struct Crosswalk {
  enum class Kind { kEquivalent, kMoved, kMerged, kSplit, kChanged, kRemoved };
  std::string from, to;  // criterion ids, or a pinpoint that no pack has; `to` empty when removed
  Kind kind = Kind::kEquivalent;
  LocalizedText note;
  Span span;
};

/// A change of one need; what is not given stays.
struct NeedChange {
  Spanned<std::string> need;
  std::optional<int> min, max, distinct_publishers, distinct_origins, distinct_kinds,
      distinct_events, months;
  std::optional<Weight> weight;
};

/// A change to a rule of another pack, with its reason, which the method note prints.
struct Tailoring {
  Spanned<std::string> at;  // criterion
  LocalizedText reason;
  std::vector<Need> add;
  std::vector<Spanned<std::string>> remove;  // needs
  std::vector<NeedChange> set;
  Span span;
};

/// The longest time that may pass until the pinpoints are compared with their sources again.
struct MaxAge {
  int months = 0;
  int days = 0;
};

struct RulePack {
  std::string id;  // "lt/foreigners-law"
  std::string version;
  LocalizedText title;
  std::string path;  // "pack:lt/foreigners-law"
  Digest sha256;
  std::optional<Date> last_checked;
  std::optional<MaxAge> max_age;
  std::vector<Spanned<std::string>> extends;
  std::vector<Criterion> criteria;
  std::vector<Criterion> objections;
  std::vector<ExhibitRule> exhibit_rules;
  std::vector<Deadline> deadlines;
  std::vector<Choice> choices;
  std::vector<DocumentRule> document_rules;
  std::vector<Crosswalk> crosswalk;
  std::vector<Tailoring> tailorings;
  /// The pack wants an answer to each assertion of an adverse decision.
  bool answers_each_assertion = false;
  /// False: read only because another pack extends it.
  bool named_by_case = true;
};

/// Days that are no working days.
struct Calendar {
  struct Fixed { int month = 1; int day = 1; std::optional<int> from_year, to_year; };  // [from, to)
  struct NthWeekday { int month = 1; int weekday = 1; int n = 1; };  // ISO weekday, from 1
  std::string id;
  LocalizedText title;
  Authority authority;
  std::vector<int> weekend = {6, 7};  // ISO weekdays
  std::vector<Fixed> fixed;
  std::vector<int> easter;  // days after Easter Sunday (western)
  std::vector<NthWeekday> nth;
};

std::span<const Named<Period::Unit>> PeriodUnitNames();
std::span<const Named<DocumentRule::Part>> DocumentPartNames();
std::span<const Named<Crosswalk::Kind>> CrosswalkKindNames();

}  // namespace dossier::model
