// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a walk through the rules as a user showed to be wrong.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate::testing {
namespace {

model::Exception Away(std::string_view id, std::string_view overrides) {
  model::Exception exception;
  exception.id = id;
  exception.overrides = {Words(overrides)};
  exception.when = FactIs("x");
  return exception;
}

World WorldOf(model::Criterion criterion) {
  World world;
  world.source.header.pleads = {{Words(criterion.id), {}}};
  world.pack.criteria = {std::move(criterion)};
  return world;
}

TEST(Walk, AnExceptionThatNamesNothingDecidesNothing) {
  for (const std::string_view overrides : {"e", "not-there"}) {
    model::Criterion criterion = Leaf("c");
    criterion.exceptions = {Away("e", overrides)};
    World world = WorldOf(criterion);
    world.File("c", "n", "e1 p. 1");
    world.source.facts = {Stated("x")};
    EXPECT_EQ(world.Of("c"), Verdict::kUnknown) << overrides;
    world.source.facts = {Stated("x", "false")};
    EXPECT_EQ(world.Of("c"), Verdict::kCovered) << overrides;
  }
}

TEST(Walk, AWordThatIsNeitherTrueNorFalseIsNotTakenForFalse) {
  model::Criterion criterion = Leaf("c");
  criterion.when = FactIs("x");
  World world = WorldOf(criterion);
  for (const std::string_view value : {"yes", "True"}) {
    world.source.facts = {Stated("x", value)};
    world.sink = {};
    EXPECT_EQ(world.Of("c"), Verdict::kOpen) << value;
    EXPECT_NE(First(world.sink, "D0306").Message().find("x (as true or false)"), std::string::npos);
  }
  world.source.facts = {Stated("x", "false")};
  EXPECT_EQ(world.Of("c"), Verdict::kNotApplicable);
}

TEST(Walk, WhatStandsAgainstDoesNotAnswerItself) {
  World world = WorldOf(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.FileAgainst("c", Against("e2 p. 1", {"e2 p. 1"}));
  EXPECT_EQ(world.Of("c"), Verdict::kContradicted);
  world.source.grounds.front().adverse.front() = Against("e2 p. 1", {"e2 p. 3"});
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Walk, TheOpenBranchWantsItsArgument) {
  model::Criterion criterion = Leaf("c");
  criterion.needs.front().where.reasoned = true;
  World world = WorldOf(criterion);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  world.GroundOf("c").argument = Words("argument/a.md");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Walk, WhatIsMissingSaysHowFurtherItemsDiffer) {
  const auto missing = [](int min, int publishers, int filed) {
    model::Criterion criterion = Leaf("c");
    criterion.needs.front().min = min;
    criterion.needs.front().distinct_publishers = publishers;
    World world = WorldOf(criterion);
    for (int i = 0; i < filed; ++i) {
      world.Register("e" + std::to_string(i)).publisher = Words("one");
      world.File("c", "n", "e" + std::to_string(i) + " p. 1");
    }
    const Coverage coverage = world.Run();
    std::string words;
    for (const MissingEvidence& one : Find(coverage, "c").needs.front().missing) {
      words += std::to_string(one.count) + ": " + one.condition + "; ";
    }
    return words;
  };
  EXPECT_EQ(missing(2, 2, 0), "2: each by another publisher; ");
  EXPECT_EQ(missing(3, 2, 1), "2: at least 1 of them by another publisher; ");
  EXPECT_EQ(missing(1, 3, 1), "2: each by another publisher; ");
  EXPECT_EQ(missing(2, 2, 1), "1: by another publisher; ");
  EXPECT_EQ(missing(1, 1, 0), "1: ; ");
}

}  // namespace
}  // namespace dossier::evaluate::testing
