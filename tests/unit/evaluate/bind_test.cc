// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/bind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Against;
using testing::Branches;
using testing::Codes;
using ::testing::ElementsAre;
using testing::First;
using testing::Leaf;
using testing::None;
using testing::Ref;
using testing::Words;
using testing::World;

std::vector<std::string> Bound(World& world) {
  world.sink = {};
  BindRules(world.source, {world.pack}, world.sink);
  return Codes(world.sink);
}

World With(std::vector<model::Criterion> criteria) {
  World world;
  world.pack.criteria = std::move(criteria);
  return world;
}

TEST(BindRules, IsSilentOnACaseThatFits) {
  World world = With({Branches("r", Operator::kAny, {Leaf("a"), Ref("x")}), None("x", {"l"})});
  world.source.header.pleads.push_back({Words("r"), {}});
  world.File("a", "n", "e1 p. 1");
  world.FileLimb("x", "l", Against("e2 p. 1"));
  EXPECT_THAT(Bound(world), ElementsAre());
}

TEST(BindRules, SuggestsTheCriterionThatWasMeant) {
  World world = With({Leaf("act.5.1")});
  world.source.header.pleads.push_back({Words("act.51"), {}});
  world.File("act.7", "n", "e1 p. 1");
  EXPECT_THAT(Bound(world), ElementsAre("D0207 error", "D0207 error"));
  EXPECT_EQ(First(world.sink, "D0207").hint.Full(), "write \"act.5.1\"");
}

TEST(BindRules, KnowsTheNeedsLimbsAndDefeatersOfACriterion) {
  model::Criterion criterion = Leaf("c");
  criterion.presumption.emplace();
  criterion.presumption->basis.push_back(testing::Counted("past"));
  criterion.presumption->defeaters.push_back({"d", {}, {}, {}});
  World world = With({criterion, None("x", {"l"})});
  world.File("c", "n", "e1 p. 1");
  world.File("c", "past", "e1 p. 1");
  world.GroundOf("c").defeaters.push_back({Words("d"), {}});
  EXPECT_THAT(Bound(world), ElementsAre());
  world.File("c", "pasts", "e1 p. 1");
  world.File("x", "n", "e1 p. 1");
  world.FileLimb("x", "m", Against("e2 p. 1"));
  world.GroundOf("c").defeaters.push_back({Words("l"), {}});
  EXPECT_THAT(Bound(world),
              ElementsAre("D0208 error", "D0208 error", "D0208 error", "D0208 error"));
  EXPECT_EQ(First(world.sink, "D0208").hint.Full(), "write \"past\"");
}

TEST(BindRules, ReportsACircleOnceAndADanglingReference) {
  World world = With({Branches("a", Operator::kAll, {Ref("b")}),
                      Branches("b", Operator::kAny, {Ref("a"), Ref("nowhere")})});
  EXPECT_THAT(Bound(world), ElementsAre("D0207 error", "D0301 error"));
  EXPECT_EQ(First(world.sink, "D0301").Message(), "criterion a refers to itself through b");
}

TEST(BindRules, FollowsACircleOfManyRules) {
  World world;
  constexpr int kRules = 50000;
  for (int i = 0; i < kRules; ++i) {
    world.pack.criteria.push_back(Branches("c" + std::to_string(i), Operator::kAll,
                                           {Ref("c" + std::to_string((i + 1) % kRules))}));
  }
  EXPECT_THAT(Bound(world), ElementsAre("D0301 error"));
}

TEST(BindRules, ReportsDoublesEmptyRulesAndRulesWithoutAuthority) {
  model::Criterion bare = Leaf("bare");
  bare.authority = {};
  model::Criterion empty = Leaf("empty");
  empty.needs.clear();
  World world = With({Leaf("a"), Leaf("a"), bare, empty});
  EXPECT_THAT(Bound(world), ElementsAre("D0109 error", "D0302 error", "D0303 error"));
}

TEST(BindRules, AnInlineBranchTakesTheAuthorityAroundIt) {
  model::Criterion child = Leaf("r.1");
  child.authority = {};
  World world = With({Branches("r", Operator::kAll, {child})});
  EXPECT_THAT(Bound(world), ElementsAre());
}

}  // namespace
}  // namespace dossier::evaluate
