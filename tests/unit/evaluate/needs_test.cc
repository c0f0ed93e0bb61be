// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate {
namespace {

using testing::Codes;
using testing::Counted;
using testing::Day;
using ::testing::ElementsAre;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::Words;
using testing::World;

/// A case that pleads the criterion "c" with the one need.
World Asking(model::Need need) {
  World world;
  model::Criterion criterion = Leaf("c");
  criterion.needs = {std::move(need)};
  world.pack.criteria.push_back(std::move(criterion));
  world.source.header.pleads.push_back({Words("c"), {}});
  return world;
}

model::Exhibit& CountryReport(World& world, std::string_view id, std::string_view published) {
  model::Exhibit& exhibit = world.Register(id);
  exhibit.kind = model::ExhibitKind::kNgoReport;
  exhibit.scope = model::Scope::kCountry;
  exhibit.published = Day(published);
  return exhibit;
}

TEST(Needs, NothingFiledIsOpen) {
  World world = Asking(Counted("n"));
  EXPECT_EQ(world.Of("c"), Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error"));
}

TEST(Needs, AReadableItemCovers) {
  World world = Asking(Counted("n"));
  world.File("c", "n", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kCovered);
  EXPECT_EQ(coverage.criteria[0].needs[0].have, 1);
  EXPECT_THAT(coverage.criteria[0].needs[0].items, ElementsAre("e1"));
  EXPECT_THAT(coverage.criteria[0].needs[0].missing, ::testing::IsEmpty());
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Needs, FewerThanTheCountIsThinAndSaysHowManyMore) {
  World world = Asking(Counted("n", 3));
  world.File("c", "n", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kThin);
  ASSERT_EQ(coverage.criteria[0].needs[0].missing.size(), 1U);
  EXPECT_EQ(coverage.criteria[0].needs[0].missing[0].count, 2);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0502 warning"));
}

TEST(Needs, PagesOfOneWorkCountOnce) {
  World world = Asking(Counted("n", 2));
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e1 p. 9");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Needs, ATranslationIsTheSameWorkAsItsOriginal) {
  World world = Asking(Counted("n", 2));
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  world.Register("e2").translation =
      model::Translation{.of = Words("e1"), .by = "", .certified = true};
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Needs, AnItemOfAnotherKindMakesItThinAndIsNamed) {
  model::Need need = Counted("n");
  need.where.kinds = {model::ExhibitKind::kMedical};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0502 warning", "D0512 note"));
  EXPECT_THAT(First(world.sink, "D0512").Message(),
              HasSubstr("its kind is official, wanted is medical"));
}

TEST(Needs, ScopeLanguageAndPinpointAreFilters) {
  const auto verdict = [](auto edit) {
    model::Need need = Counted("n");
    edit(need.where);
    World world = Asking(need);
    world.File("c", "n", "e1");  // scope individual, in English, without a page
    return world.Of("c");
  };
  EXPECT_EQ(verdict([](model::ItemFilter&) {}), Verdict::kCovered);
  EXPECT_EQ(verdict([](model::ItemFilter& f) { f.scopes = {model::Scope::kGroup}; }),
            Verdict::kThin);
  EXPECT_EQ(verdict([](model::ItemFilter& f) { f.languages = {"lt"}; }), Verdict::kThin);
  EXPECT_EQ(verdict([](model::ItemFilter& f) { f.languages = {"lt", "en"}; }), Verdict::kCovered);
  EXPECT_EQ(verdict([](model::ItemFilter& f) { f.pinpoint = true; }), Verdict::kThin);
}

TEST(Needs, ATranslationGivesTheOriginalItsLanguage) {
  model::Need need = Counted("n");
  need.where.languages = {"lt"};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  model::Exhibit& translation = world.Register("e2");
  translation.languages = {{"lt", ""}};
  translation.translation = model::Translation{.of = Words("e1"), .by = "", .certified = true};
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Needs, AnAssessmentAloneNeverProvesACountryFact) {
  World world = Asking(Counted("n"));
  CountryReport(world, "e1", "2024").nature = model::Nature::kAssessment;
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  EXPECT_THAT(First(world.sink, "D0502").Message(), HasSubstr("reporting facts"));
  CountryReport(world, "e2", "2024");
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Needs, PublishersOfOneGroupAreOne) {
  model::Need need = Counted("n", 2);
  need.distinct_publishers = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  for (const char* id : {"publisher-of-e1", "publisher-of-e2"}) {
    model::Person person;
    person.id = Words(id);
    person.group = "g";
    world.source.people.push_back(person);
  }
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  EXPECT_THAT(First(world.sink, "D0502").Message(), HasSubstr("by another publisher"));
}

TEST(Needs, AnUnnamedPublisherIsNotAnotherOne) {
  model::Need need = Counted("n", 2);
  need.distinct_publishers = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  world.Register("e2").publisher = {};
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Needs, TwoReportsFromOnePrimarySourceAreNotIndependent) {
  model::Need need = Counted("n", 2);
  need.distinct_origins = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  world.Register("e1").origin = {"ministry-figures"};
  world.Register("e2").origin = {"ministry-figures"};
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  // Naming the other report as the source is the same thing.
  world.Register("e1").origin = {};
  world.Register("e2").origin = {"e1"};
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Needs, ASurrogateCountsUpToThin) {
  World world = Asking(Counted("n"));
  world.File("c", "n", "e1 p. 1");
  world.Register("e1").surrogate = true;
  const Coverage coverage = world.Run();
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kThin);
  EXPECT_EQ(coverage.criteria[0].needs[0].have, 1);
  ASSERT_EQ(coverage.criteria[0].needs[0].missing.size(), 1U);
  EXPECT_THAT(coverage.criteria[0].needs[0].missing[0].condition, HasSubstr("the original"));
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0509 warning"));
}

TEST(Needs, AnEntryWithoutAFileIsASurrogate) {
  World world = Asking(Counted("n"));
  world.File("c", "n", "e1 p. 1");
  world.Register("e1").files.clear();
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Needs, AnItemWhosePlaceWasNotFoundDoesNotCountAndIsNamed) {
  World world = Asking(Counted("n"));
  world.File("c", "n", "e1 p. 99");
  resolve::ResolvedCase resolved = world.Bind();
  resolved.citations[0].resolved = false;
  const Coverage coverage = Evaluate(resolved, {world.pack}, world.options, world.sink);
  EXPECT_EQ(coverage.criteria[0].verdict, Verdict::kOpen);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error", "D0512 note"));
  EXPECT_THAT(First(world.sink, "D0512").Message(), HasSubstr("the place cited was not found"));
}

// ---- freshness

struct Age {
  const char* published;
  Verdict expected;
};

class Freshness : public ::testing::TestWithParam<Age> {};

TEST_P(Freshness, IsMeasuredAtTheNamedDate) {
  model::Need need = Counted("n");
  need.where.fresh = model::Freshness{.months = 24, .of = "filing"};
  World world = Asking(need);  // filed on 2024-10-14
  world.File("c", "n", "e1 p. 1");
  world.Register("e1").published = Day(GetParam().published);
  EXPECT_EQ(world.Of("c"), GetParam().expected) << GetParam().published;
}

INSTANTIATE_TEST_SUITE_P(
    Edges, Freshness,
    ::testing::Values(Age{"2022-10-14", Verdict::kCovered}, Age{"2022-10-13", Verdict::kStale},
                      Age{"2022-11", Verdict::kCovered},
                      // Part of the month lies before the limit.
                      Age{"2022-10", Verdict::kStale}, Age{"2023", Verdict::kCovered},
                      Age{"2022", Verdict::kStale}, Age{"2024-12-01", Verdict::kCovered}));

TEST(Freshness, AnUndatedExhibitIsNotFresh) {
  model::Need need = Counted("n");
  need.where.fresh = model::Freshness{.months = 24, .of = ""};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kStale);
  EXPECT_THAT(First(world.sink, "D0503").Message(),
              HasSubstr("does not say when it was published"));
}

TEST(Freshness, AFreshItemOfTheWrongKindIsThinNotStale) {
  model::Need need = Counted("n");
  need.where.fresh = model::Freshness{.months = 24, .of = ""};
  need.where.kinds = {model::ExhibitKind::kMedical};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.Register("e1").published = Day("2024-10-01");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
}

TEST(Freshness, WithoutTheNamedDateTheVerdictIsUnknown) {
  model::Need need = Counted("n");
  need.where.fresh = model::Freshness{.months = 24, .of = "hearing"};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.Register("e1").published = Day("2024-10-01");
  EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0404 warning", "D0505 error"));
  world.options.as_of = {{"hearing", *Date::Parse("2024-11-01")}};
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Freshness, LinksOfAnotherRevisionAreStale) {
  World world = Asking(Counted("n"));
  world.pack.criteria[0].revision = 3;
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);  // no revision stated
  world.GroundOf("c").revision = 3;
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  world.GroundOf("c").revision = 2;
  EXPECT_EQ(world.Of("c"), Verdict::kStale);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0503 warning", "D0512 note", "D0513 warning"));
}

// ---- weights, share, maximum

TEST(Needs, OnlyCoreNeedsDecide) {
  World world = Asking(Counted("n"));
  model::Need supporting = Counted("s");
  supporting.weight = model::Weight::kSupporting;
  model::Need context = Counted("x");
  context.weight = model::Weight::kContext;
  world.pack.criteria[0].needs.push_back(supporting);
  world.pack.criteria[0].needs.push_back(context);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 note", "D0501 warning"));
}

TEST(Needs, ShareAndMaximumGiveFindingsAndNoVerdict) {
  model::Need need = Counted("n");
  need.max = 1;
  need.max_share = 60;
  World world = Asking(need);
  for (const char* cite : {"e1 p. 1", "e2 p. 1", "e3 p. 1"}) world.File("c", "n", cite);
  world.Register("e2").publisher = Words("publisher-of-e1");
  world.Register("e3").publisher = Words("publisher-of-e1");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0511 warning", "D0515 note"));
  EXPECT_THAT(First(world.sink, "D0511").Message(), HasSubstr("100 %"));
}

// ---- subjects

TEST(Needs, AnItemForOnePersonDoesNotCountForAnother) {
  World world = Asking(Counted("n"));
  world.source.header.applicants = testing::All({"p", "q"});
  world.File("c", "n", "e1 p. 1");
  world.GroundOf("c").for_persons = testing::All({"p", "q"});
  EXPECT_EQ(world.Of("c", "q"), Verdict::kCovered);
  world.GroundOf("c").needs[0].second[0].for_persons = testing::All({"p"});
  EXPECT_EQ(world.Of("c", "p"), Verdict::kCovered);
  EXPECT_EQ(world.Of("c", "q"), Verdict::kOpen);
}

TEST(Needs, AGroundOfTheCaseCountsForEveryone) {
  World world = Asking(Counted("n"));
  world.File("c", "n", "e1 p. 1");
  world.GroundOf("c").for_persons.clear();
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Needs, APleaForOtherPersonsIsAskedOfThem) {
  World world = Asking(Counted("n"));
  world.source.header.pleads[0].for_persons = testing::All({"x", "y"});
  const Coverage coverage = world.Run();
  ASSERT_EQ(coverage.criteria.size(), 2U);
  EXPECT_EQ(coverage.criteria[0].subject, "x");
  EXPECT_EQ(coverage.criteria[1].subject, "y");
}

}  // namespace
}  // namespace dossier::evaluate
