// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

/// Each row of the table in DESIGN section 5 that puts verdicts together.
namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Against;
using testing::Branches;
using testing::Codes;
using testing::Counted;
using ::testing::ElementsAre;
using testing::Find;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::None;
using testing::Ref;
using testing::Words;
using testing::World;

/// A rule that never applies: its fact is false.
model::Criterion Never(model::Criterion criterion) {
  model::Condition condition;
  condition.name = "never";
  condition.values = {"true"};
  criterion.when = condition;
  return criterion;
}

/// A case that pleads `root` and states that the fact "never" is false.
World Asking(model::Criterion root) {
  World world;
  world.source.header.pleads.push_back({Words(root.id), {}});
  world.pack.criteria.push_back(std::move(root));
  model::Fact fact;
  fact.id = Words("never");
  fact.value = "false";
  world.source.facts.push_back(fact);
  return world;
}

/// A leaf that wants two items, so that one filed item leaves it thin.
model::Criterion Two(std::string_view id) {
  model::Criterion leaf = Leaf(id);
  leaf.needs[0].min = 2;
  return leaf;
}

TEST(Algebra, WorstBestAndNthPassOverWhatDoesNotApply) {
  using V = Verdict;
  EXPECT_EQ(Worst({V::kCovered, V::kThin, V::kNotApplicable}), V::kThin);
  EXPECT_EQ(Worst({V::kOpen, V::kContradicted}), V::kContradicted);
  EXPECT_EQ(Best({V::kOpen, V::kPresumed, V::kNotApplicable}), V::kPresumed);
  EXPECT_EQ(Best({V::kNotApplicable}), std::nullopt);
  EXPECT_EQ(NthBest({V::kCovered, V::kOpen, V::kThin}, 2), V::kThin);
  EXPECT_EQ(NthBest({V::kCovered, V::kNotApplicable}, 2), V::kOpen);
  EXPECT_EQ(AtMost(V::kCovered, V::kThin), V::kThin);
  EXPECT_EQ(AtMost(V::kContradicted, V::kThin), V::kContradicted);
  EXPECT_EQ(AtMost(V::kNotApplicable, V::kThin), V::kNotApplicable);
}

TEST(Algebra, TheOrderIsThatOfTheContract) {
  using V = Verdict;
  const V order[] = {V::kContradicted, V::kOpen, V::kStale, V::kThin, V::kPresumed, V::kCovered};
  for (std::size_t i = 1; i < std::size(order); ++i) EXPECT_LT(order[i - 1], order[i]);
}

TEST(Operators, AllIsTheWorstOfTheApplicable) {
  World world = Asking(Branches("r", Operator::kAll, {Leaf("a"), Two("b"), Never(Leaf("x"))}));
  world.File("a", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
  world.File("b", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kThin);
  world.File("b", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kCovered);
  EXPECT_EQ(world.Of("x"), Verdict::kNotApplicable);
}

TEST(Operators, NothingAppliesWhereNoBranchDoes) {
  for (const Operator op : {Operator::kAll, Operator::kAny, Operator::kFirstOf}) {
    World world = Asking(Branches("r", op, {Never(Leaf("a")), Never(Leaf("b"))}));
    const Coverage coverage = world.Run();
    EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kNotApplicable);
    EXPECT_EQ(Find(coverage, "r").reason, "none of its branches applies");
    EXPECT_THAT(Find(coverage, "a").reason, HasSubstr("fact \"never\" is not true"));
    EXPECT_THAT(Codes(world.sink), ElementsAre());
  }
}

TEST(Operators, AnyIsTheBestAndOnlyTheOthersGetNotes) {
  World world = Asking(Branches("r", Operator::kAny, {Leaf("a"), Leaf("b")}));
  world.File("b", "n", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kCovered);
  EXPECT_EQ(Find(coverage, "r").reached, "b");
  EXPECT_EQ(Find(coverage, "a").verdict, Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 note"));
}

TEST(Operators, AnUnsatisfiedAnySpeaksOnce) {
  World world = Asking(Branches("r", Operator::kAny,
                                {Leaf("a"), Two("b"), Branches("c", Operator::kAll, {Leaf("d")})}));
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0508 error"));
  world.File("b", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kThin);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0508 warning"));
  EXPECT_EQ(First(world.sink, "D0508").Message(),
            "no branch of r is covered; the best is b, with thin");
  EXPECT_EQ(First(world.sink, "D0508").related.size(), 3U);
}

TEST(Operators, FirstOfSaysWhichWasReached) {
  World world = Asking(Branches("r", Operator::kFirstOf, {Leaf("a"), Leaf("b")}));
  world.File("a", "n", "e1 p. 1");
  world.File("b", "n", "e2 p. 1");
  EXPECT_EQ(Find(world.Run(), "r").reached, "a");
}

TEST(Operators, AtLeastIsTheNthBest) {
  World world = Asking(
      Branches("r", Operator::kAtLeast, {Leaf("a"), Two("b"), Leaf("c"), Never(Leaf("x"))}, 2));
  world.File("a", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0516 error"));
  EXPECT_EQ(First(world.sink, "D0516").Message(), "r wants 2 branches covered and has 1");
  world.File("b", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kThin);
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kCovered);
  // The two that decide are silent; the third is a note.
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0502 note"));
}

TEST(Operators, AtLeastIsOpenWithFewerBranchesThanItWants) {
  World world = Asking(Branches("r", Operator::kAtLeast, {Leaf("a"), Never(Leaf("x"))}, 2));
  world.File("a", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
}

TEST(Operators, ARefIsItsTargetAndIsListedOnce) {
  World world = Asking(Branches("r", Operator::kAll, {Ref("t"), Ref("t")}));
  world.pack.criteria.push_back(Leaf("t"));
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kOpen);
  ASSERT_EQ(coverage.criteria.size(), 2U);
  EXPECT_THAT(coverage.criteria[1].parents, ElementsAre("r"));
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error"));
}

TEST(Operators, ABranchSharedWithASatisfiedChoiceStillSpeaks) {
  World world = Asking(Branches("r", Operator::kAll,
                                {Branches("q", Operator::kAny, {Leaf("a"), Ref("t")}), Ref("t")}));
  world.pack.criteria.push_back(Leaf("t"));
  world.File("a", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error"));
}

TEST(Operators, ACircleIsUnknownAndEnds) {
  World world = Asking(Branches("r", Operator::kAll, {Ref("s")}));
  world.pack.criteria.push_back(Branches("s", Operator::kAll, {Ref("r")}));
  EXPECT_EQ(world.Of("r"), Verdict::kUnknown);
}

TEST(Operators, AVeryLongChainIsUnknownAndEnds) {
  World world = Asking(Branches("c0", Operator::kAll, {Ref("c1")}));
  for (int i = 1; i < 20000; ++i) {
    world.pack.criteria.push_back(
        Branches("c" + std::to_string(i), Operator::kAll, {Ref("c" + std::to_string(i + 1))}));
  }
  world.pack.criteria.push_back(Leaf("c20000"));
  EXPECT_EQ(world.Of("c0"), Verdict::kUnknown);
}

// ---- none and exclusions

TEST(None, WithoutItemsDoesNotApply) {
  World world = Asking(None("x", {"l", "m"}));
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "x").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "x").reason, "nothing is filed in any of its branches");
}

TEST(None, EachFiledBranchWantsAnAnswer) {
  World world = Asking(None("x", {"l", "m"}));
  world.FileLimb("x", "l", Against("e1 p. 1", {"e2 p. 1"}));
  EXPECT_EQ(world.Of("x"), Verdict::kCovered);
  world.FileLimb("x", "m", Against("e3 p. 1"));
  EXPECT_EQ(world.Of("x"), Verdict::kContradicted);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0504 error"));
  EXPECT_THAT(First(world.sink, "D0504").Message(),
              HasSubstr("exhibit e3, p. 1, stands against x (m)"));
}

TEST(None, OfCumulativeLimbsOneAnsweredIsEnough) {
  World world = Asking(None("x", {"l", "m"}, true));
  world.FileLimb("x", "l", Against("e1 p. 1", {"e2 p. 1"}));
  world.FileLimb("x", "m", Against("e3 p. 1"));
  EXPECT_EQ(world.Of("x"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
  world.FileLimb("x", "l", Against("e4 p. 1"));
  EXPECT_EQ(world.Of("x"), Verdict::kContradicted);
}

TEST(None, ANoteAsAnAnswerIsWorthThin) {
  World world = Asking(None("x", {"l"}));
  world.FileLimb("x", "l", Against("e1 p. 1", {"e2 p. 1"}));
  world.Register("e2").surrogate = true;
  EXPECT_EQ(world.Of("x"), Verdict::kThin);
}

// ---- presumption

/// A criterion with a direct need, a presumption after "past" and a defeater "d".
model::Criterion Presumed() {
  model::Criterion criterion = Leaf("c");
  criterion.needs[0].min = 2;
  model::Presumption presumption;
  presumption.basis.push_back(Counted("past"));
  presumption.defeaters.push_back({"d", {}, {}, {}});
  criterion.presumption = presumption;
  return criterion;
}

TEST(Presumption, HoldsOnACoveredBasis) {
  World world = Asking(Presumed());
  EXPECT_EQ(world.Of("c"), Verdict::kOpen);
  world.File("c", "past", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kPresumed);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 note"));
}

TEST(Presumption, TheBetterOfTheTwoIsTaken) {
  World world = Asking(Presumed());
  world.File("c", "past", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kPresumed);
  world.File("c", "n", "e3 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Presumption, ANoteAsABasisTriggersNone) {
  World world = Asking(Presumed());
  world.File("c", "past", "e1 p. 1");
  world.Register("e1").surrogate = true;
  EXPECT_EQ(world.Of("c"), Verdict::kThin);  // the verdict of the basis, above the open direct one
}

TEST(Presumption, AnUnansweredDefeaterDropsItAndIsAWarning) {
  World world = Asking(Presumed());
  world.File("c", "past", "e1 p. 1");
  world.Register("e9");
  world.GroundOf("c").defeaters.push_back({Words("d"), {Against("e9 p. 1")}});
  EXPECT_EQ(world.Of("c"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error", "D0510 warning"));
  world.Register("e8");
  world.GroundOf("c").defeaters[0].second[0] = Against("e9 p. 1", {"e8 p. 1"});
  EXPECT_EQ(world.Of("c"), Verdict::kPresumed);
}

}  // namespace
}  // namespace dossier::evaluate
