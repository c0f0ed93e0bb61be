// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/compose.h"

#include <gtest/gtest.h>

#include <set>

#include "compiler/compose/content.h"
#include "compiler/compose/walk.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

TemplateNode Section(std::string title, std::string block) {
  return Element("section", {"title", std::move(title)}, {Element(std::move(block))});
}

/// All parts in an order like that of the appeal brief.
Template Everything() {
  std::vector<TemplateNode> nodes = {
      Element("title-page", {},
              {Element("paragraph", {"style", "title"},
                       {Element("value", {"select", "title"})}),
               Element("if", {"test", "@draft"},
                       {Element("paragraph", {}, {Element("word", {"key", "draft"})})}),
               Element("for-each", {"select", "submitters/submitter"},
                       {Element("paragraph", {},
                                {TextNode("by "), Element("value", {"select", "name"})})}),
               Element("paragraph", {}, {Element("value", {"select", "forum"})})}),
      Element("contents", {"depth", "2"}),
      Element("argument"),
      Section("heading.procedure", "procedures"),
      Section("heading.answers", "answers"),
      Section("heading.grounds", "grounds"),
      Section("heading.chronology", "chronology"),
      Section("heading.persons", "persons"),
      Section("heading.law", "law"),
      Section("heading.authorities", "authorities"),
      Section("heading.exhibits", "exhibits"),
      Section("heading.digests", "digests"),
      Section("heading.signature", "signature")};
  return {.id = "t", .root = Element("document", {}, std::move(nodes))};
}

Document ComposeSample(Sample& sample, bool draft) {
  return Compose(sample.resolved, sample.packs, Everything(), LoadStrings("en"), {.draft = draft},
                 sample.sink);
}

TEST(ComposeTest, TitlePageContentsAndNumberedSections) {
  const auto sample = MakeSample();
  const std::string text = Dump(ComposeSample(*sample, false));
  EXPECT_EQ(text.substr(0, text.find("\n# 1 ")),
            "Brief for an invented applicant\nInvented Rights Group\n\n"
            "Brief for an invented applicant|Jonas Pavyzdys||page {0} of {1}\n"
            "Brief for an invented applicant\n"
            "by Invented Rights Group\n"
            "Migration Department under the Ministry of the Interior of the Republic of Lithuania\n"
            "---\n[[Contents]]");
  for (const char* heading :
       {"# 1 Risk on return\n", "# 2 The applicant’s procedure\n", "# 4 Grounds and evidence\n",
        "## 4.1 Risk of harm\n", "### 4.2.1 Әсет Үлгіұлы\n", "# 8 List of exhibits\n",
        "# 10 Signature\n"}) {
    EXPECT_NE(text.find(heading), std::string::npos) << heading;
  }
  EXPECT_EQ(resolve::Told(sample->sink).find("D091"), std::string::npos);
}

TEST(ComposeTest, DraftsSaySoOnTheTitlePageAndInEveryHead) {
  const auto sample = MakeSample();
  const Document draft = ComposeSample(*sample, true);
  EXPECT_EQ(draft.running.draft_mark, "Draft – not for filing");
  EXPECT_NE(Dump(draft.blocks).find("Draft – not for filing\n"), std::string::npos);
  const Document final_build = ComposeSample(*sample, false);
  EXPECT_EQ(final_build.running.draft_mark, "");
  EXPECT_EQ(Dump(final_build).find("Draft"), std::string::npos);
}

/// The opponent reads the filing: DESIGN section 7.
TEST(ComposeTest, NothingOfTheWeakPointsIsShown) {
  const auto sample = MakeSample();
  for (const bool draft : {true, false}) {
    const std::string text = Dump(ComposeSample(*sample, draft));
    for (const char* secret :
         {"ADVERSE-ITEM", "UNANSWERED-ASSERTION", "WAIVER-REASON", "WAIVER-AUTHOR",
          "ACCEPTANCE-REASON", "ACCEPTANCE-AUTHOR", "EMPTY-NEED", "NEED-TEXT", "waive", "accept",
          "verdict", "gap", "D05", "A-1, p. 4"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    }
  }
}

TEST(ComposeTest, TheCatalogueHasNoWordForAVerdict) {
  for (const char* language : {"en", "lt", "ru"}) {
    const Strings strings = LoadStrings(language);
    for (const auto& [key, words] : strings.words()) {
      for (const char* verdict : {"contradicted", "stale", "thin ", "presumed", "covered"}) {
        EXPECT_EQ(words.find(verdict), std::string::npos) << key;
      }
    }
  }
}

/// Anchors that links lead to, and anchors that the document has.
struct Anchors {
  std::set<std::string> wanted;
  std::set<std::string> given;
};

void Collect(std::vector<Block>& blocks, Anchors& anchors) {
  VisitInlines(blocks, [&](std::vector<Inline>& inlines) {
    for (const Inline& node : inlines) {
      if (const auto* link = std::get_if<Link>(&node.value)) anchors.wanted.insert(link->anchor);
      if (const auto* page = std::get_if<PageNumberOf>(&node.value)) {
        anchors.wanted.insert(page->anchor);
      }
    }
  });
  for (const Block& block : blocks) {
    if (const auto* heading = std::get_if<Heading>(&block.value)) {
      EXPECT_TRUE(anchors.given.insert(heading->anchor).second) << heading->anchor;
    }
    if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      anchors.given.insert(paragraph->anchor);
    }
    const auto* table = std::get_if<Table>(&block.value);
    if (table == nullptr) continue;
    for (const TableRow& row : table->rows) anchors.given.insert(row.anchor);
  }
}

TEST(ComposeTest, EveryLinkLeadsSomewhere) {
  const auto sample = MakeSample();
  Document document = ComposeSample(*sample, false);
  Anchors anchors;
  Collect(document.blocks, anchors);
  for (const resolve::BoundExhibit& exhibit : sample->resolved.exhibits) {
    const std::string& id = sample->source.exhibits[exhibit.index].id.value;
    EXPECT_EQ(anchors.given.count(ListAnchor(id)), 1U) << id;
    for (int page = 1; page <= exhibit.pages; ++page) anchors.given.insert(PageAnchor(id, page));
    if (exhibit.pages == 0) continue;
    EXPECT_EQ(anchors.wanted.count(PageAnchor(id, 1)), 1U) << id;
    EXPECT_EQ(anchors.wanted.count(PageAnchor(id, exhibit.pages)), 1U) << id;
  }
  for (const std::string& anchor : anchors.wanted) {
    EXPECT_EQ(anchors.given.count(anchor), 1U) << anchor;
  }
}

TEST(ComposeTest, EveryCitationThatAFilingShowsIsThere) {
  const auto sample = MakeSample();
  const std::string text = Dump(ComposeSample(*sample, false));
  for (const char* citation :
       {"[A-2, pp. 2–3](exhibit.e2.2)", "[A-3, p. 1](exhibit.e3.1)", "A-4, p. 9",
        "[A-2, p. 3](exhibit.e2.3)", "[A-1, p. 3](exhibit.e1.3)", "[A-1, p. 1](exhibit.e1.1)"}) {
    EXPECT_NE(text.find(citation), std::string::npos) << citation;
  }
}

TEST(ComposeTest, LettersOfEveryLanguageStay) {
  const auto sample = MakeSample();
  const std::string text = Dump(ComposeSample(*sample, false));
  for (const char* name :
       {"Žydrūnė Šimėnaitė", "Әсет Үлгіұлы", "Йонас Павыздис", "Ąžuolas", "Дело № 5"}) {
    EXPECT_NE(text.find(name), std::string::npos) << name;
  }
}

TEST(ComposeTest, AllTextIsInFormC) {
  const auto sample = MakeSample();
  sample->source.header.title = Said("Z\u030Cyme\u0307");
  const Document document = ComposeSample(*sample, false);
  EXPECT_EQ(document.title, "Žymė");
  EXPECT_NE(Dump(document.blocks).find("Žymė\n"), std::string::npos);
}

TEST(ComposeTest, EmptySectionsLeaveNoHeadingAndNoGapInTheNumbers) {
  Sample sample;
  sample.source.header.language = sample.spans.Text("en");
  sample.source.header.title = Said("Nothing yet");
  sample.Resolve();
  const std::string text = Dump(ComposeSample(sample, false));
  EXPECT_NE(text.find("# 1 Signature\n"), std::string::npos);
  EXPECT_EQ(text.find("Chronology"), std::string::npos);
}

TEST(ComposeTest, ProtectedPeopleAreNowhereNamed) {
  const auto sample = MakeSample();
  sample->source.people[0].protect = model::Protection::kPseudonym;
  sample->source.people[1].protect = model::Protection::kRedact;
  sample->source.header.title = Said("Brief for JONAS PAVYZDYS");
  const std::string text = Dump(ComposeSample(*sample, false));
  for (const char* name : {"Pavyzdys", "PAVYZDYS", "Павыздис", "Үлгіұлы"}) {
    EXPECT_EQ(text.find(name), std::string::npos) << name;
  }
  EXPECT_NE(text.find("Brief for Person A"), std::string::npos);
  EXPECT_NE(text.find("Detention of [name withheld]."), std::string::npos);
  EXPECT_NE(text.find("Žydrūnė Šimėnaitė"), std::string::npos);
}

TEST(ComposeTest, ProtectedPeopleAreNotNamedAsKeepersOfExhibits) {
  const auto sample = MakeSample();
  sample->source.people[0].protect = model::Protection::kPseudonym;
  sample->source.people[1].protect = model::Protection::kRedact;
  model::Exhibit& exhibit = sample->source.exhibits[0];
  exhibit.collected_by = "p1";
  exhibit.received_from = "J. Pavyzdys, his brother";
  exhibit.capture = model::Capture{.by = "a", .tool = "the phone of Jonas  Pavyzdys", .html = false, .screenshot = false};
  exhibit.custody = {{.at = On("2024-09-30"), .by = "a", .action = "handed over by Pavyzdys, Jonas Pavyzdys", .tool = ""}};
  exhibit.original = model::Original{.file = {}, .held_by = "Әсет Үлгіұлы", .span = {}};
  const std::string text = Dump(ComposeSample(*sample, false));
  for (const char* name : {"Jonas Pavyzdys", "J. Pavyzdys", "Jonas  Pavyzdys", "Үлгіұлы"}) {
    EXPECT_EQ(text.find(name), std::string::npos) << name;
  }
  EXPECT_NE(text.find("Collected by: [name withheld]."), std::string::npos);
  EXPECT_NE(text.find("by Person A, with the phone of Person A"), std::string::npos);
}

TEST(ComposeTest, SameInputSameContent) {
  const auto first = MakeSample();
  const auto second = MakeSample();
  EXPECT_EQ(Dump(ComposeSample(*first, true)), Dump(ComposeSample(*second, true)));
}

TEST(ComposeTest, UnknownTemplatePartsAreReportedAndTheRestIsSet) {
  const auto sample = MakeSample();
  Template brief = Everything();
  brief.root.children.push_back(Element("scorecard"));
  const Document document = Compose(sample->resolved, sample->packs, brief, LoadStrings("en"),
                                    {.draft = true}, sample->sink);
  EXPECT_NE(resolve::Told(sample->sink).find("there is no element <scorecard>"), std::string::npos);
  EXPECT_GT(document.blocks.size(), 20U);
}

}  // namespace
}  // namespace dossier::compose
