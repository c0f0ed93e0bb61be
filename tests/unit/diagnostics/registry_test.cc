// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "compiler/diagnostics/finding.h"

namespace dossier::diagnostics {
namespace {

TEST(RegistryTest, CodesAndNamesAreWellFormedAndUnique) {
  std::set<std::string_view> codes, names;
  for (const KindEntry& entry : AllKinds()) {
    EXPECT_TRUE(std::regex_match(std::string(entry.code), std::regex("D[0-9]{4}"))) << entry.code;
    EXPECT_TRUE(std::regex_match(std::string(entry.name), std::regex("[a-z0-9]+(-[a-z0-9]+)*"))) << entry.name;
    EXPECT_TRUE(codes.insert(entry.code).second) << entry.code;
    EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
    EXPECT_EQ(KindByCode(entry.code), entry.kind);
    EXPECT_EQ(KindByCode(entry.name), entry.kind);
  }
}

TEST(RegistryTest, MessagesAreSentencesWithoutAStop) {
  for (const KindEntry& entry : AllKinds()) {
    const std::string text(entry.text);
    EXPECT_NE(text.back(), '.') << entry.code;
    EXPECT_FALSE(text.front() >= 'A' && text.front() <= 'Z' && text.substr(0, 2) != "A " && text.substr(0, 7) != "DOCTYPE")
        << entry.code << ": " << text;
  }
}

TEST(RegistryTest, PersonalArgumentsVanishFromTheRedactedMessage) {
  const Finding finding{.kind = Kind::kUnknownPerson, .args = {"Žydrė"}};
  EXPECT_EQ(finding.Message(), "there is no person or organisation \"Žydrė\"");
  EXPECT_EQ(finding.RedactedMessage(), "there is no person or organisation \"[…]\"");
}

TEST(RegistryTest, AStatedLevelWins) {
  EXPECT_EQ((Finding{.kind = Kind::kCriterionOpen}).EffectiveLevel(), Level::kError);
  EXPECT_EQ((Finding{.kind = Kind::kCriterionOpen, .level = Level::kNote}).EffectiveLevel(), Level::kNote);
}

}  // namespace
}  // namespace dossier::diagnostics
