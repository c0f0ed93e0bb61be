// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/foundation/span.h"
#include "compiler/model/condition.h"
#include "compiler/model/localized.h"
#include "compiler/model/names.h"
#include "compiler/model/need.h"

/// What the law asks for, as data: product of `load` from rules/. Structures only, never
/// expressions in strings. The words of the files are described in rules/README.md.
namespace dossier::model {

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

/// A branch of `none`, or a defeater of a presumption: what stands against, by name.
struct Limb {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Span span;
};

/// The better of the direct verdict and `presumed`, as long as the basis holds and no defeater
/// stands unanswered.
struct Presumption {
  std::vector<Need> basis;  // ids unique within the criterion, filed under `needs` of the ground
  std::vector<Limb> defeaters;
  Span span;
};

/// Who has to show what; printed, never scored.
enum class Party { kNobody, kApplicant, kAuthority, kBoth };
struct Burden {
  Party facts = Party::kNobody;
  Party rebuttal = Party::kNobody;
};

/// Which side of an open choice of law a rule belongs to.
struct LawSide {
  std::string choice;
  std::string option;
  Span span;
};

/// What a criterion is asked of, once for each.
struct Each {
  enum class Over { kApplicants, kPersons, kIncidents, kUnsupportedFacts, kList };
  Over over = Over::kApplicants;
  std::string list;  // kList
  Span span;
};

/// Takes the place of what it overrides while its condition holds.
struct Exception {
  std::string id;
  std::vector<Spanned<std::string>> overrides;  // the criterion, or exceptions beside this one
  LocalizedText title;
  LocalizedText text;
  Authority authority;  // instrument empty: that of the criterion
  Condition when;
  std::string use;  // id of a criterion; empty: not-applicable
  Span span;
};

/// The text that governs by a date.
struct Transitional {
  std::string reads;
  DateRange range;
  std::string use;
  Span span;
};

/// What only a person can judge.
struct JudgementGate {
  std::string id;
  LocalizedText title;
  LocalizedText text;
  Span span;
};

/// A concept that a paraphrase of the rule must not lose.
struct Concept {
  std::string id;
  LocalizedText title;
  /// By language; one of the words suffices.
  std::vector<std::pair<Spanned<std::string>, std::vector<std::string>>> words;
  Span span;
};

enum class Operator { kNeeds, kAll, kAny, kNone, kAtLeast, kFirstOf, kRef, kEach, kDisables };

struct Criterion {
  std::string id;  // "lt.utpi.87.1.1"
  int revision = 1;
  LocalizedText title;
  LocalizedText text;  // the rule in our own words
  Authority authority;
  Weight weight = Weight::kCore;
  std::string reads;  // named date that decides which version applies; empty: filing
  std::optional<Date> from, to;  // in force, half-open [from, to)
  std::optional<LawSide> law;
  std::optional<Condition> when;
  Burden burden;
  Operator op = Operator::kNeeds;
  std::vector<Need> needs;
  std::vector<Criterion> children;  // all, any, at_least, first_of; the one of each
  bool open_list = false;           // any: its last child was made by `load` for what else may be shown
  std::vector<Limb> limbs;          // none
  bool cumulative = false;          // none: every limb would have to be met
  std::optional<Condition> answer_when;  // none: something should be filed
  int at_least = 0;
  std::string ref;
  Each each;
  std::vector<Spanned<std::string>> disables;  // while `disables_when` holds
  std::optional<Condition> disables_when;
  std::optional<Presumption> presumption;
  std::vector<Exception> exceptions;
  std::vector<Transitional> transitional;
  std::vector<JudgementGate> judgements;
  std::vector<Concept> wording;
  Span span;
};

/// The criterion of this id among `criteria` and everything that stands in them; nothing when there
/// is none. Of a pack whose rules are asked for more than once, `evaluate::RuleIndex` is made.
[[nodiscard]] const Criterion* FindCriterion(const std::vector<Criterion>& criteria,
                                             std::string_view id);

std::span<const Named<Verification>> VerificationNames();
std::span<const Named<Party>> PartyNames();

}  // namespace dossier::model
