// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

/// Choice of law, objections, and what only a person can give.
namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Codes;
using testing::DateIn;
using testing::Day;
using ::testing::ElementsAre;
using testing::FactIs;
using testing::Find;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::None;
using testing::Stated;
using testing::Words;
using testing::World;

/// "old" and "new" stand on the two sides of "law": certain when both dates are on one side.
World TwoTexts(std::string_view lodged, std::string_view decided) {
  World world;
  using Kind = model::Condition::Kind;
  model::Choice choice;
  choice.id = "law";
  choice.authority.instrument = "Act of Choices";
  choice.options.resize(2);
  choice.options[0].id = "directive";
  choice.options[0].when = testing::Compose(
      Kind::kAll, {DateIn("lodged", "", "2026-06-12"), DateIn("decided", "", "2026-06-12")});
  choice.options[1].id = "regulation";
  choice.options[1].when = DateIn("lodged", "2026-06-12", "");
  world.pack.choices = {choice};
  world.pack.criteria = {Leaf("old"), Leaf("new")};
  world.pack.criteria[0].law = model::LawSide{"law", "directive", {}};
  world.pack.criteria[1].law = model::LawSide{"law", "regulation", {}};
  world.source.header.pleads = {{Words("old"), {}}, {Words("new"), {}}};
  model::Procedure procedure;
  procedure.applicants = testing::All({"p"});
  procedure.lodged = Day(lodged);
  procedure.decisions.push_back({});
  procedure.decisions[0].date = Day(decided);
  world.source.header.procedures = {procedure};
  world.File("old", "n", "e1 p. 1");
  world.File("new", "n", "e1 p. 1");
  return world;
}

model::LawChoice Decision(std::string_view option, std::string_view subject = {}) {
  model::LawChoice decision;
  decision.choice = Words("law");
  decision.option = Words(option);
  decision.subject = Words(subject);
  return decision;
}

TEST(ChoiceOfLaw, IsMadeByTheDatesWhereTheyDecide) {
  World world = TwoTexts("2022-03-15", "2023-07-14");
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "old").verdict, Verdict::kCovered);
  EXPECT_EQ(Find(coverage, "new").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "new").reason,
            "directive governs: lodged 2022-03-15 is before 2026-06-12 and decided 2023-07-14 is "
            "before 2026-06-12");
  ASSERT_EQ(coverage.laws.size(), 1U);
  EXPECT_EQ(coverage.laws[0].option, "directive");
  EXPECT_EQ(coverage.laws[0].decided_by, DecidedBy::kDates);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(ChoiceOfLaw, OpenIsAnErrorAndBothSidesAreChecked) {
  World world = TwoTexts("2022-03-15", "2026-11-01");
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "old").verdict, Verdict::kCovered);
  EXPECT_EQ(Find(coverage, "new").verdict, Verdict::kCovered);
  ASSERT_EQ(coverage.laws.size(), 1U);
  EXPECT_EQ(coverage.laws[0].decided_by, DecidedBy::kNobody);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0407 error"));
  const diagnostics::Finding& finding = First(world.sink, "D0407");
  EXPECT_EQ(finding.related.size(), 2U);
  EXPECT_THAT(finding.hint.Full(),
              HasSubstr("choice_of_law: [{choice: law, option: directive, subject: p, by: ..."));
  EXPECT_THAT(finding.why, HasSubstr("Act of Choices"));
}

TEST(ChoiceOfLaw, IsTheAuthorsWhereItIsOpen) {
  World world = TwoTexts("2022-03-15", "2026-11-01");
  world.source.author.choices = {Decision("directive"), Decision("regulation", "p")};
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "old").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "old").reason, "the author chose regulation (author.yaml)");
  EXPECT_EQ(Find(coverage, "new").verdict, Verdict::kCovered);
  EXPECT_EQ(coverage.laws[0].decided_by, DecidedBy::kAuthor);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(ChoiceOfLaw, DecidedByTheDatesLeavesTheAuthorNoRoom) {
  World world = TwoTexts("2022-03-15", "2023-07-14");
  world.source.author.choices = {Decision("regulation")};
  EXPECT_EQ(world.Of("old"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0414 note"));
  world.source.author.choices = {Decision("directive")};
  EXPECT_EQ(world.Of("old"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(ChoiceOfLaw, OfAnUnknownOptionDecidesNothing) {
  World world = TwoTexts("2022-03-15", "2026-11-01");
  world.source.author.choices = {Decision("treaty")};
  EXPECT_EQ(world.Of("old"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0407 error"));
}

TEST(ChoiceOfLaw, ListsTheDatesThatItReads) {
  World world = TwoTexts("2022-03-15", "2023-07-14");
  const Coverage coverage = world.Run();
  std::vector<std::string> names;
  for (const auto& one : coverage.as_of) names.push_back(one.first);
  EXPECT_THAT(names, ElementsAre("filing", "lodged", "decided"));
}

TEST(Crosswalk, NamesTheSuccessorOfARuleThatDoesNotGovern) {
  World world = TwoTexts("2026-07-01", "2026-11-01");
  model::Crosswalk entry;
  entry.from = "old";
  entry.to = "new";
  entry.kind = model::Crosswalk::Kind::kChanged;
  world.pack.crosswalk = {entry};
  EXPECT_EQ(world.Of("old"), Verdict::kNotApplicable);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0413 note"));
  EXPECT_EQ(First(world.sink, "D0413").Message(), "old became new (changed)");
}

World WithObjection() {
  World world;
  world.pack.criteria = {Leaf("c")};
  world.pack.objections = {Leaf("back")};
  world.pack.objections[0].when = FactIs("returned");
  world.source.header.pleads = {{Words("c"), {}}};
  world.File("c", "n", "e1 p. 1");
  return world;
}

TEST(Objections, AreRaisedOnlyWhereTheirConditionCertainlyHolds) {
  World world = WithObjection();
  EXPECT_TRUE(world.Run().objections.empty());
  EXPECT_THAT(Codes(world.sink), ElementsAre());
  world.source.facts = {Stated("returned", "true", "p")};
  const Coverage coverage = world.Run();
  ASSERT_EQ(coverage.objections.size(), 1U);
  EXPECT_EQ(coverage.objections[0].verdict, Verdict::kOpen);
  EXPECT_EQ(coverage.criteria.size(), 1U);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0518 warning"));
  EXPECT_EQ(First(world.sink, "D0518").Message(),
            "back is a foreseeable objection, and nothing is filed");
}

TEST(Objections, AreAnsweredByEvidence) {
  World world = WithObjection();
  world.pack.objections[0].needs[0].min = 2;
  world.source.facts = {Stated("returned", "true", "p")};
  world.File("back", "n", "e2 p. 1");
  (void)world.Run();
  EXPECT_THAT(First(world.sink, "D0518").Message(), HasSubstr("it is thin: n still wants 1 item"));
  world.File("back", "n", "e3 p. 1");
  EXPECT_EQ(world.Run().objections[0].verdict, Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
  world.source.facts.clear();
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre()) << "an answer to what is not raised does no harm";
}

TEST(Exclusion, IsNotPassedOverInSilence) {
  World world;
  world.pack.criteria = {None("x", {"crime"})};
  world.pack.criteria[0].answer_when = FactIs("charged");
  world.source.header.pleads = {{Words("x"), {}}};
  EXPECT_EQ(world.Of("x"), Verdict::kNotApplicable);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
  world.source.facts = {Stated("charged", "true", "p")};
  EXPECT_EQ(world.Of("x"), Verdict::kNotApplicable);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0517 warning"));
  world.FileLimb("x", "crime", testing::Against("e1 p. 1", {"e2 p. 1"}));
  EXPECT_EQ(world.Of("x"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Judgements, AreWantedAndNeverScored) {
  World world;
  world.pack.criteria = {Leaf("c")};
  world.pack.criteria[0].judgements.push_back({"plausibility", {}, {}, {}});
  world.source.header.pleads = {{Words("c"), {}}};
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0519 warning"));
  world.pack.criteria[0].weight = model::Weight::kSupporting;
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0519 note"));
  model::Judgement judgement;
  judgement.criterion = Words("c");
  judgement.gate = Words("plausibility");
  judgement.subject = Words("q");
  world.source.author.judgements = {judgement};
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0519 note")) << "of somebody else";
  world.source.author.judgements[0].subject = Words("");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

}  // namespace
}  // namespace dossier::evaluate
