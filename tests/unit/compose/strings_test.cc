// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/strings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

TEST(StringsTest, DatesAreAsPreciseAsTheCaseKnowsThem) {
  const Strings english = LoadStrings("en");
  EXPECT_EQ(english.DateInWords(*Date::Parse("2023-07-14")), "14\u00A0July 2023");
  EXPECT_EQ(english.DateInWords(*Date::Parse("2023-07")), "July 2023");
  EXPECT_EQ(english.DateInWords(*Date::Parse("2023")), "2023");
  EXPECT_EQ(english.DateInWords(*Date::Parse("2024-09-30T10:12:00Z")), "30\u00A0September 2024");
  EXPECT_EQ(english.DateInWords(model::CaseDate{}), "");
  const Strings lithuanian = LoadStrings("lt");
  EXPECT_EQ(lithuanian.DateInWords(*Date::Parse("2023-07-14")), "2023\u00A0m. liepos 14\u00A0d.");
  EXPECT_EQ(lithuanian.DateInWords(*Date::Parse("2023-07")), "2023\u00A0m. liepa");
}

TEST(StringsTest, BothLanguagesHaveTheSameKeysAndPlaces) {
  const Strings english = LoadStrings("en");
  const Strings lithuanian = LoadStrings("lt");
  ASSERT_GT(english.words().size(), 100U);
  const std::regex place(R"(\{[0-9]\})");
  for (const auto& [key, words] : english.words()) {
    ASSERT_TRUE(lithuanian.Has(key)) << key;
    const std::string other(lithuanian.Get(key));
    if (key.rfind("date.", 0) == 0) continue;
    const auto count = [&](const std::string& text) {
      return std::distance(std::sregex_iterator(text.begin(), text.end(), place),
                           std::sregex_iterator());
    };
    EXPECT_EQ(count(words), count(other)) << key;
  }
  for (const auto& [key, words] : lithuanian.words()) EXPECT_TRUE(english.Has(key)) << key;
}

/// Every key that the code asks for by name is in the catalogue.
TEST(StringsTest, TheCodeAsksForNothingThatIsNotThere) {
  const Strings english = LoadStrings("en");
  const std::regex call(R"re((?:Get|Fill)\(\s*"([^"]+)")re");
  int found = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(DOSSIER_SOURCE_DIR) + "/compiler/compose")) {
    if (entry.path().extension() != ".cc") continue;
    std::ifstream file(entry.path());
    std::stringstream buffer;
    buffer << file.rdbuf();
    const std::string text = buffer.str();
    for (auto it = std::sregex_iterator(text.begin(), text.end(), call);
         it != std::sregex_iterator(); ++it) {
      ++found;
      EXPECT_TRUE(english.Has((*it)[1].str())) << entry.path() << ": " << (*it)[1];
    }
  }
  EXPECT_GT(found, 20);
}

TEST(StringsTest, ReadingSaysWhatIsWrong) {
  yaml::Node root;
  root.kind = yaml::NodeKind::kMap;
  yaml::Entry format{.key = "format", .key_span = {}, .value = {}};
  format.value.kind = yaml::NodeKind::kScalar;
  format.value.text = "7";
  yaml::Entry other{.key = "worte", .key_span = {}, .value = {}};
  root.entries = {format, other};
  diagnostics::Sink sink;
  (void)ReadStrings(root, sink);
  EXPECT_EQ(resolve::Told(sink),
            "D0107 format 7 is not read by this version\n"
            "D0101 unknown key \"worte\"\n"
            "D0102 the key \"strings\" is missing\n");
}

TEST(StringsTest, AMissingWordShowsItsKey) {
  EXPECT_EQ(Strings().Get("heading.none"), "heading.none");
  EXPECT_EQ(Strings().Word("outcome", "annulled in part"), "annulled in part");
}

}  // namespace
}  // namespace dossier::compose
