// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/facts/decimal.h"

namespace dossier::facts {
namespace {

using model::Operand;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

model::Text Words(std::string_view text) { return {std::string(text), {}}; }

Operand Named(Operand::Kind kind, std::string_view name) {
  Operand operand;
  operand.kind = kind;
  operand.name = Words(name);
  return operand;
}

Operand Written(const char* number) {
  Operand operand;
  operand.number = ParseDecimal(number).value();
  return operand;
}

Operand Count(std::string_view list,
              std::vector<std::pair<std::string, std::vector<std::string>>> where = {}) {
  Operand operand = Named(Operand::Kind::kCount, list);
  for (auto& [field, words] : where)
    operand.filter.where.push_back({Words(field), std::move(words)});
  return operand;
}

Operand Total(std::string_view list, std::string_view field) {
  Operand operand = Named(Operand::Kind::kTotal, list);
  operand.field = Words(field);
  return operand;
}

Operand Of(Operand::Kind kind, std::vector<Operand> parts) {
  Operand operand;
  operand.kind = kind;
  operand.parts = std::move(parts);
  return operand;
}

/// Lists, a figure and an exhibit register; citations are bound by hand.
struct World {
  World() { resolved.source = &source; }

  void AddEntry(std::string_view list, std::vector<std::pair<std::string, std::string>> fields) {
    if (source.lists.empty() || source.lists.back().id.value != list) {
      source.lists.emplace_back();
      source.lists.back().id = Words(list);
    }
    model::ListEntry entry;
    entry.id = Words("r" + std::to_string(source.lists.back().entries.size() + 1));
    for (auto& [field, word] : fields) entry.fields.push_back({Words(field), word});
    source.lists.back().entries.push_back(std::move(entry));
  }
  void AddClaim(Operand left, model::Relation relation, Operand right) {
    source.claims.emplace_back();
    model::Claim& claim = source.claims.back();
    claim.id = Words("c" + std::to_string(source.claims.size()));
    claim.left = std::move(left);
    claim.relation = relation;
    claim.right = std::move(right);
  }
  void AddFigure(std::vector<std::pair<const char*, const char*>> series,
                 std::vector<std::pair<const char*, const char*>> used) {
    source.figures.emplace_back();
    model::Figure& figure = source.figures.back();
    figure.id = Words("prisoners");
    const auto value = [](const auto& pair) {
      model::FigureValue one;
      one.as_of = Date::Parse(pair.first);
      one.value = ParseDecimal(pair.second).value();
      return one;
    };
    for (const auto& pair : series) figure.series.push_back(value(pair));
    for (const auto& pair : used) figure.used.push_back(value(pair));
  }
  model::Citation Cite(std::string_view exhibit) {
    model::Citation cite{.text = std::string(exhibit) + " p. 1",
                         .span = {.file = 0, .begin = next_, .end = next_ + 1}};
    next_ += 2;
    resolve::BoundCitation bound;
    bound.source = cite;
    bound.exhibit = exhibit;
    resolved.by_span[cite.span] = resolved.citations.size();
    resolved.citations.push_back(std::move(bound));
    return cite;
  }
  model::IndexClaim& AddIndexClaim(const char* value, const char* of,
                                   std::vector<std::string> exhibits) {
    source.indexes.emplace_back();
    model::IndexClaim& claim = source.indexes.back();
    claim.id = Words("press");
    claim.product = "Index of Invented Freedom";
    claim.edition = "2024";
    claim.value = ParseDecimal(value).value();
    if (of != nullptr) claim.of = ParseDecimal(of);
    for (const std::string& exhibit : exhibits) claim.cites.push_back(Cite(exhibit));
    return claim;
  }
  model::Exhibit& AddExhibit(std::string_view id, model::ExhibitKind kind) {
    source.exhibits.emplace_back();
    source.exhibits.back().id = Words(id);
    source.exhibits.back().kind = kind;
    return source.exhibits.back();
  }

  std::vector<std::string> Said(const char* filing = nullptr) {
    diagnostics::Sink sink;
    CheckClaims(resolved, filing == nullptr ? std::nullopt : Date::Parse(filing), sink);
    std::vector<std::string> said;
    for (const diagnostics::Finding& finding : sink.findings()) {
      said.push_back(std::string(Describe(finding.kind).code) + " " + finding.Message());
    }
    last = sink.findings();
    return said;
  }

  model::Case source;
  resolve::ResolvedCase resolved;
  std::vector<diagnostics::Finding> last;
  std::uint32_t next_ = 0;
};

World Recommendations() {
  World world;
  for (int i = 0; i < 21; ++i) {
    world.AddEntry("recommendations", {{"result", i < 13 ? "not-fulfilled" : "partial"},
                                       {"addressee", i % 2 == 0 ? "xx" : "yy"}});
  }
  return world;
}

TEST(ClaimsTest, BothSidesAndWhatWasCounted) {
  World world = Recommendations();
  world.AddClaim(Of(Operand::Kind::kSum, {Count("recommendations", {{"result", {"not-fulfilled"}}}),
                                          Count("recommendations", {{"result", {"partial"}}})}),
                 model::Relation::kEqual, Written("20"));
  world.source.claims.back().cites = {world.Cite("e01")};
  EXPECT_THAT(world.Said(),
              ElementsAre("D0605 the claim c1 does not add up: 21 (13 in recommendations + "
                          "8 in recommendations) is not 20"));
  EXPECT_THAT(world.last[0].exhibits, ElementsAre("e01"));
  ASSERT_EQ(world.last[0].related.size(), 3U);
  EXPECT_EQ(world.last[0].related[0].message.Full(),
            "13 of the 21 entries of list recommendations have result not-fulfilled");
  EXPECT_EQ(world.last[0].related[0].message.Redacted(),
            "13 of the 21 entries of list recommendations have […]");
}

TEST(ClaimsTest, AnEntryCountsOnceAndFiltersAreJoined) {
  World world = Recommendations();
  world.AddClaim(Count("recommendations", {{"result", {"partial", "not-fulfilled"}}}),
                 model::Relation::kEqual, Written("21"));
  world.AddClaim(Count("recommendations", {{"result", {"partial"}}, {"addressee", {"xx"}}}),
                 model::Relation::kEqual, Written("4"));
  world.AddClaim(Count("recommendations"), model::Relation::kEqual, Written("21"));
  EXPECT_THAT(world.Said(), IsEmpty());
}

TEST(ClaimsTest, EachRelationAtItsBoundary) {
  using model::Relation;
  const auto holds = [](const char* left, Relation relation, const char* right) {
    World world;
    world.AddClaim(Written(left), relation, Written(right));
    return world.Said().empty();
  };
  EXPECT_TRUE(holds("1151", Relation::kAtMost, "1273"));
  EXPECT_TRUE(holds("5", Relation::kAtMost, "5"));
  EXPECT_FALSE(holds("5.000001", Relation::kAtMost, "5"));
  EXPECT_TRUE(holds("5", Relation::kAtLeast, "5"));
  EXPECT_FALSE(holds("4", Relation::kAtLeast, "5"));
  EXPECT_FALSE(holds("5", Relation::kLess, "5"));
  EXPECT_TRUE(holds("4", Relation::kLess, "5"));
  EXPECT_FALSE(holds("5", Relation::kMore, "5"));
  EXPECT_TRUE(holds("6", Relation::kMore, "5"));
  EXPECT_FALSE(holds("-5", Relation::kEqual, "5"));
}

TEST(ClaimsTest, TotalsDifferencesAndProducts) {
  World world;
  world.AddEntry("fines", {{"amount", "10.5"}});
  world.AddEntry("fines", {{"amount", "4.5"}});
  world.AddClaim(Total("fines", "amount"), model::Relation::kEqual, Written("15"));
  world.AddClaim(Of(Operand::Kind::kDifference, {Written("15"), Count("fines")}),
                 model::Relation::kEqual, Written("13"));
  world.AddClaim(Of(Operand::Kind::kProduct, {Written("1.5"), Written("4")}),
                 model::Relation::kEqual, Written("6"));
  EXPECT_THAT(world.Said(), IsEmpty());
}

TEST(ClaimsTest, WhatCannotBeComputed) {
  World world = Recommendations();
  world.AddEntry("fines", {{"amount", "ten"}});
  world.AddClaim(Count("recomendations"), model::Relation::kEqual, Written("1"));
  world.AddClaim(Count("recommendations", {{"results", {"partial"}}}), model::Relation::kEqual,
                 Written("1"));
  world.AddClaim(Total("fines", "amount"), model::Relation::kEqual, Written("10"));
  world.AddClaim(Total("recommendations", "amount"), model::Relation::kEqual, Written("10"));
  world.AddClaim(Named(Operand::Kind::kFigure, "x"), model::Relation::kEqual,
                 Named(Operand::Kind::kFact, "y"));
  world.AddClaim(Of(Operand::Kind::kProduct, {Written("9000000000000"), Written("2")}),
                 model::Relation::kEqual, Written("1"));
  EXPECT_THAT(
      world.Said(),
      ElementsAre(
          "D0606 the claim c1 cannot be computed: there is no list \"recomendations\"",
          "D0606 the claim c2 cannot be computed: no entry of list recommendations has a field "
          "\"results\"",
          "D0606 the claim c3 cannot be computed: field \"amount\" of entry r1 is not a number",
          HasSubstr("D0606 the claim c4"), HasSubstr("there is no figure \"x\""),
          HasSubstr("there is no fact \"y\""), HasSubstr("too large")));
  EXPECT_EQ(world.last[0].hint.Full(), "did you mean \"recommendations\"?");
  EXPECT_EQ(world.last[1].hint.Full(), "did you mean \"result\"?");
}

TEST(ClaimsTest, AMisspeltWordIsRelated) {
  World world = Recommendations();
  world.AddClaim(Count("recommendations", {{"result", {"partiel"}}}), model::Relation::kEqual,
                 Written("8"));
  EXPECT_THAT(world.Said(),
              ElementsAre("D0605 the claim c1 does not add up: 0 in recommendations is not 8"));
  EXPECT_EQ(world.last[0].related.back().message.Full(),
            "no entry has result \"partiel\"; did you mean \"partial\"?");
}

TEST(ClaimsTest, FiguresAndFactsAsOperands) {
  World world;
  world.AddFigure({{"2024-10", "45"}, {"2025-02-13", "48"}}, {});
  world.source.facts.emplace_back();
  world.source.facts.back().id = Words("convicted");
  world.source.facts.back().value = "40";
  Operand october = Named(Operand::Kind::kFigure, "prisoners");
  october.as_of = Date::Parse("2024-10");
  world.AddClaim(Of(Operand::Kind::kSum, {Named(Operand::Kind::kFact, "convicted"), Written("5")}),
                 model::Relation::kEqual, october);
  EXPECT_THAT(world.Said(), IsEmpty());
  world.source.claims.back().right.as_of = Date::Parse("2025");
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("is not 48 (prisoners of 2025-02-13)")));
  world.source.claims.back().right.as_of = Date::Parse("2023");
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("D0606")));
  world.source.claims.back().right.as_of.reset();
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("is used without its date")));
}

TEST(FiguresTest, TheLatestBeforeTheFilingIsWanted) {
  World world;
  world.AddFigure({{"2025-02-13", "48"}, {"2024-10", "45"}, {"2025-06", "50"}},
                  {{"2024-10", "45"}});
  EXPECT_THAT(world.Said("2024-12-01"), IsEmpty());
  EXPECT_THAT(world.Said("2025-02-13"),
              IsEmpty());  // of the day of the filing: not known before it
  EXPECT_THAT(
      world.Said("2025-03-01"),
      ElementsAre("D0607 figure prisoners is used as 45; that is the value of 2024-10, and 48 of "
                  "2025-02-13 was known before the filing"));
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("50 of 2025-06 is known")));
}

TEST(FiguresTest, AValueThatIsNotOfTheSeries) {
  World world;
  world.AddFigure({{"2024-10", "45"}}, {{"2024-10", "46"}, {"2023", "45"}, {"2024-10-05", "45"}});
  world.source.figures.back().used.push_back({});
  EXPECT_THAT(
      world.Said(),
      ElementsAre(
          "D0605 the claim prisoners does not add up: it is used as 46 for 2024-10, and "
          "the series has 45",
          HasSubstr(
              "D0607 figure prisoners is used as 45; its series has no single value for 2023"),
          HasSubstr("its date is not stated")));
}

TEST(FiguresTest, APartialDateWithTwoValuesSettlesNothing) {
  World world;
  world.AddFigure({{"2024-10-01", "45"}, {"2024-10-20", "46"}}, {{"2024-10", "45"}});
  EXPECT_THAT(world.Said(), ElementsAre(HasSubstr("has no single value for 2024-10")));
}

TEST(IndexesTest, AgreesWithTheRegister) {
  World world;
  model::Exhibit& exhibit = world.AddExhibit("e33", model::ExhibitKind::kIndex);
  exhibit.index = {
      .product = "index of  invented freedom", .edition = "2024", .of = ParseDecimal("180")};
  world.AddExhibit("e34", model::ExhibitKind::kMedia);
  world.AddIndexClaim("142", "180", {"e34", "e33"});
  EXPECT_THAT(world.Said(), IsEmpty());
}

TEST(IndexesTest, EveryDifferenceIsSaid) {
  World world;
  model::Exhibit& exhibit = world.AddExhibit("e33", model::ExhibitKind::kIndex);
  exhibit.index = {
      .product = "Index of Other Things", .edition = "2023", .of = ParseDecimal("140")};
  world.AddIndexClaim("142", "180", {"e33"});
  EXPECT_THAT(
      world.Said(),
      ElementsAre("D0608 index claim press does not agree with exhibit e33: it is \"Index of "
                  "Other Things\", the claim is about \"Index of Invented Freedom\"; it is the "
                  "edition 2023, the claim is about 2024; it ranks 140, the claim says 180; "
                  "142 is beyond its end, 140"));
}

TEST(IndexesTest, WhatTheRegisterDoesNotSay) {
  World world;
  world.AddExhibit("e33", model::ExhibitKind::kIndex);
  world.AddExhibit("e34", model::ExhibitKind::kNgoReport);
  world.AddIndexClaim("142", "180", {"e33"});
  world.AddIndexClaim("142", "180", {"e34"});
  world.AddIndexClaim("142", nullptr, {});
  EXPECT_THAT(
      world.Said(),
      ElementsAre(HasSubstr("the register does not say of which product and edition it is"),
                  HasSubstr("it is registered as ngo-report, not as index"),
                  HasSubstr("D0606 the claim press cannot be computed: it cites no exhibit")));
  EXPECT_EQ(world.last[0].EffectiveLevel(), diagnostics::Level::kWarning);
  EXPECT_EQ(world.last[1].EffectiveLevel(), diagnostics::Level::kError);
  world.source.exhibits[0].index = {
      .product = "Index of Invented Freedom", .edition = "2024", .of = {}};
  EXPECT_THAT(world.Said()[0], HasSubstr("the register does not say how many it ranks"));
}

}  // namespace
}  // namespace dossier::facts
