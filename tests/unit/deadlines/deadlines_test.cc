// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/deadlines/deadlines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/deadlines/lithuania.h"

namespace dossier::deadlines {
namespace {

using diagnostics::Kind;
using diagnostics::Level;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Unit = model::Period::Unit;

model::CaseDate On(std::string_view text) {
  model::CaseDate date;
  date.date = Date::Parse(text);
  return date;
}

model::Condition Fact(std::string_view id) {
  model::Condition condition;
  condition.name = id;
  condition.values = {"true"};
  return condition;
}

/// Two applicants, a refusal served on 2 October 2024, one complaint of 14 days.
struct World {
  World() {
    source.header.id.value = "case";
    source.header.applicants = {{"p1", {}}, {"p2", {}}};
    source.header.procedures.emplace_back();
    procedure().id.value = "first";
    procedure().kind = "asylum";
    procedure().decisions.emplace_back();
    procedure().decisions.back().served = On("2024-10-02");
    source.header.filings.emplace_back();
    source.header.filings.back().date = On("2024-10-03");
    packs.emplace_back();
    packs.back().id = "demo";
    packs.back().deadlines.emplace_back();
    limit().id = "demo.complaint";
    limit().title.texts.emplace_back("en", "complaint");
    limit().authority.instrument = "Invented Act";
    limit().authority.pinpoint = "Art. 7";
    limit().anchor = "served";
    limit().period = {.unit = Unit::kDays, .count = 14};
    limit().readings.push_back({.calendar = "lt", .event_day_excluded = true, .roll = true});
    limit().for_date = "filing";
  }

  model::Procedure& procedure() { return source.header.procedures.front(); }
  model::Deadline& limit() { return packs.back().deadlines.front(); }
  void AddFact(std::string_view id, std::string_view value, std::string_view subject = "") {
    source.facts.emplace_back();
    source.facts.back().id.value = id;
    source.facts.back().value = value;
    source.facts.back().subject.value = subject;
  }

  void Run() {
    sink = {};
    results = ComputeDeadlines(source, packs, {testing::Lithuania()}, options, sink);
  }
  /// "D0408 p1 the time for …", in the order of reporting.
  [[nodiscard]] std::vector<std::string> Said() const {
    std::vector<std::string> said;
    for (const diagnostics::Finding& finding : sink.findings()) {
      said.push_back(std::string(Describe(finding.kind).code) + " " + finding.subject + ": " +
                     finding.Message());
    }
    return said;
  }

  model::Case source;
  std::vector<model::RulePack> packs;
  DeadlineOptions options;
  diagnostics::Sink sink;
  std::vector<DeadlineResult> results;
};

TEST(DeadlinesTest, SharedByAllItIsSaidOnce) {
  World world;
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0410 : the time for complaint (demo.complaint) ends on "
                                        "2024-10-16, counted from served 2024-10-02"));
  ASSERT_EQ(world.results.size(), 2U);
  EXPECT_EQ(Date::Of(world.results[1].last_day.value()).ToString(), "2024-10-16");
  EXPECT_THAT(world.sink.findings()[0].why,
              HasSubstr("14 days, the day itself not counted, moved to the next working day"));
}

TEST(DeadlinesTest, ALaterFilingIsCertainlyLate) {
  World world;
  world.source.header.filings.back().date = On("2024-10-17");
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0408 : the time for complaint (demo.complaint) ended on "
                                        "2024-10-16; filing is 2024-10-17"));
  EXPECT_EQ(world.sink.findings()[0].EffectiveLevel(), Level::kError);
}

TEST(DeadlinesTest, TheLastDayItselfIsInTimeAndNear) {
  World world;
  world.source.header.filings.back().date = On("2024-10-16");
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0409 : the time for complaint (demo.complaint) ends on "
                                        "2024-10-16, 0 days after filing 2024-10-16"));
}

TEST(DeadlinesTest, AMonthOnBothSidesIsOnlyAWarning) {
  World world;
  world.source.header.filings.back().date = On("2024-10");
  world.Run();
  ASSERT_EQ(world.sink.findings().size(), 1U);
  EXPECT_EQ(world.sink.findings()[0].kind, Kind::kDeadlinePassed);
  EXPECT_EQ(world.sink.findings()[0].EffectiveLevel(), Level::kWarning);
  EXPECT_EQ(world.sink.findings()[0].certainty, diagnostics::Certainty::kPossible);
}

TEST(DeadlinesTest, NearIsSevenDaysFromToday) {
  World world;
  world.options.today = Date::Parse("2024-10-08");
  world.source.header.filings.back().date = On("2024-10-16");
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].kind, Kind::kDeadlineComputed);
  world.options.today = Date::Parse("2024-10-09");
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0409 : the time for complaint (demo.complaint) ends on "
                                        "2024-10-16, 7 days after today 2024-10-09"));
}

TEST(DeadlinesTest, WhatWasFiledBeforeTodayIsNotNear) {
  World world;
  world.options.today = Date::Parse("2024-10-15");
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].kind, Kind::kDeadlineComputed);
}

TEST(DeadlinesTest, PassedTodayWithoutAFilingIsNotCertain) {
  World world;
  world.source.header.filings.clear();
  world.options.today = Date::Parse("2024-11-01");
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0408 : the time for complaint (demo.complaint) ended on "
                                        "2024-10-16; today is 2024-11-01"));
  EXPECT_EQ(world.sink.findings()[0].EffectiveLevel(), Level::kWarning);
}

TEST(DeadlinesTest, WithoutTheAnchorNothingIsComputed) {
  World world;
  world.procedure().decisions.back().served = {};
  world.Run();
  EXPECT_THAT(
      world.Said(),
      ElementsAre("D0411 : the end of the time for complaint (demo.complaint) cannot be computed: "
                  "it runs from \"served\", which the case does not state"));
  EXPECT_FALSE(world.results[0].last_day);
  world.procedure().decisions.back().served.pending = true;
  world.Run();
  EXPECT_THAT(world.sink.findings()[0].Message(), HasSubstr("which is pending"));
  world.options.as_of = {{"served", Date::Parse("2024-10-02").value()}};
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].kind, Kind::kDeadlineComputed);
}

TEST(DeadlinesTest, APartialAnchorGivesTheEarliestDay) {
  World world;
  world.procedure().decisions.back().served = On("2024-10");
  world.Run();
  EXPECT_THAT(world.sink.findings()[0].Message(),
              HasSubstr("stated as 2024-10 only; it ends on 2024-10-15 at the earliest"));
}

TEST(DeadlinesTest, TheEarliestReadingCountsAndTheOthersAreSaid) {
  World world;
  world.procedure().decisions.back().served = On("2024-10-18");  // + 14 is All Saints' day
  world.limit().readings.push_back({.calendar = "lt", .event_day_excluded = true, .roll = false});
  world.source.header.filings.back().date = On("2024-11-04");
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre("D0408 : the time for complaint (demo.complaint) ended on "
                                        "2024-11-01; filing is 2024-11-04"));
  EXPECT_EQ(world.results[0].ways.size(), 2U);
  bool said = false;
  for (const diagnostics::Related& related : world.sink.findings()[0].related) {
    said =
        said || related.message.Full().find("it ends on 2024-11-04: 14 days") != std::string::npos;
  }
  EXPECT_TRUE(said);
}

TEST(DeadlinesTest, TheFirstAlternateThatHolds) {
  World world;
  world.limit().alternates = {{Fact("accelerated"), {.unit = Unit::kDays, .count = 7}},
                              {Fact("detained"), {.unit = Unit::kDays, .count = 5}}};
  world.AddFact("accelerated", "true");
  world.AddFact("detained", "true");
  world.Run();
  EXPECT_EQ(Date::Of(world.results[0].last_day.value()).ToString(), "2024-10-09");
  world.source.facts[0].value = "false";
  world.source.facts[1].value = "false";
  world.Run();
  EXPECT_EQ(Date::Of(world.results[0].last_day.value()).ToString(), "2024-10-16");
}

TEST(DeadlinesTest, AnUndecidedAlternateCountsAndIsSaid) {
  World world;
  world.limit().alternates = {{Fact("accelerated"), {.unit = Unit::kDays, .count = 7}}};
  world.source.header.filings.back().date = On("2024-10-14");
  world.Run();
  ASSERT_EQ(world.sink.findings().size(), 1U);
  const diagnostics::Finding& finding = world.sink.findings()[0];
  EXPECT_EQ(finding.Message(),
            "the time for complaint (demo.complaint) ended on 2024-10-09; filing is 2024-10-14");
  EXPECT_EQ(finding.EffectiveLevel(), Level::kWarning);
  world.source.header.filings.back().date = On("2024-10-17");  // late by either
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].EffectiveLevel(), Level::kError);
}

TEST(DeadlinesTest, DifferentForTwoApplicantsItIsSaidForEach) {
  World world;
  world.limit().alternates = {{Fact("accelerated"), {.unit = Unit::kDays, .count = 7}}};
  world.AddFact("accelerated", "true", "p1");
  world.AddFact("accelerated", "false", "p2");
  world.Run();
  EXPECT_THAT(
      world.Said(),
      ElementsAre(
          HasSubstr("D0409 p1: the time for complaint (demo.complaint) ends on 2024-10-09"),
          HasSubstr("D0410 p2: the time for complaint (demo.complaint) ends on 2024-10-16")));
}

TEST(DeadlinesTest, AConditionThatIsFalseEndsItAndAnOpenOneIsSaid) {
  World world;
  world.limit().when = Fact("refused");
  world.Run();
  EXPECT_THAT(
      world.Said(),
      ElementsAre(
          HasSubstr("D0306 : whether demo.complaint applies depends on the fact \"refused\""),
          HasSubstr("D0410")));
  world.AddFact("refused", "false");
  world.Run();
  EXPECT_TRUE(world.results.empty());
  EXPECT_TRUE(world.sink.findings().empty());
}

TEST(DeadlinesTest, ThePeriodIsHeldAgainstTheBandAbove) {
  World world;
  world.limit().band_min_days = 5;
  world.limit().band_max_days = 10;
  world.limit().band_authority.instrument = "Regulation of Examples";
  world.limit().band_authority.pinpoint = "Art. 67";
  world.Run();
  EXPECT_THAT(world.Said(),
              ElementsAre(HasSubstr("D0410"),
                          "D0412 : complaint (demo.complaint) gives 14 days where Regulation of "
                          "Examples, Art. 67 allows 5 to 10 days"));
  world.limit().period = {.unit = Unit::kDays, .count = 10};
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("D0410")));
  world.limit().period = {.unit = Unit::kMonths, .count = 1};
  world.limit().band_min_days = 14;
  world.limit().band_max_days = 30;  // a month may have 28 to 31 days: not certainly outside
  world.Run();
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("D0410")));
}

TEST(DeadlinesTest, WithoutForItIsOnlyReported) {
  World world;
  world.limit().for_date.clear();
  world.options.today = Date::Parse("2025-01-01");
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].kind, Kind::kDeadlineComputed);
  world.procedure().decisions.back().served = {};
  world.Run();
  EXPECT_EQ(world.sink.findings()[0].EffectiveLevel(), Level::kNote);
}

TEST(DeadlinesTest, ACalendarThatIsNotThereIsSaid) {
  World world;
  world.limit().readings.front().calendar = "xx";
  world.Run();
  EXPECT_THAT(world.sink.findings()[0].Message(), HasSubstr("there is no calendar \"xx\""));
}

}  // namespace
}  // namespace dossier::deadlines
