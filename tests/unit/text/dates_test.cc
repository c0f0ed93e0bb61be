// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/dates.h"

#include <gtest/gtest.h>

namespace dossier::text {
namespace {

TEST(DateNamerTest, DatesOfTheThreeLanguages) {
  EXPECT_EQ(DateNamer("en").Day({2023, 7, 14}), "14\u00A0July 2023");
  EXPECT_EQ(DateNamer("en").Month(2023, 7), "July 2023");
  EXPECT_EQ(DateNamer("lt").Day({2023, 3, 14}), "2023\u00A0m. kovo 14\u00A0d.");
  EXPECT_EQ(DateNamer("lt").Month(2023, 7), "2023\u00A0m. liepa");
  EXPECT_EQ(DateNamer("ru").Day({2023, 3, 14}), "14\u00A0марта 2023\u00A0г.");
  EXPECT_EQ(DateNamer("ru").Month(2023, 7), "июль 2023\u00A0г.");
}

TEST(DateNamerTest, OldDatesAreGregorianAndUnknownLanguagesAreReadable) {
  EXPECT_EQ(DateNamer("en").Day({1500, 1, 1}), "1\u00A0January 1500");
  EXPECT_NE(DateNamer("not a language").Day({2023, 3, 14}).find("2023"), std::string::npos);
  EXPECT_NE(DateNamer("tlh").Day({2023, 3, 14}).find("14"), std::string::npos);
}

}  // namespace
}  // namespace dossier::text
