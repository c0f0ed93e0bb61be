// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/find.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::quote {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string>& Pages() {
  static const std::vector<std::string> pages = {
      "First page. On 4 May 2019 the police opened no less than 14 cases.\n",
      "The officers used ill-\ntreatment and “electric shocks” against Žydrūnė\nŠimėnaitė, who is "
      "a co-founder – not a member.\nThe rate is 1.5 per cent. A sentence that\n",
      "runs over two pages. On 4 May 2019 nothing else happened.12\n"};
  return pages;
}

FindResult Look(std::string_view quotation, std::vector<SectionRange> cited = {{2, 2}}) {
  return Find(quotation, PreparedText(Pages()), cited);
}

std::string Verdict_(std::string_view quotation, std::vector<SectionRange> cited = {{2, 2}}) {
  return std::string(ToString(Look(quotation, std::move(cited)).verdict));
}

TEST(FindTest, TheVeryWords) {
  const FindResult result = Look("who is a co-founder – not a member.");
  EXPECT_EQ(result.verdict, Verdict::kExact);
  EXPECT_THAT(result.sections(), ElementsAre(2));
  EXPECT_THAT(result.rules, IsEmpty());
}

TEST(FindTest, FormattingIsFoldedAndNamed) {
  EXPECT_THAT(Look("who is  a co-founder - not a member").rules, ElementsAre("N1", "N6"));
  EXPECT_THAT(Look("and \"electric shocks\" against").rules, ElementsAre("N5"));
  EXPECT_THAT(Look("used ill-treatment and").rules, ElementsAre("N4"));
  EXPECT_THAT(Look("used illtreatment and").rules, ElementsAre("N4"));
  EXPECT_THAT(Look("Z\u030Cydru\u0304ne\u0307 S\u030Cime\u0307naite\u0307").verdict,
              Verdict::kNormalised);
}

/// Twelve noises of form that a true quotation may carry.
TEST(FindTest, FormattingNoisePasses) {
  for (const char* quotation :
       {"The officers used ill-treatment and “electric shocks”",
        "The officers used illtreatment and “electric shocks”",
        "The  officers\u00A0used ill-treatment", "The of\u00ADficers used ill-treatment",
        "The o\uFB03cers used ill-treatment", "and «electric shocks» against",
        "and „electric shocks“ against", "a co\u2011founder — not a member",
        "The officers\nused ill-\ntreatment", "\uFEFFThe officers used", " The officers used ",
        "a co\u2010founder \u2212 not a member"}) {
    const Verdict verdict = Look(quotation).verdict;
    EXPECT_TRUE(verdict == Verdict::kExact || verdict == Verdict::kNormalised) << quotation;
  }
}

/// One digit, one negation, one name, one word, their order: never folded.
TEST(FindTest, ContentEditsFail) {
  for (const char* quotation :
       {"The rate is 1.6 per cent", "The rate is 15 per cent", "who is a co-founder – a member.",
        "a co-founder – not a member of", "against Žydrūnė Šimėnienė", "against Zydrune Simenaite",
        "a member – not a co-founder", "the officers used ill-treatment",
        "a cofounder – not a member", "a co founder – not a member",
        "The officer used ill-treatment", "5 per cent", "fficers used ill-treatment",
        "The officers used ill-treat", "The rate is 1", "The officers used ill- treatment",
        "THE OFFICERS USED", "against Žydrūnė Šimėnaitė who is"}) {
    const Verdict verdict = Look(quotation).verdict;
    EXPECT_TRUE(verdict == Verdict::kContentMismatch || verdict == Verdict::kNotFound) << quotation;
  }
}

TEST(FindTest, AlterationsAreNamed) {
  const FindResult result = Look("a co-founder – not a friend. The rate is 1.6 per cent.");
  EXPECT_EQ(result.verdict, Verdict::kContentMismatch);
  EXPECT_EQ(result.edits, (std::vector<Edit>{{.quoted = "friend.", .source = "member."},
                                             {.quoted = "1.6", .source = "1.5"}}));
  EXPECT_THAT(result.sections(), ElementsAre(2));
  EXPECT_EQ(Look("who is a cofounder – not a member.").edits,
            (std::vector<Edit>{{.quoted = "cofounder", .source = "co-founder"}}));
}

TEST(FindTest, AnotherPageIsNamed) {
  const FindResult result = Look("the police opened no less than 14 cases", {{2, 3}});
  EXPECT_EQ(result.verdict, Verdict::kWrongPage);
  EXPECT_THAT(result.sections(), ElementsAre(1));
  EXPECT_EQ(Verdict_("On 4 May 2019", {{3, 3}}), "exact");
  EXPECT_THAT(Look("On 4 May 2019", {}).sections(), ElementsAre(1, 3));
}

TEST(FindTest, ASentenceMayRunOverAPage) {
  EXPECT_EQ(Verdict_("A sentence that runs over two pages.", {{2, 2}}), "normalised");
  EXPECT_EQ(Verdict_("A sentence that runs over two pages.", {{3, 3}}), "normalised");
  EXPECT_EQ(Verdict_("A sentence that runs over two pages.", {{1, 1}}), "wrong-page");
}

TEST(FindTest, OmissionsAreMarkedAndBounded) {
  const FindResult result = Look("The officers […] is a co-founder");
  EXPECT_EQ(result.verdict, Verdict::kNormalised);
  EXPECT_THAT(result.rules, ElementsAre("N7"));
  EXPECT_EQ(Verdict_("is a co-founder [...] The officers"), "not-found");
  std::vector<std::string> far = {"begin here " + std::string(3000, 'x') + " end there"};
  EXPECT_FALSE(Holds(Find("begin here […] end there", PreparedText(far), {}).verdict));
  EXPECT_EQ(Verdict_("[…]"), "not-checkable");
}

TEST(FindTest, TheLastStopMayBeTheQuoters) {
  EXPECT_THAT(Look("who is a co-founder.").rules, ElementsAre("end-punctuation"));
  EXPECT_THAT(Look("who is a co-founder...").rules, ElementsAre("N7"));
}

TEST(FindTest, ANoteMarkBehindAWordIsNoPartOfIt) {
  EXPECT_EQ(Verdict_("nothing else happened.", {{3, 3}}), "exact");
}

TEST(FindTest, ManyHitsElsewhereDoNotHideTheCitedOne) {
  std::vector<std::string> pages(300, "the same words again and again\n");
  const FindResult result = Find("the same words", PreparedText(pages), {{299, 299}});
  EXPECT_EQ(result.verdict, Verdict::kExact);
  EXPECT_THAT(result.sections(), ElementsAre(299));
}

TEST(FindTest, EmptyAndOverlong) {
  EXPECT_EQ(Verdict_(""), "not-checkable");
  EXPECT_EQ(Verdict_(std::string(kMaxQuotation + 1, 'a')), "not-checkable");
  EXPECT_EQ(Find("words", PreparedText(std::vector<std::string>{}), {}).verdict, Verdict::kNotFound);
  EXPECT_EQ(Find("words", PreparedText({"", ""}), {{1, 9}}).verdict, Verdict::kNotFound);
}

TEST(PreparedTextTest, SectionsKeepTheirPlaces) {
  const PreparedText text({"e\u0301te\u0301", "", "zwei", "  ", "drei"});
  EXPECT_EQ(text.sections(), 5);
  EXPECT_EQ(text.SectionAt(0), 1);
  EXPECT_EQ(text.SectionAt(text.folded().text.find("zwei")), 3);
  EXPECT_EQ(text.SectionAt(text.folded().text.find("drei")), 5);
  EXPECT_TRUE(text.Empty(2, 2));
  EXPECT_TRUE(text.Empty(4, 4));
  EXPECT_FALSE(text.Empty(1, 2));
  EXPECT_FALSE(text.Empty(1, 2147483647));
}

}  // namespace
}  // namespace dossier::quote
