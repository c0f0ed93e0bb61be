// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/dates.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate {
namespace {

using testing::Codes;
using testing::Day;
using ::testing::ElementsAre;
using testing::Find;
using testing::First;
using ::testing::HasSubstr;
using testing::Leaf;
using testing::Words;
using testing::World;

InForce At(std::string_view at, std::string_view from, std::string_view to) {
  return Compare(*Date::Parse(at), Date::Parse(from), Date::Parse(to));
}

TEST(InForceRange, IsHalfOpen) {
  EXPECT_EQ(At("2026-06-11", "2014-12-01", "2026-06-12"), InForce::kYes);
  EXPECT_EQ(At("2026-06-12", "2014-12-01", "2026-06-12"), InForce::kNoLonger);
  EXPECT_EQ(At("2014-12-01", "2014-12-01", "2026-06-12"), InForce::kYes);
  EXPECT_EQ(At("2014-11-30", "2014-12-01", "2026-06-12"), InForce::kNotYet);
  EXPECT_EQ(At("1990", "", "2026-06-12"), InForce::kYes);
  EXPECT_EQ(At("2090", "2014", ""), InForce::kYes);
}

TEST(InForceRange, APartialDateThatStraddlesIsUndecided) {
  EXPECT_EQ(At("2026-06", "2014-12-01", "2026-06-12"), InForce::kUndecided);
  EXPECT_EQ(At("2014", "2014-12-01", "2026-06-12"), InForce::kUndecided);
  EXPECT_EQ(At("2026-05", "2014-12-01", "2026-06-12"), InForce::kYes);
  EXPECT_EQ(At("2026-07", "2014-12-01", "2026-06-12"), InForce::kNoLonger);
}

model::Procedure MakeProcedure(std::string_view kind, std::vector<std::string> persons) {
  model::Procedure procedure;
  procedure.kind = kind;
  procedure.applicants = testing::All(persons);
  return procedure;
}

TEST(NamedDates, ComeFromTheSubjectsLatestProcedure) {
  model::Header header;
  header.procedures = {MakeProcedure("asylum", {"p"}), MakeProcedure("subsequent", {"p"}),
                       MakeProcedure("asylum", {"q"})};
  header.procedures[0].lodged = Day("2022-03-15");
  header.procedures[0].decisions.push_back({.by = "",
                                            .date = Day("2023-07-14"),
                                            .served = Day("2023-07-20"),
                                            .final = {},
                                            .outcome = "",
                                            .span = {}});
  header.procedures[1].lodged = Day("2024-01");
  header.procedures[2].lodged = Day("2024-05-01");
  const NamedDates dates(header, "p", {});
  EXPECT_EQ(dates.Get("lodged")->ToString(), "2024-01");
  EXPECT_EQ(dates.Get("decided"), std::nullopt);  // the second is not decided yet
  EXPECT_EQ(NamedDates(header, "q", {}).Get("lodged")->ToString(), "2024-05-01");
  EXPECT_EQ(NamedDates(header, "nobody", {}).Get("lodged"), std::nullopt);
}

TEST(NamedDates, APendingDateIsNoDateOfAnEarlierProcedure) {
  model::Header header;
  header.procedures = {MakeProcedure("asylum", {"p"}), MakeProcedure("subsequent", {"p"}),
                       MakeProcedure("removal", {"p"})};
  header.procedures[0].lodged = Day("2022-03-15");
  header.procedures[1].lodged.pending = true;
  header.procedures[2].removal = Day("2023-12");
  const NamedDates dates(header, "p", {});
  EXPECT_EQ(dates.Get("lodged"), std::nullopt);
  EXPECT_EQ(dates.Get("removal")->ToString(), "2023-12");
}

TEST(NamedDates, ASubsequentApplicationFollowsAFinalDecision) {
  model::Header header;
  header.procedures = {MakeProcedure("asylum", {"p"}), MakeProcedure("subsequent", {"p"}),
                       MakeProcedure("removal", {"p"})};
  header.procedures[0].final = Day("2023-12-13");
  header.procedures[1].lodged.pending = true;
  header.procedures[2].final = Day("2024-05");
  EXPECT_EQ(NamedDates(header, "p", {}).Get("final")->ToString(), "2023-12-13");
  header.procedures[1].kind = "asylum";
  EXPECT_EQ(NamedDates(header, "p", {}).Get("final"), std::nullopt);
  header.procedures[1].final = Day("2025-01-10");
  EXPECT_EQ(NamedDates(header, "p", {}).Get("final")->ToString(), "2025-01-10");
}

TEST(NamedDates, FilingIsTheLatestAndMayBeSetFromOutside) {
  model::Header header;
  header.filings.resize(2);
  header.filings[0].date = Day("2024-10-14");
  header.filings[1].date = Day("2024-02-01");
  EXPECT_EQ(NamedDates(header, "p", {}).Get("")->ToString(), "2024-10-14");
  const NamedDates set(header, "p", {{"filing", *Date::Parse("2026-11-01")}});
  EXPECT_EQ(set.Get("filing")->ToString(), "2026-11-01");
  EXPECT_EQ(set.Get("birthday"), std::nullopt);
}

// ---- rules in time

World Asking(std::string_view from, std::string_view to, std::string_view reads = "") {
  World world;
  model::Criterion criterion = Leaf("c");
  criterion.from = Date::Parse(from);
  criterion.to = Date::Parse(to);
  criterion.reads = reads;
  world.pack.criteria.push_back(criterion);
  world.source.header.pleads.push_back({Words("c"), {}});
  world.File("c", "n", "e1 p. 1");
  return world;
}

TEST(RulesInTime, ThatAreNotInForceDoNotApplyAndSayWhy) {
  World later = Asking("2026-06-12", "");
  EXPECT_EQ(later.Of("c"), Verdict::kNotApplicable);
  EXPECT_THAT(Codes(later.sink), ElementsAre("D0401 warning"));
  EXPECT_EQ(later.Run().criteria[0].reason,
            "not yet in force on 2024-10-14 (filing): in force from 2026-06-12");
  World earlier = Asking("2014", "2024-10-14");
  EXPECT_EQ(earlier.Of("c"), Verdict::kNotApplicable);
  EXPECT_THAT(Codes(earlier.sink), ElementsAre("D0402 warning"));
  earlier.options.as_of = {{"filing", *Date::Parse("2024-10-13")}};
  EXPECT_EQ(earlier.Of("c"), Verdict::kCovered);
}

TEST(RulesInTime, AreTakenToApplyWhereTheDateDoesNotSay) {
  World straddling = Asking("2014", "2024-10-20");
  straddling.options.as_of = {{"filing", *Date::Parse("2024-10")}};
  EXPECT_EQ(straddling.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(straddling.sink), ElementsAre("D0403 warning"));
  World missing = Asking("2014", "2026", "lodged");
  EXPECT_EQ(missing.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(missing.sink), ElementsAre("D0404 warning"));
}

TEST(RulesInTime, ListTheDatesThatWereRead) {
  World world = Asking("2014", "2026", "lodged");
  const Coverage coverage = world.Run();
  ASSERT_EQ(coverage.as_of.size(), 2U);
  EXPECT_EQ(coverage.as_of[0].first, "filing");
  EXPECT_EQ(coverage.as_of[0].second, "2024-10-14");
  EXPECT_EQ(coverage.as_of[1].first, "lodged");
  EXPECT_EQ(coverage.as_of[1].second, std::nullopt);
}

TEST(RulesInTime, ReadInAnOlderVersionGiveOneNoteAPack) {
  World world = Asking("2014", "2026");
  world.pack.criteria[0].authority.version = "2022-03-22";
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0305 note"));
  EXPECT_THAT(First(world.sink, "D0305").Message(), HasSubstr("V of 2022-03-22"));
  world.pack.criteria[0].authority.verified = model::Verification::kMemory;
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0305 warning"));
}

// ---- conditions

model::Condition Fact(std::string_view id, std::string_view value = "true") {
  model::Condition condition;
  condition.name = id;
  condition.values = {std::string(value)};
  return condition;
}

model::Condition Join(model::Condition::Kind kind, std::vector<model::Condition> children) {
  model::Condition condition;
  condition.kind = kind;
  condition.children = std::move(children);
  return condition;
}

World When(model::Condition condition) {
  World world = Asking("", "");
  world.pack.criteria[0].when = std::move(condition);
  for (const char* value : {"true", "false"}) {
    model::Fact fact;
    fact.id = Words(std::string("is-") + value);
    fact.value = value;
    world.source.facts.push_back(fact);
  }
  return world;
}

TEST(Conditions, AnUnstatedFactLeavesTheRuleApplicableWithANote) {
  World world = When(Fact("unstated"));
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0306 note"));
}

TEST(Conditions, HaveThreeValues) {
  using Kind = model::Condition::Kind;
  const auto verdict = [](model::Condition condition) {
    World world = When(std::move(condition));
    const Verdict result = world.Of("c");
    return std::pair(result, world.sink.findings().size());
  };
  const std::pair applies{Verdict::kCovered, std::size_t{0}};
  const std::pair undecided{Verdict::kCovered, std::size_t{1}};
  const std::pair fails{Verdict::kNotApplicable, std::size_t{0}};
  EXPECT_EQ(verdict(Fact("is-true")), applies);
  EXPECT_EQ(verdict(Fact("is-false")), fails);
  EXPECT_EQ(verdict(Fact("is-false", "false")), applies);
  EXPECT_EQ(verdict(Join(Kind::kNot, {Fact("is-false")})), applies);
  EXPECT_EQ(verdict(Join(Kind::kNot, {Fact("unstated")})), undecided);
  EXPECT_EQ(verdict(Join(Kind::kAll, {Fact("unstated"), Fact("is-false")})), fails);
  EXPECT_EQ(verdict(Join(Kind::kAll, {Fact("unstated"), Fact("is-true")})), undecided);
  EXPECT_EQ(verdict(Join(Kind::kAny, {Fact("unstated"), Fact("is-true")})), applies);
  EXPECT_EQ(verdict(Join(Kind::kAny, {Fact("unstated"), Fact("is-false")})), undecided);
}

TEST(Conditions, AFactAboutThePersonWinsOverOneAboutTheCase) {
  World world = When(Fact("is-true"));
  model::Fact fact;
  fact.id = Words("is-true");
  fact.value = "false";
  fact.subject = Words("p");
  world.source.facts.push_back(fact);
  EXPECT_EQ(world.Of("c"), Verdict::kNotApplicable);
}

TEST(Conditions, AProcedureIsThatOfTheSubject) {
  model::Condition subsequent = Fact("subsequent");
  subsequent.kind = model::Condition::Kind::kProcedure;
  World world = When(subsequent);
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);  // no procedure is stated at all
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0306 note"));
  world.source.header.procedures = {MakeProcedure("subsequent", {"q"})};
  EXPECT_EQ(world.Of("c"), Verdict::kNotApplicable);
  world.source.header.procedures.push_back(MakeProcedure("subsequent", {"p"}));
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

}  // namespace
}  // namespace dossier::evaluate
