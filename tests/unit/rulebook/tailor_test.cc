// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/tailor.h"

#include <gtest/gtest.h>

namespace dossier::rulebook {
namespace {

using model::RulePack;

model::Need Need(std::string id) {
  model::Need need;
  need.id = std::move(id);
  return need;
}

RulePack Base() {
  RulePack pack;
  pack.id = "x/base";
  model::Criterion& criterion = pack.criteria.emplace_back();
  criterion.id = "base.1";
  criterion.revision = 3;
  criterion.needs = {Need("country"), Need("person")};
  return pack;
}

RulePack Above(std::string id) {
  RulePack pack;
  pack.id = std::move(id);
  pack.extends.push_back({"x/base", {}});
  return pack;
}

model::Tailoring At(std::string criterion) {
  model::Tailoring tailoring;
  tailoring.at.value = std::move(criterion);
  return tailoring;
}

model::NeedChange Min(std::string need, int min) {
  model::NeedChange change;
  change.need.value = std::move(need);
  change.min = min;
  return change;
}

std::vector<std::string> Ids(const RulePack& pack) {
  std::vector<std::string> ids;
  for (const model::Need& need : pack.criteria.front().needs) ids.push_back(need.id);
  return ids;
}

TEST(TailorTest, NeedsAreAddedRemovedAndChangedAndTheRevisionStays) {
  std::vector<RulePack> packs = {Above("x/one"), Base()};
  model::Tailoring tailoring = At("base.1");
  tailoring.add = {Need("more")};
  tailoring.remove = {{"person", {}}};
  tailoring.set = {Min("country", 2)};
  packs[0].tailorings = {tailoring};
  diagnostics::Sink sink;
  Tailor(packs, sink);
  EXPECT_TRUE(sink.findings().empty());
  EXPECT_EQ(Ids(packs[1]), (std::vector<std::string>{"country", "more"}));
  EXPECT_EQ(packs[1].criteria.front().needs.front().min, 2);
  EXPECT_EQ(packs[1].criteria.front().revision, 3);
}

TEST(TailorTest, TwoPacksDoNotChangeOneNeed) {
  std::vector<RulePack> packs = {Above("x/one"), Above("x/two"), Base()};
  for (std::size_t i = 0; i < 2; ++i) {
    packs[i].tailorings = {At("base.1")};
    packs[i].tailorings.front().set = {Min("country", static_cast<int>(i) + 2)};
  }
  diagnostics::Sink sink;
  Tailor(packs, sink);
  ASSERT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(sink.findings().front().Message(),
            "the tailoring of base.1 cannot be applied: need \"country\" is changed twice, by x/one "
            "and by x/two");
  EXPECT_EQ(packs[2].criteria.front().needs.front().min, 2);
}

TEST(TailorTest, WhatIsRefusedLeavesTheCriterionAsItWas) {
  std::vector<RulePack> packs = {Above("x/one"), Base()};
  packs[0].tailorings = {At("base.1")};
  packs[0].tailorings.front().remove = {{"country", {}}, {"nothing", {}}};
  diagnostics::Sink sink;
  Tailor(packs, sink);
  EXPECT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(Ids(packs[1]), (std::vector<std::string>{"country", "person"}));
}

TEST(TailorTest, APackThatIsNotExtendedIsLeftAlone) {
  std::vector<RulePack> packs = {Above("x/one"), Base()};
  packs[0].extends.clear();
  packs[0].tailorings = {At("base.1")};
  packs[0].tailorings.front().remove = {{"country", {}}};
  diagnostics::Sink sink;
  Tailor(packs, sink);
  EXPECT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(Ids(packs[1]).size(), 2U);
}

TEST(TailorTest, ACriterionKeepsANeed) {
  std::vector<RulePack> packs = {Above("x/one"), Base()};
  packs[0].tailorings = {At("base.1")};
  packs[0].tailorings.front().remove = {{"country", {}}, {"person", {}}};
  diagnostics::Sink sink;
  Tailor(packs, sink);
  EXPECT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(Ids(packs[1]).size(), 2U);
}

}  // namespace
}  // namespace dossier::rulebook
