// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <map>

#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"
#include "tests/unit/evaluate/random_case.h"

/// The two properties of DESIGN section 5: adding a readable item at positive polarity, or an
/// answer, never lowers a verdict; adding an item at negative polarity never raises one. They are
/// stated for verdicts that have an order; `unknown` and `not-applicable` stand apart.
namespace dossier::evaluate {
namespace {

using testing::AddAnswer;
using testing::AddNegative;
using testing::AddPositive;
using testing::Dice;
using testing::FileAtRandom;
using testing::World;

std::map<std::string, Verdict> Verdicts(World& world) {
  std::map<std::string, Verdict> verdicts;
  const Coverage coverage = world.Run();
  for (const auto* list : {&coverage.criteria, &coverage.objections}) {
    for (const CriterionCoverage& criterion : *list) {
      verdicts[criterion.id + " " + criterion.subject] = criterion.verdict;
    }
  }
  return verdicts;
}

/// How often something that has an order moved, so that a test that moves nothing is seen.
struct Moves {
  int compared = 0;
  int up = 0;
  int down = 0;
};

void Compare(const std::map<std::string, Verdict>& before,
             const std::map<std::string, Verdict>& after, bool may_fall, bool may_rise,
             const std::string& what, Moves& moves) {
  for (const auto& [id, was] : before) {
    const Verdict is = after.at(id);
    if (!IsRanked(was) || !IsRanked(is)) continue;
    ++moves.compared;
    if (is > was) ++moves.up;
    if (is < was) ++moves.down;
    EXPECT_TRUE(may_fall || is >= was)
        << what << " lowered " << id << " from " << ToString(was) << " to " << ToString(is);
    EXPECT_TRUE(may_rise || is <= was)
        << what << " raised " << id << " from " << ToString(was) << " to " << ToString(is);
  }
}

void CheckAdditions(World world, Dice& dice, const std::string& name, Moves& moves) {
  const auto before = Verdicts(world);
  World better = world;
  if (AddPositive(better, dice)) {
    Compare(before, Verdicts(better), false, true, name + ": an item", moves);
  }
  World answered = world;
  if (AddAnswer(answered, dice)) {
    Compare(before, Verdicts(answered), false, true, name + ": an answer", moves);
  }
  World worse = world;
  AddNegative(worse, dice);
  Compare(before, Verdicts(worse), true, false, name + ": an adverse item", moves);
}

TEST(Properties, HoldForRandomRulesAndCases) {
  Moves moves;
  for (std::uint64_t seed = 1; seed <= 2000 && !HasFailure(); ++seed) {
    Dice dice(seed);
    World world;
    world.pack = testing::RandomPack(dice);
    testing::RandomCircumstances(world, dice);
    world.source.header.pleads.push_back({testing::Words(world.pack.criteria[0].id), {}});
    FileAtRandom(world, dice, dice.Roll(25));
    CheckAdditions(world, dice, "seed " + std::to_string(seed), moves);
  }
  EXPECT_GT(moves.compared, 10000);
  EXPECT_GT(moves.up, 300);
  EXPECT_GT(moves.down, 300);
}

model::RulePack Shipped(const std::string& id) {
  Result<io::CaseFolder> rules = io::CaseFolder::Open(DOSSIER_SOURCE_DIR "/rules");
  EXPECT_TRUE(rules.ok());
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<model::RulePack> pack =
      load::LoadPack(rules.value(), testing::Words(id), sources, sink);
  for (const diagnostics::Finding& finding : sink.findings()) ADD_FAILURE() << finding.Message();
  return pack.value_or(model::RulePack{});
}

class ShippedPack : public ::testing::TestWithParam<const char*> {};

TEST_P(ShippedPack, HasBothProperties) {
  const model::RulePack pack = Shipped(GetParam());
  ASSERT_FALSE(pack.criteria.empty());
  Moves moves;
  for (std::uint64_t seed = 1; seed <= 60 && !HasFailure(); ++seed) {
    Dice dice(seed);
    World world;
    world.pack = pack;
    world.source.header.procedures.push_back({});
    world.source.header.procedures.back().kind = "subsequent";
    for (const model::Criterion& criterion : pack.criteria) {
      world.source.header.pleads.push_back({testing::Words(criterion.id), {}});
    }
    FileAtRandom(world, dice, 10 + dice.Roll(60));
    for (int i = 0; i < 5; ++i) {
      CheckAdditions(world, dice, std::string(GetParam()) + " seed " + std::to_string(seed), moves);
    }
  }
  EXPECT_GT(moves.up, 20);
  EXPECT_GT(moves.down, 20);
}

INSTANTIATE_TEST_SUITE_P(All, ShippedPack, ::testing::Values("lt/foreigners-law", "coe/pace-1900"));

TEST(Scale, TenThousandItemsAreNotSquared) {
  // Counts what the work grows by, not how long it takes: every item is seen once a need.
  World world;
  world.pack.criteria.push_back(testing::Leaf("c"));
  world.pack.criteria[0].needs[0].min = 10000;
  world.source.header.pleads.push_back({testing::Words("c"), {}});
  model::Ground& ground = world.GroundOf("c");
  ground.needs.emplace_back(testing::Words("n"), std::vector<model::Item>());
  for (int i = 0; i < 10000; ++i) {
    const std::string id = "e" + std::to_string(i);
    world.source.exhibits.push_back(testing::Sample(id));
    ground.needs[0].second.push_back(testing::Cite(id + " p. 1"));
  }
  const Coverage coverage = world.Run();
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kCovered);
  EXPECT_EQ(coverage.criteria[0].needs[0].items.size(), 10000U);
}

}  // namespace
}  // namespace dossier::evaluate
