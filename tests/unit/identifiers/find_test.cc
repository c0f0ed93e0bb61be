// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "compiler/identifiers/identifier.h"

namespace dossier::identifiers {
namespace {

/// Canonical forms, and "!" with the words of those that cannot be.
std::string Found(const std::string& text) {
  std::string out;
  for (const FoundIdentifier& found : FindIdentifiers(text, {.latest_year = 2026})) {
    const auto* identifier = std::get_if<Identifier>(&found.reading);
    out += out.empty() ? "" : ", ";
    out += identifier != nullptr ? identifier->canonical
                                 : "!" + text.substr(found.begin, found.end - found.begin);
  }
  return out;
}

TEST(FindIdentifiersTest, InSentences) {
  EXPECT_EQ(Found("In CCPR/C/115/D/2304/2013, and (A/HRC/WGAD/2018/67). See ECLI:EU:C:2021:478."),
            "CCPR/C/115/D/2304/2013, A/HRC/WGAD/2018/67, ECLI:EU:C:2021:478");
  EXPECT_EQ(Found("P9_TA(2021)0056; (TA-9-2021-0056)"), "P9_TA(2021)0056, P9_TA(2021)0056");
  EXPECT_EQ(Found("Directive (CELEX 32011L0095) and CELEX: 62019CJ0921,"),
            "32011L0095, 62019CJ0921");
  EXPECT_EQ(Found("T.K. v. Lithuania (application no. 55978/20)"), "no. 55978/20");
}

TEST(FindIdentifiersTest, WhatCannotBeIsShownWithItsWords) {
  EXPECT_EQ(Found("see ECLI:EU:C:2091:478, p. 3"), "!ECLI:EU:C:2091:478");
  EXPECT_EQ(Found("P8_TA(2021)0056"), "!P8_TA(2021)0056");
  EXPECT_EQ(Found("CCPR/C/115/D/x/2013."), "!CCPR/C/115/D/x/2013");
}

TEST(FindIdentifiersTest, PrecisionFirst) {
  EXPECT_EQ(Found("https://undocs.org/A/HRC/49/50 and https://e.example?symbolno=CCPR%2fC%2f1"),
            "");
  EXPECT_EQ(Found("the ECLI is missing; CELEX numbers; TA-DA; 12345/05; A/B tests; in 2019/2610"),
            "");
  EXPECT_EQ(Found(std::string(5000, '/') + std::string(5000, ':')), "");
}

}  // namespace
}  // namespace dossier::identifiers
