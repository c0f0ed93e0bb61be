// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/identifier.h"

#include <gtest/gtest.h>

namespace dossier::identifiers {
namespace {

/// The canonical form; "at N: reason"; "none".
std::string Read(std::string_view text, const Limits& limits = {.latest_year = 2026}) {
  const IdentifierReading reading = ParseIdentifier(text, limits);
  if (const auto* identifier = std::get_if<Identifier>(&reading)) return identifier->canonical;
  if (const auto* error = std::get_if<IdentifierError>(&reading))
    return "at " + std::to_string(error->at) + ": " + error->reason;
  return "none";
}

/// All spellings are the document, and what is printed reads as itself.
void Same(const std::string& canonical, const std::vector<std::string>& spellings) {
  EXPECT_EQ(Read(canonical), canonical);
  for (const std::string& spelling : spellings) EXPECT_EQ(Read(spelling), canonical) << spelling;
}

TEST(IdentifierTest, SpellingsOfOneDocument) {
  Same("ECLI:EU:C:2021:478", {"ecli:eu:c:2021:478"});
  Same("ECLI:CE:ECHR:2022:0322JUD005597820", {});
  Same("ECLI:LT:LVAT:2025:A.5504", {});
  Same("32011L0095", {"CELEX 32011L0095", "CELEX:32011l0095", "celex: 32011L0095"});
  Same("02011L0095-20111220", {});
  Same("32024R1347R(01)", {});
  Same("62019CJ0921", {});
  Same("eli/reg/2024/1347/oj",
       {"/eli/reg/2024/1347/oj", "https://eur-lex.europa.eu/eli/reg/2024/1347/oj/eng",
        "http://data.europa.eu/eli/reg/2024/1347/2024-05-22", "eli/reg/2024/1347"});
  Same("eli/C/2024/5718/oj", {"C/2024/5718", "https://eur-lex.europa.eu/eli/C/2024/5718/oj/eng"});
  Same("CCPR/C/115/D/2304/2013",
       {"CCPR/C/115/d/2304/2013", "CCPR%2fC%2f115%2fd%2f2304%2f2013", "CCPR_C_115_D_2304_2013"});
  Same("A/HRC/WGAD/2018/67",
       {"A_HRC_WGAD_2018_67", "Opinion No. 67/2018", "WGAD Opinion 67/2018", "a/hrc/wgad/2018/67"});
  Same("A/HRC/WG.6/34/KAZ/3", {});
  Same("E/C.12/KAZ/CO/2", {});
  Same("S/RES/1373(2001)", {"S/RES/1373 (2001)"});
  Same("A/HRC/39/7/Add.1", {"A_HRC_39_7_ADD.1", "A/HRC/39/7/add.1"});
  Same("A/HRC/39/7", {"A_HRC_39_7-EN"});
  Same("no. 55978/20", {"55978/20", "application no. 55978/20", "Nr. 55978/20"});
  Same("nos. 12345/05 and 678/06",
       {"nos. 678/06 and 12345/05", "12345/05, 678/06", "nos. 12345/05, 678/06 and 678/06"});
  Same("001-57516", {});
  Same("P9_TA(2021)0056", {"TA-9-2021-0056", "TA-9-2021-0056_EN", "P9_TA-PROV(2021)0056"});
  Same("2019/2610(RSP)", {"2019/2610 (RSP)"});
  Same("Resolution 1900 (2012)", {"PACE Resolution 1900 (2012)", "Resolution 1900(2012)"});
  Same("Doc. 13011", {"PACE Doc. 13011"});
  Same("PACE file 34167", {});
  Same("No IX-2206", {"IX-2206", "Nr. IX-2206", "No. IX-2206"});
  Same("No 1V-131", {"Nr. 1V-131"});
  Same("TAR.42837E5A79DD", {"TAR.42837e5a79dd"});
  Same("2024-05718", {});
}

TEST(IdentifierTest, WhatIsWrongAndWhere) {
  EXPECT_EQ(Read("ECLI:XX:C:2021:478"),
            "at 5: \"XX\" is not the code of a country or organisation that gives them");
  EXPECT_EQ(Read("ECLI:EU:Q:2021:478"), "at 8: no court of \"EU\" has the code \"Q\"");
  EXPECT_EQ(Read("ECLI:EU:C:2091:478"), "at 10: the year 2091 is still to come");
  EXPECT_EQ(Read("ECLI:EU:C:1921:478"), "at 10: there was none before 1954");
  EXPECT_EQ(Read("ECLI:EU:C:2021:4/8"), "at 16: nothing can follow the last part");
  EXPECT_EQ(Read("ECLI:EU:C:2021:47A"), "at 15: the last part of a judgment of the EU is a number");
  EXPECT_EQ(Read("ECLI:CE:ECHR:2022:1322JUD005597820"), "at 18: there is no such month and day");
  EXPECT_EQ(Read("ECLI EU C 2021 478"), "at 4: its five parts are joined by colons");
  EXPECT_EQ(Read("32011Z0095"), "at 5: sector 3 (acts) has no documents of type \"Z\"");
  EXPECT_EQ(Read("32011L95"), "at 6: the number of the document has four digits");
  EXPECT_EQ(Read("02011L0095-20111320"),
            "at 10: a date of consolidation is expected, as in -20111220");
  EXPECT_EQ(Read("eli/rgl/2024/1347/oj"), "at 4: \"rgl\" is not a kind of act of the EU");
  EXPECT_EQ(Read("C/2021/5718"), "at 2: there was none before 2023");
  EXPECT_EQ(Read("CCPR/D/115/2304/2013"), "at 5: documents of this committee begin \"CCPR/C/\"");
  EXPECT_EQ(Read("CCPR/C/115/D/2304/2031"), "at 18: the year 2031 is still to come");
  EXPECT_EQ(Read("A/HRC//WGAD/2018"), "at 6: there is nothing between two strokes");
  EXPECT_EQ(Read("A/HRC/39/7/Add"), "at 11: \"Add.\" is followed by a number");
  EXPECT_EQ(Read("Opinion No. 67/1918"), "at 15: there was none before 1992");
  EXPECT_EQ(Read("no. 123456/20"), "at 4: applications are numbered from 1 to 99999 each year");
  EXPECT_EQ(Read("no. 12345/2005"), "at 10: the year has two digits, as in 55978/20");
  EXPECT_EQ(Read("55978/30"), "at 6: the year 2030 is still to come");
  EXPECT_EQ(Read("009-57516"), "at 0: collections of HUDOC are 001 to 006");
  EXPECT_EQ(Read("P8_TA(2021)0056"), "at 6: term 8 sat from 2014 to 2019");
  EXPECT_EQ(Read("P9_TA(2021)56"), "at 11: the number of the text has four digits");
  EXPECT_EQ(Read("2019/2610(RSQ)"), "at 10: the European Parliament has no procedure \"RSQ\"");
  EXPECT_EQ(Read("Resolution 1900 (1912)"), "at 17: there was none before 1949");
  EXPECT_EQ(Read("Nr. IIX-2206"), "at 4: \"IIX\" is not the number of a term of the Seimas");
  EXPECT_EQ(Read("TAR.42837E5A79DG"), "at 4: twelve digits or letters A to F are expected here");
}

TEST(IdentifierTest, OtherWordsAreOfNoKind) {
  for (const char* text :
       {"", "I-4520-815/2023", "case 12", "Article 405(2)", "a/b", "A", "12345/2005", "2024-10-14",
        "European", "no.", "Doc.", "P", "T-shirt", "Resolution of 2012"}) {
    EXPECT_EQ(Read(text), "none") << text;
  }
  EXPECT_EQ(Read(std::string(300, 'E')), "none");
}

}  // namespace
}  // namespace dossier::identifiers
