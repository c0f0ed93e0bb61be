// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/resolve/case_builder.h"

namespace dossier::resolve {
namespace {

/// One exhibit e1 with these parts, cited by each of `cites` as an item.
struct Bound {
  model::Case source;
  diagnostics::Sink sink;
  ResolvedCase resolved;
};

std::unique_ptr<Bound> Cited(const std::vector<std::string>& cites, std::vector<PartPages> parts,
                             std::vector<std::string> part_labels = {}) {
  auto out = std::make_unique<Bound>();
  Spans spans;
  out->source.exhibits.push_back(spans.Exhibit("e1", static_cast<int>(parts.size())));
  for (std::size_t i = 0; i < part_labels.size(); ++i) {
    out->source.exhibits[0].files[i].label = part_labels[i];
  }
  out->source.grounds.push_back(GroundWith(spans, cites));
  ExhibitPagesById pages;
  if (!parts.empty()) pages["e1"].parts = std::move(parts);
  out->resolved = Resolve(out->source, pages, nullptr, out->sink);
  return out;
}

/// Pages (from 1) of the first pinpoint of the only citation: "3-4", or "none".
std::string Pages(const Bound& bound) {
  const BoundCitation& citation = bound.resolved.citations.at(0);
  if (citation.pinpoints.empty() || !citation.pinpoints.back().has_page) return "none";
  const BoundPinpoint& last = citation.pinpoints.back();
  return std::to_string(last.first_page.Number()) + "-" + std::to_string(last.last_page.Number());
}

TEST(ResolveTest, PageByPositionWhereTheFileHasNoLabels) {
  const auto bound = Cited({"e1 pp. 3-4"}, {Paged(7)});
  EXPECT_EQ(Told(bound->sink), "");
  EXPECT_EQ(Pages(*bound), "3-4");
  EXPECT_TRUE(bound->resolved.citations[0].resolved);
}

TEST(ResolveTest, PagePastTheEnd) {
  const auto bound = Cited({"e1 p. 9"}, {Paged(7)});
  EXPECT_EQ(Told(bound->sink), "D0203 cites page 9 of exhibit e1, which has 7 pages\n");
  const diagnostics::Finding& finding = bound->sink.findings()[0];
  EXPECT_EQ(finding.hint.Full(), "cite a page from 1 to 7: \"e1 p. 7\"");
  EXPECT_EQ(finding.place.span, bound->resolved.citations[0].source.span);
  EXPECT_EQ(finding.related[0].place.span, bound->source.exhibits[0].id.span);
  EXPECT_FALSE(bound->resolved.citations[0].resolved);
}

TEST(ResolveTest, PageZeroAndAnUnlabelledRomanPageDoNotExist) {
  for (const char* cite : {"e1 p. 0", "e1 p. iv", "e1 pp. 1-8", "e1 p. 999999999"}) {
    const auto bound = Cited({cite}, {Paged(7)});
    EXPECT_EQ(Told(bound->sink).substr(0, 5), "D0203") << cite;
  }
}

TEST(ResolveTest, PrintedLabelWinsOverPosition) {
  const std::vector<std::string> labels = {"i", "ii", "1", "2", "3"};
  const auto plain = Cited({"e1 p. ii"}, {Paged(5, labels)});
  EXPECT_EQ(Told(plain->sink), "");
  EXPECT_EQ(Pages(*plain), "2-2");
  const auto both = Cited({"e1 p. 2"}, {Paged(5, labels)});
  EXPECT_EQ(Told(both->sink),
            "D0213 page 2 of exhibit e1 is a printed label on page 4 and a position as well; the "
            "printed label was taken\n");
  EXPECT_EQ(Pages(*both), "4-4");
  const auto position = Cited({"e1 pdf p. 2"}, {Paged(5, labels)});
  EXPECT_EQ(Told(position->sink), "");
  EXPECT_EQ(Pages(*position), "2-2");
  const auto none = Cited({"e1 p. 4"}, {Paged(5, labels)});
  EXPECT_EQ(Told(none->sink), "D0203 cites page 4 of exhibit e1, which has 5 pages\n");
  EXPECT_EQ(none->sink.findings()[0].hint.Full(),
            "its pages are labelled i to 3; for a position write \"e1 pdf p. 5\"");
}

TEST(ResolveTest, UnpagedExhibitsAreCitedByParagraph) {
  PartPages part = Unpaged(5);
  part.pages = 2;
  part.paragraph_pages = {1, 1, 1, 2, 2};
  const auto bound = Cited({"e1 paras 3-4"}, {part});
  EXPECT_EQ(Told(bound->sink), "");
  EXPECT_EQ(Pages(*bound), "1-2");
  EXPECT_EQ(Told(Cited({"e1 para 6"}, {part})->sink),
            "D0204 cites paragraph 6 of exhibit e1, which has 5 paragraphs\n");
  EXPECT_EQ(Told(Cited({"e1 p. 1"}, {part})->sink),
            "D0216 exhibit e1 has no pages of its own; cite it by paragraph\n");
}

TEST(ResolveTest, ParagraphsAreBoundBeforePagesAreMade) {
  const auto bound = Cited({"e1 para 3"}, {Unpaged(5)});
  EXPECT_EQ(Told(bound->sink), "");
  EXPECT_TRUE(bound->resolved.citations[0].resolved);
  EXPECT_EQ(Pages(*bound), "none");
}

TEST(ResolveTest, AnnexNarrowsThePagesThatFollow) {
  const std::vector<std::string> labels = {"", "annex 1", "Annex 2"};
  const auto bound = Cited({"e1 annex 2 p. 2"}, {Paged(3), Paged(4), Paged(2)}, labels);
  EXPECT_EQ(Told(bound->sink), "");
  EXPECT_EQ(Pages(*bound), "9-9");
  const auto past = Cited({"e1 annex 2 p. 3"}, {Paged(3), Paged(4), Paged(2)}, labels);
  EXPECT_EQ(Told(past->sink), "D0203 cites page 3 of exhibit e1, which has 2 pages\n");
  const auto dangling = Cited({"e1 annex 3"}, {Paged(3), Paged(4), Paged(2)}, labels);
  EXPECT_EQ(Told(dangling->sink), "D0205 exhibit e1 has no annex \"3\"\n");
  EXPECT_EQ(dangling->sink.findings()[0].hint.Full(), "its parts are: annex 1, Annex 2");
}

TEST(ResolveTest, WhatIsElsewhereIsToldOnceAnExhibit) {
  const auto bound = Cited({"e1 p. 3", "e1 p. 9", "e1 para 2"}, {});
  EXPECT_EQ(Told(bound->sink), "D0212 exhibit e1 is not in the case, so p. 3 cannot be checked\n");
  for (const BoundCitation& citation : bound->resolved.citations) {
    EXPECT_FALSE(citation.checkable);
    EXPECT_TRUE(citation.resolved);
    EXPECT_FALSE(citation.pinpoints[0].checked);
  }
}

TEST(ResolveTest, UnknownExhibitGetsASuggestionAndTheExactBytes) {
  const auto bound = Cited({"e11 p. 3"}, {Paged(3)});
  EXPECT_EQ(Told(bound->sink),
            "D0202 there is no exhibit \"e11\"\n"
            "D0217 exhibit e1 is registered and nothing cites it\n");
  const diagnostics::Finding& finding = bound->sink.findings()[0];
  EXPECT_EQ(finding.hint.Full(), "write \"e1\", or register \"e11\" in exhibits.yaml");
  EXPECT_EQ(finding.place.span.end - finding.place.span.begin, 3U);
}

TEST(ResolveTest, MissingPinpointOnlyWhereThereIsAChoice) {
  EXPECT_EQ(Told(Cited({"e1"}, {Paged(7)})->sink),
            "D0214 exhibit e1 is cited without a page or paragraph\n");
  EXPECT_EQ(Told(Cited({"e1"}, {Paged(1)})->sink), "");
  EXPECT_EQ(Told(Cited({"e1"}, {})->sink), "");
}

TEST(ResolveTest, RangesRunForward) {
  EXPECT_EQ(Told(Cited({"e1 pp. 5-3"}, {Paged(7)})->sink),
            "D0218 the range 5-3 ends before it begins\n");
}

TEST(ResolveTest, SyntaxErrorIsKeptWithoutATarget) {
  const auto bound = Cited({"e1 seite 3", "e1 p. 1"}, {Paged(7)});
  EXPECT_EQ(Told(bound->sink).substr(0, 5), "D0201");
  EXPECT_FALSE(bound->resolved.citations[0].resolved);
  EXPECT_TRUE(bound->resolved.citations[1].resolved);
}

TEST(ResolveTest, PlacesThatNothingCountsAreToldAndKeptUnchecked) {
  const auto bound = Cited({"e1 § 99"}, {Paged(7)});
  EXPECT_EQ(Told(bound->sink),
            "D0221 whether exhibit e1 has § 99 could not be checked: its text was not read\n");
  EXPECT_FALSE(bound->resolved.citations[0].pinpoints[0].checked);
  EXPECT_TRUE(bound->resolved.citations[0].resolved);
}

/// A case with a citation in every place where one can stand.
TEST(ResolveTest, EveryCitationOfTheCaseIsBoundInOrder) {
  Spans spans;
  model::Case source;
  for (const char* id : {"e1", "e2"}) source.exhibits.push_back(spans.Exhibit(id));
  model::Ground ground = GroundWith(spans, {"e2 p. 1"});
  ground.adverse.push_back(
      {.cite = spans.Cite("e1 p. 1"), .shows = {}, .answered_by = {spans.Cite("e2 p. 2")}});
  ground.limbs.emplace_back(spans.Text("limb"),
                            std::vector<model::AdverseItem>{
                                {.cite = spans.Cite("e1 p. 2"), .shows = {}, .answered_by = {}}});
  source.grounds.push_back(ground);
  model::AdverseDecision decision;
  decision.exhibit = spans.Text("e1");
  model::Assertion assertion;
  assertion.page = "6";
  assertion.span = spans.Next(4);
  assertion.answers.push_back({.cites = {spans.Cite("e2 p. 3")}, .text = {}, .argument = {}});
  decision.assertions.push_back(assertion);
  source.decisions.push_back(decision);
  model::Fact fact;
  fact.cites.push_back(spans.Cite("e1 p. 3"));
  fact.subject = {};
  source.facts.push_back(fact);
  model::Event event;
  event.cites.push_back(spans.Cite("e1 p. 4"));
  source.events.push_back(event);
  markdown::Block paragraph;
  markdown::Inline group;
  group.kind = markdown::InlineKind::kCitation;
  group.text = "@e1, p. 5; @e2";
  group.span = spans.Next(group.text.size());
  markdown::Inline bold;
  bold.kind = markdown::InlineKind::kStrong;
  bold.children.push_back(group);
  paragraph.inlines.push_back(bold);
  source.arguments.push_back({.path = "argument/a.md", .document = {}});
  source.arguments[0].document.blocks.push_back(paragraph);
  markdown::Block in_note;
  group.text = "@e2, p. 7";
  group.span = spans.Next(group.text.size());
  in_note.inlines.push_back(group);
  source.arguments[0].document.notes.push_back({.id = "n", .blocks = {in_note}, .span = {}});

  ExhibitPagesById pages;
  pages["e1"].parts = {Paged(9)};
  pages["e2"].parts = {Paged(9)};
  diagnostics::Sink sink;
  const ResolvedCase resolved = Resolve(source, pages, nullptr, sink);
  EXPECT_EQ(Told(sink), "");
  std::vector<std::string> got;
  for (const BoundCitation& citation : resolved.citations) {
    got.push_back(citation.exhibit + " " + citation.pinpoint_text);
  }
  EXPECT_THAT(
      got, ::testing::ElementsAre("e2 p. 1", "e1 p. 1", "e2 p. 2", "e1 p. 2", "e1 p. 6", "e2 p. 3",
                                  "e1 p. 3", "e1 p. 4", "e1 p. 5", "e2 ", "e2 p. 7"));
  EXPECT_EQ(resolved.citations[4].use, CitationUse::kAssertion);
  EXPECT_EQ(resolved.citations[8].use, CitationUse::kArgument);
  EXPECT_EQ(resolved.Of(event.cites[0]).pinpoints[0].first_page.value, 3);
}

TEST(ResolveTest, AnOriginalCountsAsCitedThroughItsTranslation) {
  Spans spans;
  model::Case source;
  source.exhibits.push_back(spans.Exhibit("e1"));
  source.exhibits.push_back(spans.Exhibit("e2"));
  source.exhibits[1].translation = model::Translation{.of = spans.Text("e1"), .by = ""};
  source.grounds.push_back(GroundWith(spans, {"e2 p. 1"}));
  ExhibitPagesById pages;
  pages["e1"].parts = {Paged(1)};
  pages["e2"].parts = {Paged(1)};
  diagnostics::Sink sink;
  (void)Resolve(source, pages, nullptr, sink);
  EXPECT_EQ(Told(sink), "");
}

}  // namespace
}  // namespace dossier::resolve
