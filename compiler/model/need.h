// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/span.h"
#include "compiler/model/case.h"
#include "compiler/model/condition.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"

namespace dossier::model {

enum class Weight { kCore, kSupporting, kContext };

/// A day of an exhibit.
enum class ExhibitDate { kPublished, kEvent, kCaptured };

/// At most this old at a named date.
struct Freshness {
  int months = 0;
  std::string of;  // named date; empty: filing
  using Field = ExhibitDate;
  Field field = Field::kPublished;
  /// An older one counts as well when the register says that no later edition was found, and that
  /// was looked up in this time.
  bool or_latest = false;
};

/// Within a range of days.
struct DatedWithin {
  ExhibitDate field = ExhibitDate::kEvent;
  DateRange range;
};

struct TranslationWanted {
  std::vector<std::string> into;  // one of these; the item itself may be in one of them
  bool certified = false;
};

/// The test of a subsequent application, item by item.
struct Novelty {
  std::string after = "final";     // named date
  bool significant_alone = false;  // late by own fault counts as well, when it raises something
};

/// What the register can say of where an exhibit comes from.
enum class RegisterField {
  kPublisher, kPublished, kEvent, kUrl, kCaptured, kArchived, kAuthor, kCapturedBy, kTool, kHtml,
  kScreenshot, kCustody
};

/// What an item must be to count. Empty lists do not bind.
struct ItemFilter {
  std::vector<ExhibitKind> kinds;
  std::vector<Scope> scopes;
  std::vector<Nature> natures;
  std::vector<std::string> languages;
  std::optional<Freshness> fresh;
  std::optional<DatedWithin> dated;
  std::optional<TranslationWanted> translation;
  std::optional<Novelty> novel;
  std::vector<RegisterField> states;
  bool pinpoint = false;
  bool locked = false;       // its digest is pinned
  bool own = false;          // filed for this subject and nobody else
  bool reasoned = false;     // its ground names an argument; set for the open branch of `any`
  bool independent = false;  // of the applicants and submitters and of their publisher groups
};

/// Evidence that a criterion counts.
struct Need {
  std::string id;  // unique within the criterion
  LocalizedText title;
  LocalizedText text;
  Weight weight = Weight::kCore;
  int min = 1;
  std::optional<int> max;
  /// At least this many publisher groups, primary sources, kinds of exhibit, days of events.
  int distinct_publishers = 0;
  int distinct_origins = 0;
  int distinct_kinds = 0;
  int distinct_events = 0;
  /// At most this percentage from one publisher group; a finding, never a verdict.
  std::optional<int> max_share;
  /// Items of these kinds alone never cover it.
  std::vector<ExhibitKind> not_alone;
  ItemFilter where;
  Span span;
};

std::span<const Named<Weight>> WeightNames();
std::span<const Named<ExhibitDate>> ExhibitDateNames();
std::span<const Named<RegisterField>> RegisterFieldNames();

}  // namespace dossier::model
