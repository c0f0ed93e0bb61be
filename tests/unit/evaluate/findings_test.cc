// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

/// What is said, where, and what it offers.
namespace dossier::evaluate {
namespace {

using testing::Codes;
using testing::Counted;
using ::testing::ElementsAre;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::Local;
using testing::Words;
using testing::World;

World Asking(model::Criterion criterion) {
  World world;
  world.source.header.pleads.push_back({{criterion.id, {.file = 0, .begin = 900, .end = 901}}, {}});
  world.pack.criteria.push_back(std::move(criterion));
  return world;
}

TEST(Findings, AreAboutTheSubjectTheCriterionAndTheNeed) {
  model::Criterion criterion = Leaf("act.5.1");
  criterion.needs[0].title = Local("facts about this person");
  criterion.needs[0].where.kinds = {model::ExhibitKind::kMedical, model::ExhibitKind::kOfficial};
  criterion.needs[0].where.scopes = {model::Scope::kIndividual};
  World world = Asking(criterion);
  (void)world.Run();
  const diagnostics::Finding& finding = First(world.sink, "D0501");
  EXPECT_EQ(finding.Message(), "nothing is filed for facts about this person (n) of act.5.1");
  EXPECT_EQ(finding.subject, "p");
  EXPECT_EQ(finding.criterion, "act.5.1");
  EXPECT_EQ(finding.need, "n");
  EXPECT_EQ(finding.place.span.begin, 900U);  // nothing filed: the plea
  EXPECT_EQ(finding.hint.Full(),
            "add to grounds.yaml an entry \"criterion: act.5.1\" with \"needs: {n: [{cite: ..., "
            "shows: ...}]}\"; wanted: 1 item (medical or official; scope individual)");
}

TEST(Findings, StandAtTheNeedOfTheGround) {
  World world = Asking(Leaf("c"));
  world.pack.criteria[0].needs[0].min = 2;
  world.File("c", "n", "e1 p. 1");
  world.GroundOf("c").needs[0].first.span = {.file = 0, .begin = 500, .end = 501};
  (void)world.Run();
  EXPECT_EQ(First(world.sink, "D0502").place.span.begin, 500U);
  EXPECT_EQ(First(world.sink, "D0502").Message(), "n of c has 1 of 2: still wanted 1 item");
  EXPECT_THAT(First(world.sink, "D0502").exhibits, ElementsAre("e1"));
}

TEST(Findings, OfALighterRuleAreQuieter) {
  const auto level = [](model::Weight weight) {
    World world = Asking(Leaf("c"));
    world.pack.criteria[0].weight = weight;
    (void)world.Run();
    return First(world.sink, "D0501").EffectiveLevel();
  };
  EXPECT_EQ(level(model::Weight::kCore), diagnostics::Level::kError);
  EXPECT_EQ(level(model::Weight::kSupporting), diagnostics::Level::kWarning);
  EXPECT_EQ(level(model::Weight::kContext), diagnostics::Level::kNote);
}

TEST(Findings, NeverCarryPersonalTextThroughRedaction) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.GroundOf("c").needs[0].second[0].shows = Local("Secret Name was beaten");
  world.Register("e1").title = Local("Statement of Secret Name");
  world.FileAgainst("c", testing::Against("e2 p. 1"));
  (void)world.Run();
  for (const diagnostics::Finding& finding : world.sink.findings()) {
    EXPECT_THAT(finding.RedactedMessage(), ::testing::Not(HasSubstr("Secret")));
    EXPECT_THAT(finding.hint.Redacted(), ::testing::Not(HasSubstr("Secret")));
  }
}

TEST(Findings, NameGroundsThatNothingAsksAbout) {
  World world = Asking(Leaf("c"));
  world.pack.criteria.push_back(Leaf("d"));
  world.File("c", "n", "e1 p. 1");
  world.File("d", "n", "e1 p. 1");
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0514 warning"));
  EXPECT_EQ(First(world.sink, "D0514").criterion, "d");
  world.source.grounds.pop_back();
  world.GroundOf("c").for_persons = testing::All({"p", "q"});
  (void)world.Run();
  EXPECT_EQ(First(world.sink, "D0514").Message(),
            "the ground for c is not used: it is not asked of q");
}

// ---- the duty to answer

World Decided(bool duty) {
  World world = Asking(Leaf("c"));
  world.File("c", "n", "e1 p. 1");
  world.pack.answers_each_assertion = duty;
  model::AdverseDecision decision;
  decision.exhibit = Words("e1");
  decision.assertions.resize(2);
  decision.assertions[0].id = Words("a1");
  decision.assertions[1].id = Words("a2");
  model::Answer answer;
  answer.cites.resize(1);
  answer.cites[0].text = "e1 p. 2";
  decision.assertions[0].answers.push_back(answer);
  world.source.decisions.push_back(decision);
  return world;
}

TEST(Assertions, WithoutAnAnswerAreErrorsWhereAPackWantsThemAnswered) {
  World world = Decided(true);
  const Coverage coverage = world.Run();
  ASSERT_EQ(coverage.assertions.size(), 2U);
  EXPECT_TRUE(coverage.assertions[0].answered);
  EXPECT_FALSE(coverage.assertions[1].answered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0507 error"));
  EXPECT_EQ(First(world.sink, "D0507").Message(), "the decision's assertion a2 has no answer");
}

TEST(Assertions, AreListedAndNotReportedWithoutThatDuty) {
  World world = Decided(false);
  EXPECT_FALSE(world.Run().assertions[1].answered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Assertions, ACitationOfNothingIsNoAnswer) {
  World world = Decided(true);
  world.source.decisions[0].assertions[0].answers[0].cites[0].text = "e9 p. 2";
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0507 error", "D0507 error"));
  world.source.decisions[0].assertions[0].answers[0].text = Local("see the argument");
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0507 error"));
}

}  // namespace
}  // namespace dossier::evaluate
