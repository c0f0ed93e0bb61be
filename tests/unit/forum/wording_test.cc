// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/diagnostics/sources.h"
#include "compiler/markdown/parse.h"

namespace dossier::forum {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// What is missing from an argument for a rule with two concepts.
std::vector<std::string> MissingFrom(std::string text, bool with_argument = true) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  model::Case source;
  source.arguments.push_back(
      {"argument/a.md",
       markdown::Parse(sources, sources.Add("argument/a.md", std::move(text)), sink).value()});
  source.grounds.emplace_back();
  source.grounds.back().criterion.value = "demo.1";
  if (with_argument) source.grounds.back().argument.value = "argument/a.md";
  std::vector<model::RulePack> packs(1);
  packs[0].criteria.emplace_back();
  packs[0].criteria[0].id = "demo.1";
  packs[0].criteria[0].needs.emplace_back();
  for (const auto& [id, en, lt] :
       {std::tuple("political", "purely political", "vien politin"),
        {"offence", "connection to an offence", "ryšio su nusikaltimu"}}) {
    model::Concept concept_of;
    concept_of.id = id;
    concept_of.words = {{{"en", {}}, {en, "person's opinion"}}, {{"lt", {}}, {lt}}};
    packs[0].criteria[0].wording.push_back(std::move(concept_of));
  }
  packs[0].criteria[0].wording[1].words[0].second.pop_back();
  CheckWording(source, packs, sink);
  std::vector<std::string> missing;
  for (const diagnostics::Finding& finding : sink.findings()) {
    EXPECT_EQ(Describe(finding.kind).code, "D0609");
    missing.push_back(finding.need);
  }
  return missing;
}

TEST(WordingTest, EachConceptIsWanted) {
  EXPECT_THAT(MissingFrom("Nothing of the kind.\n"), ElementsAre("political", "offence"));
  EXPECT_THAT(MissingFrom("For PURELY\n  Political reasons.\n"), ElementsAre("offence"));
  EXPECT_THAT(MissingFrom("*Purely* political, without connection to an offence.\n"), IsEmpty());
}

TEST(WordingTest, AnyLanguageAndAnyWordSuffices) {
  EXPECT_THAT(MissingFrom("Vien politiniais motyvais, be RYŠIO su nusikaltimu.\n"), IsEmpty());
  EXPECT_THAT(MissingFrom("The person\xE2\x80\x99s opinion.\n"), ElementsAre("offence"));
}

TEST(WordingTest, NotesCountAsText) {
  EXPECT_THAT(MissingFrom("A test.[^1]\n\n[^1]: Purely political; connection to an offence.\n"),
              IsEmpty());
}

TEST(WordingTest, WithoutAnArgumentNothingIsAsked) {
  EXPECT_THAT(MissingFrom("Nothing.\n", false), IsEmpty());
}

}  // namespace
}  // namespace dossier::forum
