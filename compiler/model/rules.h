// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/span.h"
#include "compiler/model/case.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"

/// What the law asks for, as data: product of `load` from rules/. Structures only, never
/// expressions in strings.
namespace dossier::model {

enum class Weight { kCore, kSupporting, kContext };
/// How the text of a rule was checked: read in the source; read in a secondary source; from memory.
enum class Verification { kRead, kSecondary, kMemory };  // V, S, M

/// Where a rule comes from.
struct Authority {
  std::string instrument;
  std::string pinpoint;
  std::string url;
  std::string language;
  std::string version;  // date of the version read
  Verification verified = Verification::kMemory;
  Span span;
};

/// When a rule applies. Three-valued: a fact that the case does not state is neither.
struct Condition {
  enum class Kind { kFact, kProcedure, kAll, kAny, kNot };
  Kind kind = Kind::kFact;
  std::string name;   // fact id, or procedure kind
  std::string value;  // fact: wanted value, "true" by default
  std::vector<Condition> children;
  Span span;
};

/// At most this old at a named date.
struct Freshness {
  int months = 0;
  std::string of;              // named date: filing, lodged, decided, ...; empty: filing
  enum class Field { kPublished, kEvent, kCaptured } field = Field::kPublished;
};

/// What an item must be to count.
struct ItemFilter {
  std::vector<ExhibitKind> kinds;  // empty: any
  std::vector<Scope> scopes;
  std::vector<Nature> natures;
  std::vector<std::string> languages;
  std::optional<Freshness> fresh;
  bool pinpoint = false;
};

/// Evidence that a criterion counts.
struct Need {
  std::string id;  // unique within the criterion
  LocalizedText title;
  LocalizedText text;
  Weight weight = Weight::kCore;
  int min = 1;
  std::optional<int> max;
  /// At least this many publisher groups / primary sources.
  int distinct_publishers = 0;
  int distinct_origins = 0;
  /// At most this percentage from one publisher group; a finding, never a verdict.
  std::optional<int> max_share;
  ItemFilter where;
  Span span;
};

/// A branch of `none`, or a defeater of a presumption: what stands against, by name.
struct Limb {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Span span;
};

struct Criterion;

/// The better of the direct verdict and `presumed`, as long as the basis holds and no defeater
/// stands unanswered.
struct Presumption {
  std::vector<Need> basis;  // ids unique within the criterion, filed under `needs` of the ground
  std::vector<Limb> defeaters;
  Span span;
};

enum class Operator { kNeeds, kAll, kAny, kNone, kAtLeast, kFirstOf, kRef };

struct Criterion {
  std::string id;  // "lt.utpi.87.1.1"
  int revision = 1;
  LocalizedText title;
  LocalizedText text;  // the rule in our own words
  Authority authority;
  Weight weight = Weight::kCore;
  std::string reads;  // named date that decides which version applies; empty: filing
  std::optional<Date> from, to;  // in force, half-open [from, to)
  std::optional<Condition> when;
  Operator op = Operator::kNeeds;
  std::vector<Need> needs;
  std::vector<Criterion> children;  // all, any, at_least, first_of
  std::vector<Limb> limbs;          // none
  bool cumulative = false;          // none: every limb would have to be met
  int at_least = 0;
  std::string ref;
  std::optional<Presumption> presumption;
  Span span;
};


struct RulePack {
  std::string id;  // "lt/foreigners-law"
  std::string version;
  LocalizedText title;
  std::string path;  // "pack:lt/foreigners-law/pack.yaml"
  Digest sha256;
  std::vector<Criterion> criteria;
  /// The pack wants an answer to each assertion of an adverse decision.
  bool answers_each_assertion = false;
};

std::span<const Named<Weight>> WeightNames();
std::span<const Named<Verification>> VerificationNames();

}  // namespace dossier::model
