// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

/// Rules whose place another takes: exceptions, transitional texts, rules that are switched off.
namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Branches;
using testing::Codes;
using testing::Day;
using ::testing::ElementsAre;
using testing::FactIs;
using testing::Find;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::Ref;
using testing::Stated;
using testing::Words;
using testing::World;

model::Exception Except(std::string_view id, std::vector<std::string> overrides,
                        std::string_view use = {}) {
  model::Exception exception;
  exception.id = id;
  exception.overrides = testing::All(overrides);
  exception.when = FactIs(id);
  exception.use = use;
  return exception;
}

/// Pleads "c", with "d" and "x" beside it.
World With(std::vector<model::Exception> exceptions, std::vector<std::string> true_facts) {
  World world;
  world.pack.criteria = {Leaf("c"), Leaf("d"), Leaf("x")};
  world.pack.criteria[0].exceptions = std::move(exceptions);
  world.source.header.pleads.push_back({Words("c"), {}});
  for (const model::Exception& one : world.pack.criteria[0].exceptions) {
    bool holds = false;
    for (const std::string& fact : true_facts) holds = holds || fact == one.id;
    world.source.facts.push_back(Stated(one.id, holds ? "true" : "false"));
  }
  return world;
}

TEST(Exceptions, TakeTheCriterionAwayAndSayWhich) {
  World world = With({Except("ex", {"c"})}, {"ex"});
  world.pack.criteria[0].exceptions[0].title = testing::Local("The vulnerable");
  world.pack.criteria[0].exceptions[0].authority.instrument = "Act of Exceptions";
  world.pack.criteria[0].exceptions[0].authority.pinpoint = "s. 3";
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "c").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "c").reason, "exception: The vulnerable (ex), Act of Exceptions, s. 3");
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Exceptions, ThatDoNotHoldChangeNothing) {
  World world = With({Except("ex", {"c"})}, {});
  EXPECT_EQ(world.Of("c"), Verdict::kOpen);
  world.source.facts.clear();
  EXPECT_EQ(world.Of("c"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0306 note", "D0501 error"));
  EXPECT_THAT(First(world.sink, "D0306").hint.Full(), HasSubstr("the exception is not applied"));
}

TEST(Exceptions, MayPutAnotherRuleInItsPlace) {
  World world = With({Except("ex", {"c"}, "d")}, {"ex"});
  world.File("d", "n", "e1 p. 1");
  Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "c").verdict, Verdict::kCovered);
  EXPECT_EQ(Find(coverage, "c").reason, "exception ex: d takes its place");
  EXPECT_THAT(Find(coverage, "d").parents, ElementsAre("c"));
  EXPECT_TRUE(Find(coverage, "c").needs.empty());
  // What stands against the criterion itself still does.
  world.FileAgainst("c", testing::Against("e2 p. 1"));
  EXPECT_EQ(world.Of("c"), Verdict::kContradicted);
}

TEST(Exceptions, OverrideOneAnother) {
  const std::vector<model::Exception> chain = {Except("one", {"c"}), Except("two", {"one"}, "d"),
                                               Except("three", {"two"}, "x")};
  World one = With(chain, {"one"});
  EXPECT_EQ(one.Of("c"), Verdict::kNotApplicable);
  World two = With(chain, {"one", "two"});
  EXPECT_EQ(Find(two.Run(), "c").reason, "exception two: d takes its place");
  World all = With(chain, {"one", "two", "three"});
  EXPECT_EQ(Find(all.Run(), "c").reason, "exception three: x takes its place");
  // Over one that does not hold, an exception still overrides what that overrides.
  World gap = With(chain, {"one", "three"});
  EXPECT_EQ(Find(gap.Run(), "c").reason, "exception three: x takes its place");
}

TEST(Exceptions, MayPutTheCriterionBack) {
  World world = With({Except("one", {"c"}), Except("back", {"one"}, "c")}, {"one", "back"});
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Exceptions, ThatTieAreAnErrorOfThePack) {
  World world = With({Except("one", {"c"}), Except("two", {"c"}, "d")}, {"one", "two"});
  world.source.header.applicants = testing::All({"p", "q"});
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "c").verdict, Verdict::kUnknown);
  EXPECT_EQ(Find(coverage, "c").reason, "exceptions one and two both apply and say different things");
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0307 error")) << "once, whoever is asked";
  EXPECT_EQ(First(world.sink, "D0307").related.size(), 2U);
}

TEST(Exceptions, ThatSayTheSameDoNotTie) {
  World world = With({Except("one", {"c"}, "d"), Except("two", {"c"}, "d")}, {"one", "two"});
  world.File("d", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Exceptions, InACircleAreUnknown) {
  World world = With({Except("one", {"two"}), Except("two", {"one"}, "d")}, {"one", "two"});
  EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0505 error"));
}

TEST(Exceptions, OfARuleThatDoesNotApplyDoNothing) {
  World world = With({Except("ex", {"c"}, "d")}, {"ex"});
  world.pack.criteria[0].when = FactIs("never");
  world.source.facts.push_back(Stated("never", "false"));
  EXPECT_EQ(world.Of("c"), Verdict::kNotApplicable);
}

World Transition(std::string_view lodged) {
  World world = With({}, {});
  model::Transitional entry;
  entry.reads = "lodged";
  entry.range.before.date = Date::Parse("2026-06-12");
  entry.use = "d";
  world.pack.criteria[0].transitional = {entry};
  model::Procedure procedure;
  procedure.applicants = testing::All({"p"});
  procedure.lodged = Day(lodged);
  world.source.header.procedures = {procedure};
  world.File("d", "n", "e1 p. 1");
  return world;
}

TEST(Transitional, ChoosesTheTextByADate) {
  World old = Transition("2022-03-15");
  EXPECT_EQ(old.Of("c"), Verdict::kCovered);
  EXPECT_EQ(Find(old.Run(), "c").reason, "transitional provision: d takes its place");
  World young = Transition("2026-06-12");
  EXPECT_EQ(young.Of("c"), Verdict::kOpen);
}

TEST(Transitional, LeavesTheRuleInPlaceWhereTheDateDoesNotDecide) {
  World coarse = Transition("2026-06");
  EXPECT_EQ(coarse.Of("c"), Verdict::kOpen);
  EXPECT_EQ(First(coarse.sink, "D0403").criterion, "c");
  World missing = Transition("2022");
  missing.source.header.procedures.clear();
  EXPECT_EQ(missing.Of("c"), Verdict::kOpen);
  EXPECT_THAT(First(missing.sink, "D0404").hint.Full(),
              HasSubstr("the transitional provision is not applied"));
}

/// "off" switches "c" off while the fact "misled" holds.
World Switching(std::string_view misled) {
  World world = With({}, {});
  model::Criterion off = Branches("off", Operator::kDisables, {});
  off.disables = testing::All({"c"});
  off.disables_when = FactIs("misled");
  world.pack.criteria.push_back(off);
  if (!misled.empty()) world.source.facts.push_back(Stated("misled", misled, "p"));
  world.File("c", "n", "e1 p. 1");
  return world;
}

TEST(Disables, TakesItsTargetsAwayWhileItsConditionHolds) {
  World world = Switching("true");
  world.pack.criteria.push_back(Branches("r", Operator::kAny, {Ref("c"), Leaf("e")}));
  world.source.header.pleads.push_back({Words("r"), {}});
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "c").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "c").reason, "switched off by off: fact \"misled\" is true");
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kOpen) << "only e is left";
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0309 warning", "D0508 error"));
  EXPECT_THAT(First(world.sink, "D0309").why, HasSubstr("Act of Examples"));
}

TEST(Disables, DoesNothingElse) {
  World no = Switching("false");
  EXPECT_EQ(no.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(no.sink), ElementsAre());
  World unknown = Switching("");
  EXPECT_EQ(unknown.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(unknown.sink), ElementsAre("D0306 note"));
  EXPECT_THAT(First(unknown.sink, "D0306").hint.Full(), HasSubstr("the rule is not switched off"));
  World early = Switching("true");
  early.pack.criteria.back().from = Date::Parse("2026-06-12");
  EXPECT_EQ(early.Of("c"), Verdict::kCovered) << "it is not in force";
}

TEST(Disables, PleadedItselfAsksForNothing) {
  World world = Switching("true");
  world.source.header.pleads = {{Words("off"), {}}};
  EXPECT_EQ(world.Of("off"), Verdict::kNotApplicable);
}

TEST(Disables, ThatIsSwitchedOffDoesNotAct) {
  World world = Switching("true");
  model::Criterion guard = Branches("guard", Operator::kDisables, {});
  guard.disables = testing::All({"off"});
  guard.disables_when = FactIs("misled");
  world.pack.criteria.push_back(guard);
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

}  // namespace
}  // namespace dossier::evaluate
