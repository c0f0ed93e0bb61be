// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate {
namespace {

using model::Condition;
using testing::Compose;
using testing::DateIn;
using testing::Day;
using testing::FactIs;
using testing::Stated;
using testing::Words;

/// A case with one procedure of the applicant "p", lodged on 15 March 2022.
struct Circs {
  Circs() {
    source.header.id = Words("case");
    model::Procedure procedure;
    procedure.kind = "asylum";
    procedure.applicants = testing::All({"p"});
    procedure.lodged = Day("2022-03-15");
    source.header.procedures.push_back(procedure);
  }
  [[nodiscard]] ConditionValue Value(const Condition& condition, Asked asked) const {
    return Holds(condition, Circumstances(source, as_of), asked);
  }
  [[nodiscard]] Truth Of(const Condition& condition, Asked asked = {"p", "p"}) const {
    return Value(condition, asked).truth;
  }
  [[nodiscard]] std::string Why(const Condition& condition, Asked asked = {"p", "p"}) const {
    return WhyHolds(condition, Circumstances(source, as_of), asked);
  }

  model::Case source;
  std::vector<DateOverride> as_of;
};

TEST(Facts, AreOneOfSeveralWords) {
  Circs circs;
  Condition condition = FactIs("status");
  condition.values = {"minor", "elderly"};
  EXPECT_EQ(circs.Of(condition), Truth::kUndecided);
  circs.source.facts = {Stated("status", "elderly")};
  EXPECT_EQ(circs.Of(condition), Truth::kTrue);
  EXPECT_EQ(circs.Why(condition), "fact \"status\" is minor or elderly");
  circs.source.facts = {Stated("status", "adult")};
  EXPECT_EQ(circs.Of(condition), Truth::kFalse);
  EXPECT_EQ(circs.Why(condition), "fact \"status\" is not minor or elderly");
}

TEST(Facts, AreComparedAsWholeNumbers) {
  Circs circs;
  Condition adult = FactIs("age");
  adult.values.clear();
  adult.at_least = 18;
  Condition few = FactIs("age");
  few.values.clear();
  few.at_most = 17;
  const auto with = [&](const char* value) { circs.source.facts = {Stated("age", value)}; };
  with("18");
  EXPECT_EQ(circs.Of(adult), Truth::kTrue);
  EXPECT_EQ(circs.Of(few), Truth::kFalse);
  EXPECT_EQ(circs.Why(few), "fact \"age\" is more than 17");
  with("17");
  EXPECT_EQ(circs.Of(adult), Truth::kFalse);
  EXPECT_EQ(circs.Why(adult), "fact \"age\" is less than 18");
  for (const char* value : {"18.0", "about 18", "", " 18", "99999999999999999999"}) {
    with(value);
    const ConditionValue undecided = circs.Value(adult, {"p", "p"});
    EXPECT_EQ(undecided.truth, Truth::kUndecided) << value;
    ASSERT_EQ(undecided.undecided.size(), 1U);
    EXPECT_EQ(undecided.undecided[0].what, Undecided::What::kNumber);
  }
}

TEST(Facts, OfTheSubjectWinOverItsPersonsAndTheCases) {
  Circs circs;
  circs.source.facts = {Stated("x", "false"), Stated("x", "true", "p")};
  EXPECT_EQ(circs.Of(FactIs("x"), {"incident", "p"}), Truth::kTrue);
  EXPECT_EQ(circs.Of(FactIs("x"), {"incident", "q"}), Truth::kFalse);
  EXPECT_EQ(circs.Of(FactIs("x"), {}), Truth::kFalse);
  circs.source.facts.push_back(Stated("x", "false", "incident"));
  EXPECT_EQ(circs.Of(FactIs("x"), {"incident", "p"}), Truth::kFalse);
  circs.source.facts = {Stated("x", "true", "case")};
  EXPECT_EQ(circs.Of(FactIs("x"), {"incident", "p"}), Truth::kTrue);
}

TEST(DateRanges, AreHalfOpenAndSayWhy) {
  Circs circs;
  const Condition before = DateIn("lodged", "", "2026-06-12");
  const Condition from = DateIn("lodged", "2026-06-12", "");
  EXPECT_EQ(circs.Of(before), Truth::kTrue);
  EXPECT_EQ(circs.Of(from), Truth::kFalse);
  EXPECT_EQ(circs.Why(from), "lodged 2022-03-15 is before 2026-06-12");
  EXPECT_EQ(circs.Why(before), "lodged 2022-03-15 is before 2026-06-12");
  circs.source.header.procedures[0].lodged = Day("2026-06-12");
  EXPECT_EQ(circs.Of(before), Truth::kFalse);
  EXPECT_EQ(circs.Of(from), Truth::kTrue);
  EXPECT_EQ(circs.Why(before), "lodged 2026-06-12 is not before 2026-06-12");
}

TEST(DateRanges, AreUndecidedWhereAPartialDateStraddlesABound) {
  Circs circs;
  circs.source.header.procedures[0].lodged = Day("2026-06");
  const ConditionValue value = circs.Value(DateIn("lodged", "2026-06-12", ""), {"p", "p"});
  EXPECT_EQ(value.truth, Truth::kUndecided);
  ASSERT_EQ(value.undecided.size(), 1U);
  EXPECT_EQ(value.undecided[0].what, Undecided::What::kImpreciseDate);
  EXPECT_EQ(value.undecided[0].at, "2026-06");
  EXPECT_EQ(circs.Of(DateIn("lodged", "2026-07-01", "")), Truth::kFalse);
  EXPECT_EQ(circs.Of(DateIn("lodged", "2026-06", "2026-07")), Truth::kTrue);
}

TEST(DateRanges, MayEndWithANamedDate) {
  Circs circs;
  circs.source.header.procedures[0].decisions.push_back({});
  circs.source.header.procedures[0].decisions[0].date = Day("2023-07-14");
  EXPECT_EQ(circs.Of(DateIn("lodged", "", "decided")), Truth::kTrue);
  EXPECT_EQ(circs.Of(DateIn("decided", "", "lodged")), Truth::kFalse);
  circs.source.header.procedures[0].decisions[0].date = Day("2022");
  EXPECT_EQ(circs.Of(DateIn("lodged", "", "decided")), Truth::kUndecided);
  circs.source.header.procedures[0].decisions.clear();
  const ConditionValue value = circs.Value(DateIn("lodged", "", "decided"), {"p", "p"});
  ASSERT_EQ(value.undecided.size(), 1U);
  EXPECT_EQ(value.undecided[0].what, Undecided::What::kDate);
  EXPECT_EQ(value.undecided[0].name, "decided");
}

TEST(DateStates, TellPendingFromAbsent) {
  Circs circs;
  Condition condition = DateIn("decided", "", "");
  const auto is = [&](Condition::DateState state) {
    condition.state = state;
    return circs.Of(condition);
  };
  using State = Condition::DateState;
  EXPECT_EQ(is(State::kAbsent), Truth::kTrue);
  EXPECT_EQ(is(State::kPending), Truth::kFalse);
  circs.source.header.procedures[0].decisions.push_back({});
  circs.source.header.procedures[0].decisions[0].date.pending = true;
  EXPECT_EQ(is(State::kPending), Truth::kTrue);
  EXPECT_EQ(is(State::kStated), Truth::kFalse);
  EXPECT_EQ(circs.Why(condition), "decided is pending");
  circs.as_of = {{"decided", *Date::Parse("2026-11-01")}};
  EXPECT_EQ(is(State::kStated), Truth::kTrue);
}

TEST(Contradictions, CountWhenAPersonMarkedThemAsEssentialAndNothingExplainsThem) {
  Circs circs;
  Condition condition;
  condition.kind = Condition::Kind::kContradiction;
  EXPECT_EQ(circs.Of(condition), Truth::kFalse);
  model::MaterialMark mark;
  mark.id = Words("m1");
  mark.subject = Words("p");
  circs.source.author.material = {mark};
  EXPECT_EQ(circs.Of(condition), Truth::kFalse) << "not essential";
  circs.source.author.material[0].essential = true;
  EXPECT_EQ(circs.Of(condition), Truth::kTrue);
  EXPECT_EQ(circs.Of(condition, {"incident", "p"}), Truth::kTrue);
  EXPECT_EQ(circs.Of(condition, {"q", "q"}), Truth::kFalse);
  EXPECT_EQ(circs.Of(condition, {}), Truth::kFalse);
  model::Explanation explanation;
  explanation.of = Words("m1");
  circs.source.author.explanations = {explanation};
  EXPECT_EQ(circs.Of(condition), Truth::kFalse);
  circs.source.author.explanations.clear();
  circs.source.author.material[0].subject = Words("");
  EXPECT_EQ(circs.Of(condition, {"q", "q"}), Truth::kTrue) << "about the case";
}

TEST(Notified, WantsAFactThatWasPutToTheAuthority) {
  Circs circs;
  Condition condition;
  condition.kind = Condition::Kind::kNotified;
  condition.name = "smear";
  EXPECT_EQ(circs.Of(condition), Truth::kUndecided);
  circs.source.facts = {Stated("smear", "true", "p")};
  EXPECT_EQ(circs.Of(condition), Truth::kFalse);
  model::Notification told;
  told.on = Day("2024-03-01");
  circs.source.facts[0].notified = {told};
  EXPECT_EQ(circs.Of(condition), Truth::kTrue);
  circs.source.facts[0].notified[0].on = {};
  circs.source.facts[0].notified[0].on.pending = true;
  EXPECT_EQ(circs.Of(condition), Truth::kFalse) << "not told yet";
}

TEST(Composed, HangOnlyOnWhatDecides) {
  Circs circs;
  circs.source.facts = {Stated("yes"), Stated("no", "false")};
  using Kind = Condition::Kind;
  const Condition condition =
      Compose(Kind::kAny, {Compose(Kind::kAll, {FactIs("no"), FactIs("unknown")}),
                           Compose(Kind::kAll, {FactIs("yes"), FactIs("other")})});
  const ConditionValue value = circs.Value(condition, {"p", "p"});
  EXPECT_EQ(value.truth, Truth::kUndecided);
  ASSERT_EQ(value.undecided.size(), 1U);
  EXPECT_EQ(value.undecided[0].name, "other");
  const Condition not_any = Compose(Kind::kNot, {Compose(Kind::kAny, {FactIs("no"), FactIs("yes")})});
  EXPECT_EQ(circs.Of(not_any), Truth::kFalse);
  EXPECT_EQ(circs.Why(not_any), "fact \"yes\" is true");
}

}  // namespace
}  // namespace dossier::evaluate
