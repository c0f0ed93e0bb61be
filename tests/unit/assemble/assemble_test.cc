// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/assemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/assemble/codec.h"
#include "compiler/assemble/manifest.h"
#include "compiler/pdf/finished_file.h"
#include "tests/unit/assemble/small_plan.h"

namespace dossier::assemble {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing_support::MakePlan;

Assembled Made(const Plan& plan) {
  Result<Assembled> made = Assemble(plan);
  EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().reason);
  return made.ok() ? std::move(made).value() : Assembled{};
}

std::string Refusal(const Plan& plan) {
  const Result<Assembled> made = Assemble(plan);
  return made.ok() ? "accepted" : made.failure().reason;
}

pdf::FinishedFile Read(const Bytes& bytes) {
  Result<pdf::FinishedFile> file = pdf::ReadFinished(bytes);
  EXPECT_TRUE(file.ok()) << (file.ok() ? "" : file.failure().reason);
  return file.ok() ? std::move(file).value() : pdf::FinishedFile{};
}

TEST(AssembleTest, PagesLabelsDestinationsAndBookmarksAgree) {
  const Assembled bundle = Made(MakePlan(2, 3));
  EXPECT_EQ(bundle.pages, 8);
  const pdf::FinishedFile file = Read(bundle.bytes);
  EXPECT_EQ(file.page_count, 8);
  EXPECT_EQ(file.labels.at(7).text, "8");
  EXPECT_EQ(file.destinations.at("exhibit.e02"), 5);
  EXPECT_EQ(file.destinations.at("exhibit.e02.3"), 7);
  EXPECT_EQ(file.destinations.at("list.e01"), 1);
  ASSERT_EQ(file.bookmarks.size(), 4U);
  EXPECT_EQ(file.bookmarks[3].title, "A-2 Report 2 on <things> & 100 %");
  EXPECT_EQ(file.bookmarks[3].destination, "exhibit.e02");
  EXPECT_EQ(file.bookmarks[3].level, 2);
  EXPECT_THAT(file.forbidden, IsEmpty());
}

TEST(AssembleTest, EveryExhibitPageLinksBackToTheList) {
  const pdf::FinishedFile file = Read(Made(MakePlan(2, 3)).bytes);
  std::map<int, std::string> back;
  for (const auto& link : file.links) {
    if (link.page >= 2) back[link.page] = link.destination;
  }
  EXPECT_EQ(back, (std::map<int, std::string>{{2, "list.e01"},
                                              {3, "list.e01"},
                                              {4, "list.e01"},
                                              {5, "list.e02"},
                                              {6, "list.e02"},
                                              {7, "list.e02"}}));
}

TEST(AssembleTest, BriefAloneKeepsItsNumbersAndDropsLinksThatLeaveIt) {
  Plan plan = MakePlan(2, 3);
  plan.with_exhibits = false;
  const Assembled brief = Made(plan);
  EXPECT_EQ(brief.pages, 2);
  const pdf::FinishedFile file = Read(brief.bytes);
  EXPECT_EQ(file.destinations.size(), 3U);
  EXPECT_EQ(file.bookmarks.size(), 1U);
  for (const auto& link : file.links) EXPECT_THAT(link.destination, Not(HasSubstr("exhibit")));
  EXPECT_TRUE(file.signature.prepared);
  const std::optional<Manifest> manifest = ReadManifest(file.manifest);
  ASSERT_TRUE(manifest.has_value());
  EXPECT_FALSE(manifest->with_exhibits);
  EXPECT_EQ(manifest->entries.size(), 3U);
}

TEST(AssembleTest, SameInputSameBytes) {
  EXPECT_EQ(Made(MakePlan()).bytes, Made(MakePlan()).bytes);
}

TEST(AssembleTest, FileStructureInTextStaysText) {
  Plan plan = MakePlan();
  plan.metadata.title = "%%EOF startxref /ByteRange [ 0 1 2 3 ] /V 1 0 R";
  plan.outline[0].title = plan.metadata.title;
  const Bytes bytes = Made(plan).bytes;
  for (const std::string token : {"%%EOF", "startxref", "/ByteRange"}) {
    const std::size_t at = bytes.find(token);
    EXPECT_NE(at, Bytes::npos);
    EXPECT_EQ(bytes.find(token, at + 1), Bytes::npos) << token;
  }
}

TEST(AssembleTest, InformationAndXmpSayTheSame) {
  const Bytes bytes = Made(MakePlan()).bytes;
  EXPECT_THAT(bytes, HasSubstr("Brief of &lt;Ona&gt; &amp; Šarūnas &#37;&#37;EOF</rdf:li>"));
  EXPECT_THAT(bytes, HasSubstr("/Producer (dossier 0.1.0)"));
  EXPECT_THAT(bytes, HasSubstr("<pdf:Producer>dossier 0.1.0</pdf:Producer>"));
  EXPECT_THAT(bytes, HasSubstr("/CreationDate (D:20260131)"));
  EXPECT_THAT(bytes, HasSubstr("<xmp:CreateDate>2026-01-31</xmp:CreateDate>"));
  EXPECT_THAT(bytes, HasSubstr("/Author (An Invented Office)"));
  EXPECT_THAT(bytes, HasSubstr("An Invented Office</rdf:li></rdf:Seq></dc:creator>"));
}

TEST(AssembleTest, LinksToTheWebAreAsciiAndOfKnownSchemes) {
  Plan plan = MakePlan();
  EXPECT_THAT(Made(plan).bytes, HasSubstr("/URI (https://example.org/a%20b)"));
  plan.links.back().url = "javascript:alert(1)";
  EXPECT_THAT(Made(plan).bytes, Not(HasSubstr("/URI")));
}

TEST(AssembleTest, SeveralPartsOfOneExhibitAreCountedOn) {
  Plan plan = MakePlan(2, 3);
  plan.exhibits[1].anchor = plan.exhibits[0].anchor;
  plan.exhibits[1].exhibit = plan.exhibits[0].exhibit;
  plan.links.clear();
  const pdf::FinishedFile file = Read(Made(plan).bytes);
  EXPECT_EQ(file.destinations.at("exhibit.e01"), 2);
  EXPECT_EQ(file.destinations.at("exhibit.e01.6"), 7);
  EXPECT_EQ(file.bookmarks.back().destination, "exhibit.e01.4");
}

TEST(AssembleTest, RefusalsNameTheExhibitAndThePage) {
  Plan plan = MakePlan();
  plan.exhibits[1].pdf = "no pdf";
  EXPECT_THAT(Refusal(plan), HasSubstr("exhibit e02: "));

  plan = MakePlan();
  plan.exhibits[1].pages = 2;
  EXPECT_THAT(Refusal(plan), HasSubstr("exhibit e02: it has 3 pages, not 2"));

  plan = MakePlan();
  plan.exhibits[0].pdf = pdf::testing_support::MakePdf(
      {.pages = 3,
       .page_keys = "/Contents [ 11 0 R 11 0 R ]",
       .more = {"<< >>", pdf::testing_support::Stream("broken", "/Filter /FlateDecode")}});
  EXPECT_THAT(Refusal(plan), HasSubstr("exhibit e01: page 1: "));
}

TEST(AssembleTest, BrokenReferencesAreRefused) {
  Plan plan = MakePlan();
  plan.links[0].anchor = "exhibit.e99";
  EXPECT_THAT(Refusal(plan), HasSubstr("\"exhibit.e99\", which does not exist"));
  plan = MakePlan();
  plan.outline[0].anchor = "nowhere";
  EXPECT_THAT(Refusal(plan), HasSubstr("\"nowhere\", which does not exist"));
  plan = MakePlan();
  plan.anchors["exhibit.e01"] = {};
  EXPECT_THAT(Refusal(plan), HasSubstr("two places have the anchor \"exhibit.e01\""));
  plan = MakePlan();
  plan.stamps.pop_back();
  EXPECT_THAT(Refusal(plan), HasSubstr("exhibit e02 has pages without a stamp"));
  plan = MakePlan();
  plan.stamps[0].page_of_brief = 999;
  EXPECT_NE(Refusal(plan), "accepted");
  plan = MakePlan();
  plan.brief_pages = 99;
  EXPECT_NE(Refusal(plan), "accepted");
  plan = MakePlan();
  plan.anchors["intro"].page.value = 2;
  EXPECT_THAT(Refusal(plan), HasSubstr("outside the brief"));
}

TEST(CodecTest, PlanSurvivesTheBoundary) {
  const Plan plan = MakePlan();
  const Bytes wire = Encode(plan);
  const Result<Plan> back = DecodePlan(wire);
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(Encode(*back), wire);
  EXPECT_EQ(Made(*back).bytes, Made(plan).bytes);
}

TEST(CodecTest, EveryCutPlanIsRefused) {
  const Bytes wire = Encode(MakePlan());
  for (std::size_t size = 0; size < wire.size(); ++size) {
    ASSERT_FALSE(DecodePlan(ByteView(wire).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(DecodePlan(wire + "x").ok());
}

TEST(CodecTest, HugeCountsAllocateNothing) {
  Bytes wire = Encode(MakePlan(0, 0));
  for (std::size_t at = 0; at + 8 <= wire.size(); ++at) {
    Bytes hostile = wire;
    hostile.replace(at, 8, Bytes(7, '\xFF') + "\x7F");
    const Result<Plan> plan = DecodePlan(hostile);
    if (plan.ok()) {
      EXPECT_EQ(Encode(*plan).size(), hostile.size());
    }
  }
}

TEST(CodecTest, AssembledSurvivesTheBoundary) {
  const Assembled assembled = Made(MakePlan());
  const Result<Assembled> back = DecodeAssembled(Encode(assembled));
  ASSERT_TRUE(back.ok());
  EXPECT_EQ(back->bytes, assembled.bytes);
  EXPECT_EQ(back->hole.flags, assembled.hole.flags);
  EXPECT_EQ(back->hole.contents, assembled.hole.contents);
  EXPECT_EQ(back->pages, assembled.pages);
  EXPECT_FALSE(DecodeAssembled(Encode(MakePlan())).ok());
}

TEST(ManifestTest, OddIdsStayOneLine) {
  Plan plan = MakePlan();
  plan.manifest[0].id = "a b\n%%EOF";
  const std::optional<Manifest> manifest = ReadManifest(WriteManifest(plan));
  ASSERT_TRUE(manifest.has_value());
  EXPECT_EQ(manifest->entries[0].id, "a b\n%%EOF");
  EXPECT_EQ(manifest->entries.size(), plan.manifest.size());
  EXPECT_EQ(manifest->tool_version, "0.1.0");
}

TEST(ManifestTest, AnythingElseIsRefused) {
  const std::string text = WriteManifest(MakePlan());
  EXPECT_FALSE(ReadManifest("").has_value());
  EXPECT_FALSE(ReadManifest(text + "x").has_value());
  EXPECT_FALSE(ReadManifest(text.substr(0, text.size() - 1)).has_value());
  std::string changed = text;
  changed[text.find("bundle")] = 'B';
  EXPECT_FALSE(ReadManifest(changed).has_value());
}

}  // namespace
}  // namespace dossier::assemble
