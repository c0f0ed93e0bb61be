// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/blocks.h"

#include <gtest/gtest.h>

#include "compiler/compose/argument.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

class BlocksTest : public ::testing::Test {
 protected:
  std::unique_ptr<Sample> sample_ = MakeSample();
  Strings strings_ = LoadStrings("en");
  Context context_ = ContextOf(*sample_, strings_);
};

TEST_F(BlocksTest, GroundsByCriterionThenPersonByPerson) {
  (void)ComposeArgument(context_);
  (void)context_.numbering.Next(1);
  EXPECT_EQ(
      Dump(ComposeGrounds(context_)),
      "## 2.1 Risk of harm\n"
      "Protection is for a person who would face harm. <mark.instrument/Invented Law>(Invented Law, Art. 1(1))\n"
      "‖ What the exhibit shows ‖ Exhibits\n"
      "| Country evidence ↔\n"
      "| Methods recorded (January 2022): “words as they stand” | "
      "[A-2, pp. 2–3](exhibit.e2.2), bundle pp. [{exhibit.e2.2}](exhibit.e2.2)–"
      "[{exhibit.e2.3}](exhibit.e2.3)\n"
      "See section [1](section.1).\n"
      "## 2.2 Prisoner of opinion\n"
      "<mark.instrument/Invented Resolution>(Invented Resolution)\n"
      "Limb a. Text of limb a. <mark.instrument/Invented Resolution>(Invented Resolution)\n"
      "Limb b. Text of limb b. <mark.instrument/Invented Resolution>(Invented Resolution)\n"
      "### 2.2.1 Әсет Үлгіұлы\n"
      "Prisoner\n"
      "‖ What the exhibit shows ‖ Exhibits\n"
      "| Limb a ↔\n"
      "| Held for words | [A-3, p. 1](exhibit.e3.1), bundle p. [{exhibit.e3.1}](exhibit.e3.1)\n"
      "### 2.2.2 Žydrūnė Šimėnaitė\n"
      "Prisoner\n"
      "‖ What the exhibit shows ‖ Exhibits\n"
      "| Limb b ↔\n"
      "| Sentence out of proportion | <mark.authority/e4>A-4, p. 9\n");
}

TEST_F(BlocksTest, ADateThatTheWordsNameIsNotSaidTwice) {
  model::Item& item = sample_->source.grounds[0].needs[0].second[0];
  item.shows = Said("recorded in January 2022");
  const std::string text = Dump(ComposeGrounds(context_));
  EXPECT_NE(text.find("| Recorded in January 2022: “"), std::string::npos);
}

TEST_F(BlocksTest, TitleRowsStayWithWhatTheyTitle) {
  const Blocks blocks = ComposeGrounds(context_);
  int titles = 0;
  for (const Block& block : blocks) {
    const auto* table = std::get_if<Table>(&block.value);
    if (table == nullptr) continue;
    for (const TableRow& row : table->rows) {
      const bool title = row.cells.front().columns == 2;
      EXPECT_EQ(row.keep_with_next, title);
      titles += title ? 1 : 0;
    }
  }
  EXPECT_EQ(titles, 3);
}

TEST_F(BlocksTest, WhatIsFiledWithoutBeingPleadedIsShown) {
  sample_->source.header.pleads.clear();
  const std::string text = Dump(ComposeGrounds(context_));
  EXPECT_NE(text.find("Risk of harm"), std::string::npos);
  EXPECT_NE(text.find("Limb a"), std::string::npos);
  EXPECT_EQ(text.find("Methods recorded"), text.rfind("Methods recorded"));
}

TEST_F(BlocksTest, AnswersWithThePageOfTheDecision) {
  (void)ComposeArgument(context_);
  EXPECT_EQ(Dump(ComposeAnswers(context_)),
            "Decision of the department ([A-1](list.e1))\n"
            "‖ What the decision says ‖ Answer ‖ Exhibits\n"
            "| Nothing will happen/[A-1, p. 3](exhibit.e1.3), bundle p. "
            "[{exhibit.e1.3}](exhibit.e1.3) | It has happened./See section [1](section.1). | "
            "[A-2, p. 1](exhibit.e2.1), bundle p. [{exhibit.e2.1}](exhibit.e2.1)/"
            "[A-3, p. 1](exhibit.e3.1), bundle p. [{exhibit.e3.1}](exhibit.e3.1)\n");
}

TEST_F(BlocksTest, ChronologyInOrderOfTime) {
  EXPECT_EQ(Dump(ComposeChronology(context_)),
            "‖ Date ‖ Event ‖ Exhibits\n"
            "| 27 February 2019 – 2 March 2019 | Detention of Әсет Үлгіұлы. | "
            "[A-2, p. 1](exhibit.e2.1), bundle p. [{exhibit.e2.1}](exhibit.e2.1)\n"
            "| 14 July 2023 | The refusal. | "
            "[A-1, p. 1](exhibit.e1.1), bundle p. [{exhibit.e1.1}](exhibit.e1.1)\n");
}

TEST_F(BlocksTest, ALessPreciseDateComesBeforeTheDaysInIt) {
  sample_->source.events[0].date = On("2019-02-01");
  sample_->source.events[1].date = On("2019-02");
  const std::string text = Dump(ComposeChronology(context_));
  EXPECT_LT(text.find("Detention"), text.find("The refusal"));
}

TEST_F(BlocksTest, PersonsAndOrganisations) {
  EXPECT_EQ(Dump(ComposePersons(context_)),
            "‖ Person ‖ Role ‖ Also written\n"
            "| Jonas Pavyzdys | Applicant | Йонас Павыздис, J. Pavyzdys\n"
            "| Žydrūnė Šimėnaitė | Prisoner |\n"
            "| Әсет Үлгіұлы | Prisoner |\n"
            "‖ Organisation ‖ Role ‖ Also written\n"
            "| Invented Department | Decides |\n"
            "| Invented Rights Group | Publisher |\n");
}

TEST_F(BlocksTest, ProceduresStepByStep) {
  EXPECT_EQ(Dump(ComposeProcedures(context_)),
            "Application for asylum: Jonas Pavyzdys\n"
            "| 15 March 2022 | Application lodged\n"
            "| 14 July 2023 | Invented Department: refused\n"
            "| 20 July 2023 | Decision served\n");
}

TEST_F(BlocksTest, AuthoritiesOfWhatIsFiled) {
  EXPECT_EQ(Dump(ComposeAuthorities(context_)),
            "‖ Instrument ‖ Provisions and exhibits ‖ Pages\n"
            "| Invented Law/[https://example.org/law](https://example.org/law) | Art. 1(1) | "
            "{mark.instrument/Invented Law}\n"
            "| Invented Resolution |  | {mark.instrument/Invented Resolution}\n"
            "| Judgment elsewhere | [A-4](list.e4) | {mark.authority/e4}\n");
}

/// The author chose the older law, and asked for more than the pack does.
void ChooseAndAdjust(Sample& sample) {
  model::RulePack& pack = sample.packs[0];
  pack.id = "x/law";
  pack.title = Said("invented law");
  pack.version = "3";
  pack.criteria[0].authority.version = "2022-03-22";
  pack.criteria[0].authority.verified = model::Verification::kRead;
  pack.criteria[1].authority.verified = model::Verification::kMemory;
  model::Choice choice;
  choice.id = "x.substance";
  choice.title = Said("which law governs the substance");
  choice.authority.instrument = "Transitional Act";
  choice.authority.pinpoint = "Art. 9";
  choice.options.push_back({.id = "old", .title = Said("the older law"), .when = {}, .span = {}});
  pack.choices.push_back(choice);
  model::LawChoice decision;
  decision.choice = sample.spans.Text("x.substance");
  decision.option = sample.spans.Text("old");
  decision.reason = Said("the application was lodged before the change");
  decision.by = "CHOICE-AUTHOR";
  sample.source.author.choices.push_back(decision);
  model::Tailoring tailoring;
  tailoring.at = sample.spans.Text("x.1");
  tailoring.reason = Said("the practice of the court asks for more");
  tailoring.set.push_back({});
  tailoring.set[0].need = sample.spans.Text("country");
  tailoring.set[0].min = 2;
  tailoring.set[0].months = 12;
  tailoring.remove.push_back(sample.spans.Text("individual"));
  pack.tailorings.push_back(tailoring);
}

TEST_F(BlocksTest, LawThatTheAuthorChoseAndRequirementsThatWereAdjusted) {
  EXPECT_EQ(Dump(ComposeLaw(context_)), "");
  ChooseAndAdjust(*sample_);
  context_.laws = {{.choice = "x.substance", .option = "old", .subject = "a"},
                   {.choice = "x.substance", .option = "old", .subject = "b"}};
  (void)context_.numbering.Next(1);
  EXPECT_EQ(Dump(ComposeLaw(context_)),
            "## 1.1 Which text was applied\n"
            "‖ Question ‖ Text applied ‖ Reason\n"
            "| Which law governs the substance/Transitional Act, Art. 9 | The older law | "
            "The application was lodged before the change\n"
            "## 1.2 Requirements that were adjusted\n"
            "‖ Requirement ‖ Change ‖ Reason\n"
            "| Risk of harm/Invented Law, Art. 1(1) | Not asked: individual/Country evidence: "
            "items, at least: 2; age in months, at most: 12 | "
            "The practice of the court asks for more\n"
            "## 1.3 How the texts were read\n"
            "‖ Rules ‖ How their text was read\n"
            "| Invented law/Version 3 of this set of rules | "
            "Provisions read in the version of 22 March 2022: 1\n");
}

TEST_F(BlocksTest, WhereTheDatesDecideTheChoiceIsNotSpokenOf) {
  ChooseAndAdjust(*sample_);
  sample_->packs[0].tailorings.clear();
  EXPECT_EQ(Dump(ComposeLaw(context_)), "");
}

TEST_F(BlocksTest, GroundsOfATextThatDoesNotGovernAreLeftOut) {
  const auto shown = [&](std::vector<ChosenLaw> laws) {
    Context context = ContextOf(*sample_, strings_);
    context.laws = std::move(laws);
    return Dump(ComposeGrounds(context));
  };
  const std::string before = shown({});
  sample_->packs[0].criteria[0].law =
      model::LawSide{.choice = "x.substance", .option = "new", .span = {}};
  const auto decided = [](std::string_view option) {
    return std::vector<ChosenLaw>{{"x.substance", std::string(option), "", false}};
  };
  EXPECT_EQ(shown({}), before);  // while the choice is open
  EXPECT_EQ(shown(decided("new")), before);
  const std::string without = shown(decided("old"));
  EXPECT_EQ(without.find("Methods recorded"), std::string::npos);
  EXPECT_NE(without.find("Held for words"), std::string::npos);
}

TEST_F(BlocksTest, ListOfExhibitsSaysWhatIsANoteAndWhatIsElsewhere) {
  EXPECT_EQ(Dump(ComposeExhibitList(context_)),
            "‖ No. ‖ Exhibit ‖ Pages\n"
            "<list.e1> | [A-1](exhibit.e1.1) | Decision of the department/Invented Rights Group, "
            "April 2023, English/Source: [https://example.org/e1](https://example.org/e1) | "
            "[{exhibit.e1.1}](exhibit.e1.1)–[{exhibit.e1.6}](exhibit.e1.6)\n"
            "<list.e2> | [A-2](exhibit.e2.1) | Report of the group/Invented Rights Group, April "
            "2023, English/Source: [https://example.org/e2](https://example.org/e2) | "
            "[{exhibit.e2.1}](exhibit.e2.1)–[{exhibit.e2.4}](exhibit.e2.4)\n"
            "<list.e3> | [A-3](exhibit.e3.1) | Letter/Invented Rights Group, April 2023, "
            "English/Source note in place of the original. Original: "
            "[https://example.org/e3](https://example.org/e3) | [{exhibit.e3.1}](exhibit.e3.1)\n"
            "<list.e4> | A-4 | Judgment elsewhere/Invented Rights Group, April 2023, English/Not "
            "reproduced in the bundle. Original: [https://example.org/e4](https://example.org/e4) "
            "| –\n");
  const std::string notes = Dump(ComposeSourceNotes(context_));
  EXPECT_NE(notes.find("this list: [A-3](list.e3).\n"), std::string::npos);
  EXPECT_NE(notes.find("the bundle: [A-4](list.e4).\n"), std::string::npos);
}

TEST_F(BlocksTest, ExhibitsThatFollowOneAnotherAreARange) {
  for (const std::size_t index : {0U, 1U, 2U}) sample_->source.exhibits[index].surrogate = true;
  const std::string all = Dump(ComposeSourceNotes(context_));
  EXPECT_NE(all.find("this list: [A-1](list.e1) – [A-3](list.e3).\n"), std::string::npos) << all;
  sample_->source.exhibits[1].surrogate = false;
  const std::string two = Dump(ComposeSourceNotes(context_));
  EXPECT_NE(two.find("this list: [A-1](list.e1), [A-3](list.e3).\n"), std::string::npos) << two;
}

/// An exhibit with everything that the register can say of its way.
void GiveProvenance(model::Exhibit& exhibit) {
  exhibit.captured = On("2024-09-30T10:12:45Z");
  exhibit.capture = model::Capture{.by = "o-ngo", .tool = "Invented Capture 1.2", .html = true, .screenshot = true};
  exhibit.collected_by = "p1";
  exhibit.received_from = "a neighbour";
  exhibit.received = On("2024-10-02");
  exhibit.original = model::Original{.file = {"files/original/e1.html", {}}, .held_by = "o-md", .span = {}};
  exhibit.custody = {{.at = On("2024-09-30T12:12:00+02:00"), .by = "o-ngo", .action = "captured", .tool = "a tool"},
                     {.at = On("2024-10"), .by = "an archive", .action = "stored", .tool = ""}};
}

TEST_F(BlocksTest, ListOfExhibitsTellsTheWayOfAnExhibit) {
  GiveProvenance(sample_->source.exhibits[0]);
  compose::Provenance& files = context_.provenance["e1"];
  files.original.emplace();
  files.proofs = {{.time = "2024-10-01T08:00:05Z", .by = "Invented Time Authority", .blocks = {}, .calendars = {}},
                  {.time = "", .by = "", .blocks = {358391}, .calendars = {"https://a.example"}},
                  {.time = "", .by = "", .blocks = {}, .calendars = {"https://b.example"}}};
  const std::string list = Dump(ComposeExhibitList(context_));
  const std::string expected =
      "Captured: 30 September 2024, 10:12 UTC, by Invented Rights Group, with Invented Capture 1.2, the source of the "
      "page was kept, the whole page was kept as a picture. Collected by: Әсет Үлгіұлы. Received: from a neighbour, "
      "2 October 2024. The pages in the bundle are a working copy; the original file is kept unchanged. The original is "
      "held by: Invented Department. Chain of custody: 30 September 2024, 12:12 (UTC+02:00), Invented Rights Group, "
      "captured (a tool); October 2024, an archive, stored. Time stamp (RFC 3161), as stated in it: 1 October 2024, "
      "08:00:05 UTC, Invented Time Authority. Proof of time (OpenTimestamps) that names Bitcoin block 358391. Proof of "
      "time (OpenTimestamps), not complete yet, from https://b.example.";
  std::string plain = list;
  for (std::size_t at = 0; (at = plain.find("\u00A0", at)) != std::string::npos;) plain.replace(at, 2, " ");
  EXPECT_NE(plain.find(expected), std::string::npos) << plain;
  EXPECT_NE(Dump(ComposeDigests(context_)).find("| A-1, original | " + std::string(64, '0')), std::string::npos);
}

TEST_F(BlocksTest, DigestsInFullOfWhatTheBundleHolds) {
  const std::string text = Dump(ComposeDigests(context_));
  EXPECT_NE(text.find("| A-1 | " + std::string(64, '0') + "\n"), std::string::npos);
  EXPECT_EQ(text.find("A-4"), std::string::npos);
}

TEST_F(BlocksTest, SignatureHasDateAndWhoSigns) {
  EXPECT_EQ(Dump(ComposeSignature(context_)),
            "Date: 14 October 2024\n"
            "For the submitting organisations: Invented Rights Group\n"
            "[signature: Electronic signature]\n");
}

TEST(EmptyCaseTest, EveryPartIsEmptyButTheSignature) {
  Sample sample;
  sample.source.header.language = sample.spans.Text("en");
  sample.Resolve();
  const Strings strings = LoadStrings("en");
  Context context = ContextOf(sample, strings);
  EXPECT_EQ(Dump(ComposeArgument(context)) + Dump(ComposeProcedures(context)) +
                Dump(ComposeAnswers(context)) + Dump(ComposeGrounds(context)) +
                Dump(ComposeChronology(context)) + Dump(ComposePersons(context)) +
                Dump(ComposeAuthorities(context)) + Dump(ComposeExhibitList(context)) +
                Dump(ComposeSourceNotes(context)) + Dump(ComposeDigests(context)),
            "");
  EXPECT_EQ(Dump(ComposeSignature(context)), "[signature: Electronic signature]\n");
}

}  // namespace
}  // namespace dossier::compose
