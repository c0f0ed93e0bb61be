// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

/// What stands against a criterion, and what could not be read.
namespace dossier::evaluate {
namespace {

using model::Operator;
using resolve::ExhibitState;
using testing::Against;
using testing::Branches;
using testing::Codes;
using ::testing::ElementsAre;
using testing::Find;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::None;
using testing::Words;
using testing::World;

World Asking(model::Criterion root) {
  World world;
  world.source.header.pleads.push_back({Words(root.id), {}});
  world.pack.criteria.push_back(std::move(root));
  return world;
}

TEST(Adverse, WithoutAnAnswerContradicts) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 6"));
  const Coverage coverage = world.Run();
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kContradicted);
  ASSERT_EQ(coverage.criteria[0].adverse.size(), 1U);
  EXPECT_EQ(coverage.criteria[0].adverse[0].exhibit, "e2");
  EXPECT_EQ(coverage.criteria[0].adverse[0].pinpoint, "p. 6");
  EXPECT_FALSE(coverage.criteria[0].adverse[0].answered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0504 error"));
  EXPECT_EQ(First(world.sink, "D0504").why, "Act of Examples, s. 1 (text of 2030-01-01 read: V)");
}

TEST(Adverse, AnAnswerLeavesTheVerdict) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 6", {"e3 p. 1"}));
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Adverse, ANoteAnswersUpToThin) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 6", {"e3 p. 1"}));
  world.Register("e3").surrogate = true;
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Adverse, AnAnswerThatDoesNotExistIsNone) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 6", {"e3 p. 1"}));
  world.source.exhibits.pop_back();
  ASSERT_EQ(world.source.exhibits.size(), 2U);
  EXPECT_EQ(world.Of("c"), Verdict::kContradicted);
}

TEST(Adverse, NeverSpreadsThroughACoveredAny) {
  World world = Asking(Branches("r", Operator::kAny, {Leaf("a"), Leaf("b")}));
  world.File("a", "n", "e1 p. 1");
  world.File("b", "n", "e1 p. 1");
  world.FileAgainst("b", Against("e2 p. 6"));
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "b").verdict, Verdict::kContradicted);
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0504 warning"));
}

TEST(Adverse, AtAChoiceItselfContradictsTheChoice) {
  World world = Asking(Branches("r", Operator::kAny, {Leaf("a"), Leaf("b")}));
  world.File("a", "n", "e1 p. 1");
  world.FileAgainst("r", Against("e2 p. 6"));
  EXPECT_EQ(world.Of("r"), Verdict::kContradicted);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 note", "D0504 error"));
}

TEST(Adverse, BeatsAPresumption) {
  model::Criterion criterion = Leaf("c");
  criterion.presumption.emplace();
  criterion.presumption->basis.push_back(testing::Counted("past"));
  World world = Asking(criterion);
  world.File("c", "past", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kPresumed);
  world.FileAgainst("c", Against("e2 p. 6"));
  EXPECT_EQ(world.Of("c"), Verdict::kContradicted);
}

// ---- what could not be read

TEST(Unreadable, IsUnknownOnlyWhereItMatters) {
  for (const ExhibitState state :
       {ExhibitState::kMissing, ExhibitState::kUnreadable, ExhibitState::kRejected}) {
    World world = Asking(Leaf("c"));
    world.File("c", "n", "e1 p. 1");
    world.states["e1"] = state;
    EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
    EXPECT_EQ(world.Run().criteria[0].reason, "exhibit e1 could not be read");
    EXPECT_THAT(Codes(world.sink), ElementsAre("D0505 error", "D0512 note"));
    world.File("c", "n", "e2 p. 1");
    EXPECT_EQ(world.Of("c"), Verdict::kCovered);
    EXPECT_THAT(Codes(world.sink), ElementsAre());
  }
}

TEST(Unreadable, AnotherGapMakesTheWholeCertain) {
  World world = Asking(Branches("r", Operator::kAll, {Leaf("a"), Leaf("b")}));
  world.File("a", "n", "e1 p. 1");
  world.states["e1"] = ExhibitState::kUnreadable;
  EXPECT_EQ(world.Of("a"), Verdict::kUnknown);
  EXPECT_EQ(world.Of("r"), Verdict::kOpen);
}

TEST(Unreadable, AgainstACriterionIsUnknown) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 6"));
  world.states["e2"] = ExhibitState::kUnreadable;
  EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0505 error"));
}

TEST(Unreadable, AsAnAnswerIsUnknown) {
  World world = Asking(None("x", {"l"}));
  world.FileLimb("x", "l", Against("e1 p. 1", {"e2 p. 1"}));
  world.states["e2"] = ExhibitState::kMissing;
  EXPECT_EQ(world.Of("x"), Verdict::kUnknown);
  EXPECT_THAT(First(world.sink, "D0505").Message(), HasSubstr("the answer to exhibit e1"));
}

TEST(Unreadable, AChoiceThatHangsOnItSpeaksOnce) {
  World world = Asking(Branches("r", Operator::kAny, {Leaf("a"), Leaf("b")}));
  world.File("a", "n", "e1 p. 1");
  world.states["e1"] = ExhibitState::kUnreadable;
  EXPECT_EQ(world.Of("r"), Verdict::kUnknown);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0505 error"));
  EXPECT_THAT(First(world.sink, "D0505").Message(), HasSubstr("exhibit e1"));
}

}  // namespace
}  // namespace dossier::evaluate
