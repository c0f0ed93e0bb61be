// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "compiler/evaluate/bind.h"
#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"
#include "tests/unit/evaluate/world.h"

/// The packs that are shipped: what each rule must carry, and what the law asks of a few cases.
namespace dossier::evaluate {
namespace {

using testing::Against;
using testing::Day;
using testing::Find;
using ::testing::HasSubstr;
using testing::Words;
using testing::World;

constexpr const char* kShipped[] = {"lt/foreigners-law",
                                    "coe/pace-1900",
                                    "eu/qualification-directive-2011",
                                    "eu/qualification-regulation-2024",
                                    "eu/asylum-procedure-regulation-2024",
                                    "coe/echr-3",
                                    "un/cat-3",
                                    "un/refugee-convention-1951",
                                    "un/wgad-categories",
                                    "un/upr-submission",
                                    "quality/coi",
                                    "quality/credibility",
                                    "quality/berkeley-protocol",
                                    "quality/e-documents-lt"};

/// Of these, no text but that of the two criteria named in `MarksAreNotPromoted` was read.
constexpr const char* kFromAccounts[] = {"coe/echr-3",
                                         "un/cat-3",
                                         "un/refugee-convention-1951",
                                         "un/wgad-categories",
                                         "un/upr-submission",
                                         "quality/coi",
                                         "quality/credibility",
                                         "quality/berkeley-protocol",
                                         "quality/e-documents-lt"};

model::RulePack Load(const std::string& id) {
  Result<io::CaseFolder> rules = io::CaseFolder::Open(DOSSIER_SOURCE_DIR "/rules");
  EXPECT_TRUE(rules.ok());
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<model::RulePack> pack = load::LoadPack(rules.value(), Words(id), sources, sink);
  for (const diagnostics::Finding& finding : sink.findings()) ADD_FAILURE() << finding.Message();
  return pack.value_or(model::RulePack{});
}

void ForEach(const std::vector<model::Criterion>& criteria,
             const std::function<void(const model::Criterion&)>& check) {
  for (const model::Criterion& criterion : criteria) {
    if (!criterion.id.empty()) check(criterion);
    ForEach(criterion.children, check);
  }
}

bool HasBothLanguages(const model::LocalizedText& text) {
  bool english = false;
  bool lithuanian = false;
  for (const auto& [language, words] : text.texts) {
    english = english || (language == "en" && !words.empty());
    lithuanian = lithuanian || (language == "lt" && !words.empty());
  }
  return english && lithuanian;
}

TEST(ShippedPacks, EveryRuleSaysWhereItComesFromInBothLanguages) {
  for (const char* id : kShipped) {
    const model::RulePack pack = Load(id);
    EXPECT_TRUE(HasBothLanguages(pack.title)) << id;
    for (const model::Criterion& top : pack.criteria) {
      EXPECT_FALSE(top.authority.pinpoint.empty()) << top.id;
      EXPECT_THAT(top.authority.url, ::testing::StartsWith("https://")) << top.id;
      EXPECT_TRUE(Date::Parse(top.authority.version).has_value()) << top.id;
    }
    ForEach(pack.criteria, [](const model::Criterion& criterion) {
      EXPECT_TRUE(HasBothLanguages(criterion.title)) << criterion.id;
      EXPECT_TRUE(criterion.text.empty() || HasBothLanguages(criterion.text)) << criterion.id;
      for (const model::Need& need : criterion.needs) {
        EXPECT_TRUE(HasBothLanguages(need.title)) << criterion.id << " " << need.id;
      }
      for (const model::Limb& limb : criterion.limbs) {
        EXPECT_TRUE(HasBothLanguages(limb.title)) << criterion.id << " " << limb.id;
      }
    });
  }
}

TEST(ShippedPacks, ReferToNothingThatIsNotThere) {
  model::Case empty;
  std::vector<model::RulePack> packs;
  for (const char* id : kShipped) packs.push_back(Load(id));
  diagnostics::Sink sink;
  BindRules(empty, packs, sink);
  for (const diagnostics::Finding& finding : sink.findings()) ADD_FAILURE() << finding.Message();
}

/// Marks as the notes of the reading give them; a mark is raised only by reading the text.
TEST(ShippedPacks, MarksAreNotPromoted) {
  ForEach(Load("coe/pace-1900").criteria, [](const model::Criterion& criterion) {
    model::Verification mark = model::Verification::kRead;
    if (criterion.id == "coe.pace1900.4") mark = model::Verification::kSecondary;
    if (criterion.id == "coe.pace1900.burden") mark = model::Verification::kMemory;
    EXPECT_EQ(criterion.authority.verified, mark) << criterion.id;
  });
  for (const model::Criterion& criterion : Load("lt/foreigners-law").criteria) {
    EXPECT_EQ(criterion.authority.version, "2022-03-22") << criterion.id;
  }
  for (const char* id : kFromAccounts) {
    ForEach(Load(id).criteria, [](const model::Criterion& criterion) {
      const bool read =
          criterion.id == "un.upr.organisation" || criterion.id == "quality.edoc.pdf-lt";
      EXPECT_EQ(criterion.authority.verified == model::Verification::kRead, read) << criterion.id;
    });
  }
}

World Pleading(const char* pack, const char* criterion) {
  World world;
  world.pack = Load(pack);
  world.source.header.pleads.push_back({Words(criterion), {}});
  return world;
}

void FileCountry(World& world, const char* criterion, const char* id, const char* published) {
  world.File(criterion, "country", std::string(id) + " p. 1");
  model::Exhibit& exhibit = world.Register(id);
  exhibit.kind = model::ExhibitKind::kIgoReport;
  exhibit.scope = model::Scope::kCountry;
  exhibit.published = Day(published);
}

TEST(ForeignersLaw, TortureWantsThisPersonAndTheCountryFromTwoSides) {
  const char* const id = "lt.utpi.87.1.1";
  World world = Pleading("lt/foreigners-law", id);
  world.File(id, "individual", "e1 p. 1");
  EXPECT_EQ(world.Of(id), Verdict::kOpen);
  FileCountry(world, id, "e2", "2023-05-01");
  EXPECT_EQ(world.Of(id), Verdict::kThin);
  FileCountry(world, id, "e3", "2024-05-01");
  EXPECT_EQ(world.Of(id), Verdict::kCovered);
  world.Register("e3").publisher = world.Register("e2").publisher;
  EXPECT_EQ(world.Of(id), Verdict::kThin);
  FileCountry(world, id, "e4", "2021-05-01");  // another publisher, but old
  EXPECT_EQ(world.Of(id), Verdict::kThin);
}

TEST(ForeignersLaw, EarlierHarmIsPresumedToRecurUnlessThereAreGoodReasons) {
  const char* const id = "lt.utpi.87.1.1";
  World world = Pleading("lt/foreigners-law", id);
  world.File(id, "past-harm", "e1 p. 1");
  EXPECT_EQ(world.Of(id), Verdict::kPresumed);
  world.Register("e2");
  world.GroundOf(id).defeaters.push_back(
      {Words("good-reasons-not-repeated"), {Against("e2 p. 1")}});
  EXPECT_EQ(world.Of(id), Verdict::kOpen);
}

/// By the day of lodging; what was lodged before and is filed from then on is asked of both sides.
TEST(ForeignersLaw, EndsWhereTheRegulationsBegin) {
  World world = Pleading("lt/foreigners-law", "lt.utpi.87.1");
  world.pack.choices = Load("eu/qualification-regulation-2024").choices;
  const Date first = *Date::Parse("2026-06-12");
  const Date before = *Date::Parse("2026-06-11");
  world.options.as_of = {{"filing", first}, {"lodged", first}};
  EXPECT_EQ(world.Of("lt.utpi.87.1"), Verdict::kNotApplicable);
  world.options.as_of = {{"filing", before}};
  EXPECT_EQ(world.Of("lt.utpi.87.1"), Verdict::kOpen);
  world.options.as_of = {{"filing", first}, {"lodged", before}};
  EXPECT_EQ(world.Of("lt.utpi.87.1"), Verdict::kOpen);
}

TEST(ForeignersLaw, NewGroundsAreAskedOfASubsequentApplicationOnly) {
  World world = Pleading("lt/foreigners-law", "lt.utpi.77.1.3");
  model::Procedure procedure;
  procedure.kind = "asylum";
  procedure.applicants = testing::All({"p"});
  world.source.header.procedures.push_back(procedure);
  EXPECT_EQ(world.Of("lt.utpi.77.1.3"), Verdict::kNotApplicable);
  world.source.header.procedures[0].kind = "subsequent";
  EXPECT_EQ(world.Of("lt.utpi.77.1.3"), Verdict::kOpen);
}

TEST(ForeignersLaw, InternalProtectionFallsWithOneAnsweredLimb) {
  World world = Pleading("lt/foreigners-law", "lt.utpi.88.1");
  world.FileLimb("lt.utpi.88.1", "safe-and-legal-access", Against("e1 p. 1"));
  EXPECT_EQ(world.Of("lt.utpi.88.1"), Verdict::kContradicted);
  world.FileLimb("lt.utpi.88.1", "reasonable-settlement", Against("e1 p. 2", {"e2 p. 1"}));
  EXPECT_EQ(world.Of("lt.utpi.88.1"), Verdict::kCovered);
}

TEST(Pace1900, WantsDetentionOneLetterAndAnAnswerToATerrorismCharge) {
  World world = Pleading("coe/pace-1900", "coe.pace1900");
  world.File("coe.pace1900.a", "charge", "e1 p. 1");
  world.File("coe.pace1900.a", "protected-conduct", "e2 p. 1");
  EXPECT_EQ(world.Of("coe.pace1900"), Verdict::kOpen);
  EXPECT_EQ(world.Of("coe.pace1900.3"), Verdict::kCovered);
  world.File("coe.pace1900.liberty", "detention", "e1 p. 1");
  EXPECT_EQ(world.Of("coe.pace1900"), Verdict::kCovered);
  world.FileLimb("coe.pace1900.4", "terrorist-crime", Against("e1 p. 2"));
  EXPECT_EQ(world.Of("coe.pace1900"), Verdict::kContradicted);
  world.FileLimb("coe.pace1900.4", "convention", Against("e1 p. 3", {"e3 p. 1"}));
  EXPECT_EQ(world.Of("coe.pace1900"), Verdict::kCovered);
}

}  // namespace
}  // namespace dossier::evaluate
