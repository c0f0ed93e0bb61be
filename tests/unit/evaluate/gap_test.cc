// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/gap.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <random>

#include "compiler/evaluate/trace.h"
#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate::testing {
namespace {

using model::Operator;

std::vector<ClosingSet> Closing(World& world, std::string_view id) {
  const resolve::ResolvedCase resolved = world.Bind();
  const std::vector<model::RulePack> packs = {world.pack};
  std::vector<ClosingSet> sets;
  for (Trace& trace : TraceCriterion(resolved, packs, world.options, id)) {
    // The steps point into `packs`, which does not outlive this function.
    for (ClosingSet& set : trace.closing) {
      sets.push_back(set);
      for (ClosingStep& step : sets.back().steps) step.need = step.criterion = {};
    }
  }
  return sets;
}

int NumberOfExhibits(const World& world) { return static_cast<int>(world.source.exhibits.size()); }

/// Files what the cheapest set asks for.
void Follow(World& world, std::string_view id) {
  const resolve::ResolvedCase resolved = world.Bind();
  const std::vector<model::RulePack> packs = {world.pack};
  const std::vector<Trace> traces = TraceCriterion(resolved, packs, world.options, id);
  ASSERT_EQ(traces.size(), 1u);
  ASSERT_FALSE(traces.front().closing.empty());
  struct Order { std::string criterion, need; int items; };
  std::vector<Order> orders;
  for (const ClosingStep& step : traces.front().closing.front().steps) {
    ASSERT_EQ(step.kind, ClosingStep::Kind::kFile);
    orders.push_back({std::string(step.criterion), std::string(step.need), step.items});
  }
  for (const Order& order : orders) {
    for (int i = 0; i < order.items; ++i) {
      world.File(order.criterion, order.need, "new" + std::to_string(NumberOfExhibits(world)) + " p. 1");
    }
  }
}

TEST(GapTest, NothingForWhatIsCovered) {
  World world;
  world.pack.criteria = {Leaf("a")};
  world.source.header.pleads = {{Words("a"), {}}};
  world.File("a", "n", "e1 p. 1");
  EXPECT_TRUE(Closing(world, "a").empty());
}

TEST(GapTest, TheCheapestBranchComesFirst) {
  World world;
  model::Criterion dear = Leaf("dear");
  dear.needs = {Counted("n", 3)};
  world.pack.criteria = {Branches("a", Operator::kAny, {dear, Leaf("cheap")})};
  world.source.header.pleads = {{Words("a"), {}}};
  const std::vector<ClosingSet> sets = Closing(world, "a");
  ASSERT_EQ(sets.size(), 2u);
  EXPECT_EQ(sets[0].items, 1);
  EXPECT_EQ(sets[1].items, 3);
}

TEST(GapTest, WhatStandsAgainstHasToBeAnsweredToo) {
  World world;
  world.pack.criteria = {Leaf("a")};
  world.source.header.pleads = {{Words("a"), {}}};
  world.FileAgainst("a", Against("x1 p. 1"));
  const std::vector<ClosingSet> sets = Closing(world, "a");
  ASSERT_EQ(sets.size(), 1u);
  ASSERT_EQ(sets[0].steps.size(), 2u);
  EXPECT_EQ(sets[0].steps[1].kind, ClosingStep::Kind::kAnswer);
  EXPECT_EQ(sets[0].steps[1].exhibit, "x1");
}

TEST(GapTest, OneLimbIsEnoughWhenAllWouldHaveToBeMet) {
  for (const bool cumulative : {false, true}) {
    World world;
    world.pack.criteria = {None("a", {"l1", "l2"}, cumulative)};
    world.source.header.pleads = {{Words("a"), {}}};
    world.FileLimb("a", "l1", Against("x1 p. 1"));
    world.FileLimb("a", "l1", Against("x2 p. 1"));
    world.FileLimb("a", "l2", Against("x3 p. 1"));
    const std::vector<ClosingSet> sets = Closing(world, "a");
    ASSERT_EQ(sets.size(), cumulative ? 2u : 1u);
    EXPECT_EQ(sets[0].items, cumulative ? 1 : 3);
  }
}

TEST(GapTest, ARuleThatTwoOthersReferToIsClosedOnce) {
  World world;
  world.pack.criteria = {Branches("a", Operator::kAll, {Branches("b", Operator::kAll, {Ref("leaf")}),
                                                        Branches("c", Operator::kAll, {Ref("leaf")})}),
                         Leaf("leaf")};
  world.source.header.pleads = {{Words("a"), {}}};
  const std::vector<ClosingSet> sets = Closing(world, "a");
  ASSERT_EQ(sets.size(), 1u);
  EXPECT_EQ(sets[0].items, 1);
}

/// A tree of choices over a few leaves, and the leaves with what each still wants.
struct RandomTree {
  model::Criterion root;
  std::vector<int> wanted;  // items to be filed, by leaf
};

class Grower {
 public:
  explicit Grower(unsigned seed) : random_(seed) {}

  RandomTree Grow() {
    RandomTree tree;
    tree.root = Branch(2, tree);
    return tree;
  }

  /// Whether the tree is closed when the leaves in `closed` are.
  static bool IsClosed(const model::Criterion& at, unsigned closed) {
    if (at.op == Operator::kNeeds) return ((closed >> std::stoi(at.id.substr(1))) & 1U) != 0;
    const auto count = std::count_if(at.children.begin(), at.children.end(),
                                     [&](const model::Criterion& child) { return IsClosed(child, closed); });
    const auto all = static_cast<std::ptrdiff_t>(at.children.size());
    if (at.op == Operator::kAll) return count == all;
    return count >= (at.op == Operator::kAtLeast ? at.at_least : 1);
  }

 private:
  int Draw(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }

  model::Criterion Branch(int depth, RandomTree& tree) {
    if (depth == 0 || (Draw(3) == 0 && depth < 2)) {
      model::Criterion leaf = Leaf("l" + std::to_string(tree.wanted.size()));
      leaf.needs = {Counted("n", Draw(2) + 1)};
      tree.wanted.push_back(leaf.needs.front().min);
      return leaf;
    }
    std::vector<model::Criterion> children;
    const int width = Draw(1) + 2;
    for (int i = 0; i < width; ++i) children.push_back(Branch(depth - 1, tree));
    constexpr Operator kOperators[] = {Operator::kAll, Operator::kAny, Operator::kFirstOf, Operator::kAtLeast};
    const std::string id = "b" + std::to_string(next_++);
    return Branches(id, kOperators[Draw(3)], std::move(children), Draw(width - 1) + 1);
  }

  std::mt19937 random_;
  int next_ = 0;
};

TEST(GapTest, TheFirstSetIsTheCheapestOfAllAndCloses) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const RandomTree tree = Grower(seed).Grow();
    World world;
    world.pack.criteria = {tree.root};
    world.source.header.pleads = {{Words(tree.root.id), {}}};
    std::optional<int> cheapest;
    for (unsigned closed = 0; closed < (1U << tree.wanted.size()); ++closed) {
      if (!Grower::IsClosed(tree.root, closed)) continue;
      int cost = 0;
      for (std::size_t i = 0; i < tree.wanted.size(); ++i) {
        if (((closed >> i) & 1U) != 0) cost += tree.wanted[i];
      }
      cheapest = std::min(cheapest.value_or(cost), cost);
    }
    const std::vector<ClosingSet> sets = Closing(world, tree.root.id);
    ASSERT_FALSE(sets.empty()) << seed;
    EXPECT_EQ(sets.front().items, cheapest) << seed;
    EXPECT_TRUE(std::is_sorted(sets.begin(), sets.end(), [](const ClosingSet& a, const ClosingSet& b) {
      return a.items < b.items;
    })) << seed;
    Follow(world, tree.root.id);
    EXPECT_EQ(world.Of(tree.root.id), Verdict::kCovered) << seed;
  }
}

}  // namespace
}  // namespace dossier::evaluate::testing
