// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "tests/unit/anchors/show.h"

namespace dossier::anchors {
namespace {

AnchorIndex Numbered(AnchorKind kind, const std::vector<std::string>& numbers, bool whole = true) {
  Numbering numbering{.kind = kind, .mentioned = false, .anchors = {}};
  int place = 0;
  for (const std::string& number : numbers) {
    numbering.anchors.push_back({*identifiers::ParseNumber(number), place, place + 1});
    ++place;
  }
  return {{numbering}, whole};
}

TEST(LookupTest, EndsOfANumberingAreSaidOnlyWithoutHoles) {
  const AnchorIndex full = Numbered(AnchorKind::kParagraph, {"1", "2", "3", "4"});
  EXPECT_EQ(Say(full, AnchorKind::kParagraph, "5"), "not there, 1 to 4");
  EXPECT_EQ(Say(full, AnchorKind::kParagraph, "0"), "not there, 1 to 4");
  EXPECT_EQ(Say(full, AnchorKind::kParagraph, "3"), "found 2-3");
  const AnchorIndex holes = Numbered(AnchorKind::kParagraph, {"1", "2", "4", "5"});
  EXPECT_EQ(Say(holes, AnchorKind::kParagraph, "3"), "unknown, numbered");
  EXPECT_EQ(Say(holes, AnchorKind::kParagraph, "9"), "unknown, numbered");
  const AnchorIndex scanned = Numbered(AnchorKind::kParagraph, {"1", "2", "3", "4"}, false);
  EXPECT_EQ(Say(scanned, AnchorKind::kParagraph, "5"), "unknown, numbered");
  EXPECT_EQ(Say(Numbered(AnchorKind::kNote, {"1", "2"}), AnchorKind::kNote, "3"),
            "unknown, numbered");
}

TEST(LookupTest, ArticlesThatWerePutInLaterLieBetween) {
  const AnchorIndex act = Numbered(AnchorKind::kArticle, {"379", "380", "380-1", "381"});
  EXPECT_EQ(Say(act, AnchorKind::kArticle, "380-1"), "found 2-3");
  EXPECT_EQ(Say(act, AnchorKind::kArticle, "382"), "not there, 379 to 381");
  EXPECT_EQ(Say(act, AnchorKind::kArticle, "380-2"), "unknown, numbered");
}

TEST(LookupTest, AWindowParts) {
  const AnchorIndex index = Numbered(AnchorKind::kParagraph, {"1", "2", "3", "1", "2", "3", "4"});
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "2"), "several 1 4");
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "2", {3, 9}), "found 4-5");
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "4", {0, 3}), "not there, 1 to 3");
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "4", {8, 9}), "unknown");
}

TEST(LookupTest, ASectionSignReachesParagraphs) {
  const AnchorIndex judgment = Numbered(AnchorKind::kParagraph, {"46", "47", "48"});
  EXPECT_EQ(Say(judgment, AnchorKind::kSection, "47"), "found 1-2");
  AnchorIndex both = judgment;
  both.numberings.push_back(
      Numbered(AnchorKind::kSection, {"45", "46", "47", "48", "49"}).numberings[0]);
  EXPECT_EQ(Say(both, AnchorKind::kSection, "47"), "several 1 2");
  EXPECT_EQ(Say(both, AnchorKind::kParagraph, "47"), "found 1-2");
}

TEST(LookupTest, APartThatIsNotNumberedLeavesTheArticle) {
  const AnchorIndex act = Numbered(AnchorKind::kArticle, {"1", "2", "3"});
  const Lookup lookup = Find(act, AnchorKind::kArticle, *identifiers::ParseNumber("2(1)"), {0, 9});
  EXPECT_EQ(lookup.verdict, Verdict::kUnknown);
  EXPECT_EQ(ToText(lookup.near), "2");
  EXPECT_EQ(lookup.first, 1);
}

}  // namespace
}  // namespace dossier::anchors
