// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/languages.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LanguagesTest, DataIsNamedByTheLanguageWhateverTheRegion) {
  EXPECT_EQ(DataNameOf("en"), "eng");
  EXPECT_EQ(DataNameOf("en-GB"), "eng");
  EXPECT_EQ(DataNameOf("lt"), "lit");
  EXPECT_EQ(DataNameOf("kk"), "kaz");
  EXPECT_EQ(DataNameOf("uk"), "ukr");
}

TEST(LanguagesTest, AScriptOfItsOwnHasDataOfItsOwn) {
  EXPECT_EQ(DataNameOf("uz"), "uzb");
  EXPECT_EQ(DataNameOf("uz-Cyrl"), "uzb_cyrl");
  EXPECT_EQ(DataNameOf("zh-Hant-TW"), "chi_tra");
}

TEST(LanguagesTest, ALanguageThatBeginsLikeAnotherIsNotThatOne) {
  EXPECT_EQ(DataNameOf("enm"), "");
  EXPECT_EQ(DataNameOf("x-private"), "");
  EXPECT_EQ(DataNameOf(""), "");
}

TEST(LanguagesTest, PackagesAreNamedAsDebianNamesThem) {
  EXPECT_EQ(PackageOf("lit"), "tesseract-ocr-lit");
  EXPECT_EQ(PackageOf("uzb_cyrl"), "tesseract-ocr-uzb-cyrl");
}

TEST(LanguagesTest, APageHasTheLanguagesOfItsRange) {
  const std::vector<DeclaredLanguage> declared{{"lt", "1-3, 7"}, {"ru", "3-5"}, {"en", ""}, {"lt", "3"}};
  EXPECT_THAT(TagsForPage(declared, 1), ElementsAre("lt", "en"));
  EXPECT_THAT(TagsForPage(declared, 3), ElementsAre("lt", "ru", "en"));
  EXPECT_THAT(TagsForPage(declared, 6), ElementsAre("en"));
  EXPECT_THAT(TagsForPage(declared, 7), ElementsAre("lt", "en"));
  EXPECT_THAT(TagsForPage({{"lt", "2"}}, 1), IsEmpty());
}

TEST(LanguagesTest, RangesThatSayNothingHoldNothing) {
  EXPECT_THAT(TagsForPage({{"lt", "iv"}, {"ru", "-"}, {"en", "9-"}}, 9), ElementsAre("en"));
}

TEST(LanguagesTest, LettersGuessTheLanguage) {
  EXPECT_THAT(TagsByLetters("nothing else"), ElementsAre("en"));
  EXPECT_THAT(TagsByLetters("nusprendė"), ElementsAre("lt", "en"));
  EXPECT_THAT(TagsByLetters("суд"), ElementsAre("ru"));
}

}  // namespace
}  // namespace dossier::reading
