// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/numbers.h"

#include <gtest/gtest.h>

namespace dossier::text {
namespace {

TEST(PluralFormTest, EachLanguageHasItsOwn) {
  const auto forms = [](const char* language) {
    std::string out;
    for (const char* number : {"1", "2", "5", "10", "11", "21", "22", "25", "0.5"}) {
      out += PluralForm(language, number) + " ";
    }
    return out;
  };
  EXPECT_EQ(forms("en"), "one other other other other other other other other ");
  EXPECT_EQ(forms("lt"), "one few few other other one few few many ");
  EXPECT_EQ(forms("ru"), "one few many many many one few many other ");
  EXPECT_EQ(PluralForm("lt", "many"), "other");
  EXPECT_EQ(PluralForm("no language", "1"), "other");
}

TEST(NumberInDigitsTest, SignsOfTheLanguageAndAllDigits) {
  EXPECT_EQ(NumberInDigits("en", "5000"), "5,000");
  EXPECT_EQ(NumberInDigits("lt", "20000"), "20\u00A0000");
  EXPECT_EQ(NumberInDigits("ru", "1234567.25"), "1\u00A0234\u00A0567,25");
  EXPECT_EQ(NumberInDigits("en", "0.123456789"), "0.123456789");
  for (const char* none : {"", "abc", "1e99", "--1", ".", "1.2.3", "NaN"}) {
    EXPECT_EQ(NumberInDigits("en", none), none);
  }
}

}  // namespace
}  // namespace dossier::text
