// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/hyphenate.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/crypto/sha256.h"
#include "tests/support/typesetting.h"

namespace dossier::text {
namespace {

std::string Cut(std::string_view language, const std::string& word) {
  std::string out;
  std::size_t begin = 0;
  for (const std::uint32_t cut : testing::InstalledHyphenation().Find(language, word)) {
    out += word.substr(begin, cut - begin) + "-";
    begin = cut;
  }
  return out + word.substr(begin);
}

// Two dictionaries are not in UTF-8; read as if they were, they cut between all letters or none.
TEST(HyphenateTest, CutsByTheLanguageOfTheWord) {
  EXPECT_EQ(Cut("en", "representation"), "rep-res-ent-a-tion");
  EXPECT_EQ(Cut("lt-LT", "nepriklausomybė"), "ne-pri-klauso-mybė");
  EXPECT_EQ(Cut("lt", "žmogžudystė"), "žmog-žu-dystė");
  EXPECT_EQ(Cut("ru", "административном"), "ад-ми-нистра-тив-ном");
}

TEST(HyphenateTest, LeavesTwoLettersBeforeAndThreeBehind) {
  for (const char* word : {"again", "table", "any", "water", "unity"}) {
    for (const std::uint32_t cut : testing::InstalledHyphenation().Find("en", word)) {
      EXPECT_GE(cut, 2u) << word;
      EXPECT_LE(cut + 3, std::string(word).size()) << word;
    }
  }
}

TEST(HyphenateTest, LeavesAloneWhatIsNoPlainWord) {
  for (const char* word : {"Representation", "representation5", "rep-resentation", "REPRESENTATION",
                           "repre\xFFsentation", "", "a"}) {
    EXPECT_EQ(Cut("en", word), word);
  }
  EXPECT_EQ(Cut("kk", "қазақстандағы"), "қазақстандағы") << "no patterns for Kazakh";
  EXPECT_EQ(Cut("en-US", "representation"), "representation") << "cut elsewhere than in Britain";
  EXPECT_EQ(Cut("en", std::string(5000, 'a')), std::string(5000, 'a'));
}

TEST(HyphenateTest, RefusesAnotherFileUnderTheSameName) {
  const std::vector<Bytes> files(PinnedDictionaries().size(), "UTF-8\nab1c\n");
  const Result<Hyphenation> loaded = Hyphenation::Load(files, crypto::Sha256);
  ASSERT_FALSE(loaded.ok());
  EXPECT_NE(loaded.failure().reason.find("hyphen-en-gb"), std::string::npos);
}

}  // namespace
}  // namespace dossier::text
