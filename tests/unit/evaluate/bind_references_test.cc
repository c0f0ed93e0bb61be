// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/evaluate/bind.h"
#include "tests/unit/evaluate/world.h"

/// References between rules beyond `ref`, and the author's decisions.
namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Branches;
using testing::Codes;
using ::testing::ElementsAre;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
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

model::Exception Except(std::string_view id, std::vector<std::string> overrides,
                        std::string_view use = {}) {
  model::Exception exception;
  exception.id = id;
  exception.overrides = testing::All(overrides);
  exception.use = use;
  return exception;
}

model::Criterion During(model::Criterion criterion, std::string_view from, std::string_view to) {
  criterion.from = Date::Parse(from);
  criterion.to = Date::Parse(to);
  return criterion;
}

TEST(BindExceptions, KnowWhatTheyOverrideAndUse) {
  World world = With({Leaf("c"), Leaf("d")});
  world.pack.criteria[0].exceptions = {Except("one", {"c"}, "d"), Except("two", {"one"}, "c")};
  EXPECT_THAT(Bound(world), ElementsAre());
  world.pack.criteria[0].exceptions[1] = Except("two", {"onee"}, "e");
  EXPECT_THAT(Bound(world), ElementsAre("D0207 error", "D0211 error"));
  EXPECT_EQ(First(world.sink, "D0211").hint.Full(), "write \"one\"");
}

TEST(BindExceptions, DoNotOverrideThemselves) {
  World world = With({Leaf("c")});
  world.pack.criteria[0].exceptions = {Except("self", {"c", "self"})};
  EXPECT_THAT(Bound(world), ElementsAre("D0308 error"));
  EXPECT_EQ(First(world.sink, "D0308").Message(), "exception self of c overrides itself");
  world.pack.criteria[0].exceptions = {Except("a", {"b"}), Except("b", {"d"}), Except("d", {"a"})};
  EXPECT_THAT(Bound(world), ElementsAre("D0308 error"));
  EXPECT_EQ(First(world.sink, "D0308").Message(), "exception a of c overrides itself through d");
}

TEST(BindCircles, GoThroughExceptionsAndTransitionalEntries) {
  World world = With({Leaf("c"), Leaf("d")});
  world.pack.criteria[0].exceptions = {Except("one", {"c"}, "d")};
  model::Transitional entry;
  entry.reads = "lodged";
  entry.use = "c";
  world.pack.criteria[1].transitional = {entry};
  EXPECT_THAT(Bound(world), ElementsAre("D0301 error"));
}

TEST(BindCircles, GoThroughRulesThatSwitchOneAnotherOff) {
  World world = With({Branches("a", Operator::kDisables, {}), Branches("b", Operator::kDisables, {})});
  world.pack.criteria[0].disables = testing::All({"b"});
  EXPECT_THAT(Bound(world), ElementsAre("D0303 error"));
  world.pack.criteria[1].disables = testing::All({"a"});
  EXPECT_THAT(Bound(world), ElementsAre("D0301 error"));
}

TEST(BindTimes, AReferenceMustHoldThroughoutTheTimeOfItsRule) {
  const auto refers = [](model::Criterion from, model::Criterion to) {
    World world = With({std::move(to), std::move(from)});
    return Bound(world);
  };
  const auto rule = [](std::string_view from, std::string_view to) {
    return During(Branches("r", Operator::kAll, {Ref("t")}), from, to);
  };
  const auto target = [](std::string_view from, std::string_view to) {
    return During(Leaf("t"), from, to);
  };
  EXPECT_THAT(refers(rule("2015", "2020"), target("2014", "2026")), ElementsAre());
  EXPECT_THAT(refers(rule("2014", "2026"), target("2014", "2026")), ElementsAre());
  EXPECT_THAT(refers(rule("2015", "2020"), target("", "")), ElementsAre());
  EXPECT_THAT(refers(rule("2013", "2020"), target("2014", "2026")), ElementsAre("D0310 error"));
  EXPECT_THAT(refers(rule("2015", "2027"), target("2014", "2026")), ElementsAre("D0310 error"));
  EXPECT_THAT(refers(rule("", "2020"), target("2014", "")), ElementsAre("D0310 error"));
  EXPECT_THAT(refers(rule("2015", ""), target("2014", "2026")), ElementsAre("D0310 error"));
  model::Criterion other_date = rule("2013", "2020");
  other_date.reads = "lodged";
  EXPECT_THAT(refers(other_date, target("2014", "2026")), ElementsAre());
}

TEST(BindTimes, AnInlineBranchHasItsParentsTime) {
  World world = With({During(Branches("r", Operator::kAll, {Leaf("a")}), "2014", "2026")});
  EXPECT_THAT(Bound(world), ElementsAre());
  world.pack.criteria[0].children[0] = During(Leaf("a"), "2015", "");
  EXPECT_THAT(Bound(world), ElementsAre("D0310 error"));
  EXPECT_THAT(First(world.sink, "D0310").Message(),
              HasSubstr("it is in force from 2014 and before 2026, a from 2015"));
}

TEST(BindLaw, KnowsChoicesOptionsJudgementsAndMarks) {
  World world = With({Leaf("c")});
  world.pack.choices.resize(1);
  world.pack.choices[0].id = "law";
  world.pack.choices[0].options.resize(1);
  world.pack.choices[0].options[0].id = "directive";
  world.pack.criteria[0].law = model::LawSide{"law", "directive", {}};
  world.pack.criteria[0].judgements.push_back({"plausibility", {}, {}, {}});
  model::LawChoice decision;
  decision.choice = Words("law");
  decision.option = Words("directive");
  model::Judgement judgement;
  judgement.criterion = Words("c");
  judgement.gate = Words("plausibility");
  world.source.author.choices = {decision};
  world.source.author.judgements = {judgement};
  EXPECT_THAT(Bound(world), ElementsAre());
  world.pack.criteria[0].law->option = "directve";
  world.source.author.choices[0].choice = Words("lav");
  world.source.author.judgements[0].gate = Words("sympathy");
  model::Explanation explanation;
  explanation.of = Words("m1");
  world.source.author.explanations = {explanation};
  EXPECT_THAT(Bound(world),
              ElementsAre("D0211 error", "D0211 error", "D0211 error", "D0211 error"));
}

TEST(BindSwitches, KnowTheirTargets) {
  World world = With({Branches("off", Operator::kDisables, {})});
  world.pack.criteria[0].disables = testing::All({"nothing"});
  EXPECT_THAT(Bound(world), ElementsAre("D0207 error"));
}

TEST(BindScale, TenThousandUnknownIdsAndACircleOfAThousandRules) {
  // A suggestion for each would be a hundred million comparisons: far beyond the test's limit.
  World world;
  for (int i = 0; i < 1000; ++i) {
    world.pack.criteria.push_back(
        Branches("c" + std::to_string(i), Operator::kAll, {Ref("c" + std::to_string((i + 1) % 1000))}));
  }
  model::Criterion many = Leaf("many");
  for (int i = 0; i < 10000; ++i) many.needs.push_back(testing::Counted("need-" + std::to_string(i)));
  world.pack.criteria.push_back(many);
  model::Ground& ground = world.GroundOf("many");
  for (int i = 0; i < 10000; ++i) {
    ground.needs.emplace_back(Words("neeed-" + std::to_string(i)), std::vector<model::Item>());
  }
  const std::vector<std::string> codes = Bound(world);
  EXPECT_EQ(codes.size(), 10001U);
  EXPECT_EQ(std::count(codes.begin(), codes.end(), "D0301 error"), 1);
}

}  // namespace
}  // namespace dossier::evaluate
