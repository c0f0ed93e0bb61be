// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/evaluate/world.h"

namespace dossier::evaluate {
namespace {

using model::Operator;
using testing::Branches;
using testing::Codes;
using testing::Day;
using ::testing::ElementsAre;
using testing::FactIs;
using testing::Find;
using testing::Leaf;
using testing::Stated;
using testing::Words;
using testing::World;

/// Pleads "r", which asks "do" of each.
World Asking(model::Each::Over over, std::string_view list = {}) {
  World world;
  model::Criterion each = Branches("r", Operator::kEach, {Leaf("do")});
  each.each.over = over;
  each.each.list = list;
  world.pack.criteria = {each};
  world.source.header.pleads.push_back({Words("r"), {}});
  return world;
}

model::Person Human(std::string_view id) {
  model::Person person;
  person.id = Words(id);
  return person;
}

model::Event Incident(std::string_view id, std::vector<std::string> persons) {
  model::Event event;
  event.id = Words(id);
  event.incident = true;
  event.persons = testing::All(persons);
  return event;
}

void FileFor(World& world, std::string_view subject, std::string_view citation) {
  world.File("do", "n", citation);
  model::Ground ground = world.source.grounds.back();
  world.source.grounds.pop_back();
  ground.for_persons = {Words(subject)};
  world.source.grounds.push_back(std::move(ground));
}

std::vector<std::string> SubjectsOf(const Coverage& coverage) {
  std::vector<std::string> subjects;
  for (const CriterionCoverage& one : coverage.criteria) {
    if (one.id == "do") subjects.push_back(one.subject + " " + std::string(ToString(one.verdict)));
  }
  return subjects;
}

TEST(Each, OfNothingDoesNotApply) {
  World world = Asking(model::Each::Over::kIncidents);
  const Coverage coverage = world.Run();
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kNotApplicable);
  EXPECT_EQ(Find(coverage, "r").reason, "there is nothing to ask it of");
  EXPECT_THAT(Codes(world.sink), ElementsAre());
}

TEST(Each, IsTheWorstOfItsEntries) {
  World world = Asking(model::Each::Over::kIncidents);
  world.source.events = {Incident("i1", {"p"}), Incident("i2", {}), Incident("i3", {"q"})};
  world.source.events.push_back(Incident("talk", {"p"}));
  world.source.events.back().incident = false;
  FileFor(world, "i1", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_THAT(SubjectsOf(coverage), ElementsAre("i1 covered", "i2 open"))
      << "of the person and of nobody";
  EXPECT_EQ(Find(coverage, "r").verdict, Verdict::kOpen);
  EXPECT_EQ(Find(coverage, "do", "i1").person, "p");
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error"));
  EXPECT_EQ(testing::First(world.sink, "D0501").subject, "i2");
}

TEST(Each, OverPersonsAsksEverybodyWhereTheCaseItselfIsAsked) {
  World world = Asking(model::Each::Over::kPersons);
  world.source.header.applicants.clear();
  world.source.people = {Human("p1"), Human("p2"), Human("watch")};
  world.source.people[2].kind = model::PersonKind::kOrganisation;
  FileFor(world, "p2", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_THAT(SubjectsOf(coverage), ElementsAre("p1 open", "p2 covered"));
  EXPECT_EQ(Find(coverage, "r", "").verdict, Verdict::kOpen);
}

TEST(Each, AnEntryOfAListIsItsPersonWhenItHasOne) {
  World world = Asking(model::Each::Over::kList, "prisoners");
  world.source.header.applicants.clear();
  model::FactList list;
  list.id = Words("prisoners");
  list.entries.resize(2);
  list.entries[0].id = Words("x");
  list.entries[0].person = Words("p1");
  list.entries[1].id = Words("y");
  world.source.lists = {list};
  FileFor(world, "x", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_THAT(SubjectsOf(coverage), ElementsAre("p1 covered", "y open"));
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error")) << "the ground for x is used";
}

TEST(Each, OverMaterialFactsThatNothingSupports) {
  World world = Asking(model::Each::Over::kUnsupportedFacts);
  world.source.facts = {Stated("f1", "true", "p"), Stated("f2", "true", "p"), Stated("f3", "true", "q")};
  for (model::Fact& fact : world.source.facts) fact.material = true;
  world.source.facts[0].unsupported = world.source.facts[2].unsupported = true;
  EXPECT_THAT(SubjectsOf(world.Run()), ElementsAre("f1 open"));
}

TEST(Each, AsksUnderThePersonsFactsAndDates) {
  World world = Asking(model::Each::Over::kIncidents);
  world.pack.criteria[0].children[0].when = FactIs("adult");
  world.pack.criteria[0].children[0].reads = "lodged";
  world.pack.criteria[0].children[0].from = Date::Parse("2020");
  model::Procedure procedure;
  procedure.applicants = testing::All({"p"});
  procedure.lodged = Day("2022-03-15");
  world.source.header.procedures = {procedure};
  world.source.events = {Incident("i1", {"p"}), Incident("i2", {"p"})};
  world.source.facts = {Stated("adult", "true", "p"), Stated("adult", "false", "i2")};
  EXPECT_THAT(SubjectsOf(world.Run()), ElementsAre("i1 open", "i2 not-applicable"));
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0501 error"));
}

TEST(Each, ListsAnEntryOfSeveralPersonsOnce) {
  World world = Asking(model::Each::Over::kIncidents);
  world.source.header.applicants = testing::All({"p", "q"});
  world.source.events = {Incident("i1", {"p", "q"})};
  FileFor(world, "i1", "e1 p. 1");
  const Coverage coverage = world.Run();
  EXPECT_THAT(SubjectsOf(coverage), ElementsAre("i1 covered"));
  EXPECT_EQ(Find(coverage, "r", "q").verdict, Verdict::kCovered);
}

TEST(Each, HidesNoGroundThatNothingAsksAbout) {
  World world = Asking(model::Each::Over::kIncidents);
  world.source.events = {Incident("i1", {"p"})};
  FileFor(world, "i1", "e1 p. 1");
  world.pack.criteria.push_back(Leaf("elsewhere"));
  world.File("elsewhere", "n", "e1 p. 1");
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0514 warning"));
  // Without an incident its criterion is asked of nothing, which is no mistake of the ground.
  world.source.events.clear();
  (void)world.Run();
  EXPECT_THAT(Codes(world.sink), ElementsAre("D0514 warning"));
  EXPECT_EQ(testing::First(world.sink, "D0514").criterion, "elsewhere");
}

TEST(Each, NestedKeepsThePersonAroundIt) {
  World world = Asking(model::Each::Over::kPersons);
  model::Criterion inner = Branches("inner", Operator::kEach, {Leaf("do")});
  inner.each.over = model::Each::Over::kIncidents;
  world.pack.criteria[0].children = {inner};
  world.source.header.applicants.clear();
  world.source.people = {Human("p"), Human("q")};
  world.source.events = {Incident("i1", {"p"}), Incident("i2", {"q"})};
  EXPECT_THAT(SubjectsOf(world.Run()), ElementsAre("i1 open", "i2 open"));
  EXPECT_EQ(Find(world.Run(), "do", "i2").person, "q");
}

}  // namespace
}  // namespace dossier::evaluate
