// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/glue.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::text {
namespace {

/// `words` with "~" where two are never parted and "-" where they had better not be.
std::string Glued(const std::string& words) {
  std::string out;
  std::string before;
  for (std::size_t at = 0; at <= words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string word = words.substr(at, end - at);
    if (!before.empty()) {
      const Joint joint = JointOf(before, word);
      out += joint == Joint::kNever ? "~" : joint == Joint::kWeak ? "-" : " ";
    }
    out += word;
    before = word;
    at = end + 1;
  }
  return out;
}

TEST(GlueTest, NumbersKeepWhatNamesThem) {
  EXPECT_EQ(Glued("2023 m. kovo 14 d. sprendimas Nr. 5, str. 3 d."),
            "2023~m. kovo~14~d. sprendimas Nr.~5, str.~3~d.");
  EXPECT_EQ(Glued("see p. 5 and Art. 3, § 4, para. 12"), "see p.~5 and Art.~3, §~4, para.~12");
  EXPECT_EQ(Glued("по ст. 3 и (п. 2) № 5 от 14 марта 2023 г."),
            "по ст.~3 и-(п.~2) №~5 от 14~марта 2023~г.");
  EXPECT_EQ(Glued("on 14 March 2023 (Vol. II) 12 km"), "on 14~March 2023 (Vol.~II) 12~km");
}

TEST(GlueTest, InitialsKeepTheirName) {
  EXPECT_EQ(Glued("by A. B. Castellane and J.R. Møller"), "by A.~B.~Castellane and J.R.~Møller");
  EXPECT_EQ(Glued("гражданин А. С. Примеров"), "гражданин А.~С.~Примеров");
}

TEST(GlueTest, DashesDoNotBeginALine) { EXPECT_EQ(Glued("quay – north"), "quay~– north"); }

TEST(GlueTest, OtherWordsAreFree) {
  EXPECT_EQ(Glued("in 2023, the council met. It had No answer (5 of 7), ill. Words"),
            "in 2023, the council met. It had No answer (5 of 7), ill. Words");
  EXPECT_EQ(JointOf("", "x"), Joint::kFree);
  EXPECT_EQ(JointOf("x", ""), Joint::kFree);
}

TEST(GlueTest, OneLetterLeansOnTheNextWord) { EXPECT_EQ(Glued("был в порту"), "был в-порту"); }

}  // namespace
}  // namespace dossier::text
