// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/quote/find.h"

namespace dossier::quote {
namespace {

using ::testing::ElementsAre;

FindResult Look(std::string_view quotation) {
  static const PreparedText text(
      {"The officers did not beat Anna Example on 4 May 2019. She lives in the town … and writes "
       "[sic] letters. Later they went home again by car.\n"});
  return Find(quotation, text, {});
}

/// N7: words left out, with or without brackets, and what was left out is told.
TEST(PatternTest, Omissions) {
  const FindResult result = Look("The officers did not beat […] on 4 May 2019");
  EXPECT_EQ(result.verdict, Verdict::kNormalised);
  EXPECT_THAT(result.rules, ElementsAre("N7"));
  ASSERT_EQ(result.edits.size(), 1U);
  EXPECT_EQ(result.edits[0].kind, EditKind::kStructure);
  EXPECT_EQ(result.edits[0].source, "Anna Example");
  for (const char* quotation : {"did not beat … on 4 May", "did not beat ... on 4 May",
                                "did not beat [. . .] on 4 May", "… did not beat Anna …"}) {
    EXPECT_EQ(Look(quotation).verdict, Verdict::kNormalised) << quotation;
  }
}

TEST(PatternTest, AnOmissionHidesNoNegationAndNoOrder) {
  for (const char* quotation : {"The officers did […] beat Anna", "on 4 May […] did not beat",
                                "The off[…] beat Anna", "lives in … writes"}) {
    EXPECT_FALSE(Holds(Look(quotation).verdict)) << quotation;
  }
  EXPECT_EQ(Look("She lives in the town … and").verdict, Verdict::kExact);
}

/// N8: changes in brackets are told and make the verdict "altered".
TEST(PatternTest, ChangesInBrackets) {
  for (const char* quotation :
       {"[t]he officers did not beat", "did not beat [her] on 4 May 2019",
        "She live[d] in the town", "[l]ater they went home", "they [sic] went home",
        "they went home (emphasis added)", "[The witness] lives in the town"}) {
    const FindResult result = Look(quotation);
    EXPECT_EQ(result.verdict, Verdict::kAltered) << quotation;
    EXPECT_FALSE(result.edits.empty());
  }
  EXPECT_EQ(Look("and writes [sic] letters").verdict, Verdict::kExact);
  EXPECT_EQ(Look("[t]he officers").edits.front().source, "T");
}

/// Brackets never bring or take a digit or a negation, and the rest has to be there.
TEST(PatternTest, BracketsAreNoLicence) {
  for (const char* quotation :
       {"[s]he officers did not beat", "The officers did [surely] beat Anna", "on [5] May 2019",
        "[not] lives in the town", "Later [then] […] home", "[t]he officer did not beat",
        "did not beat [her] on 5 May 2019", "they [never] went home"}) {
    EXPECT_FALSE(Holds(Look(quotation).verdict)) << quotation;
  }
}

TEST(PatternTest, NothingDeclared) {
  EXPECT_FALSE(DeclaredPattern("plain words (with a remark)").has_value());
  EXPECT_FALSE(DeclaredPattern("[…]").has_value());
}

}  // namespace
}  // namespace dossier::quote
