// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/strings.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
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
  EXPECT_EQ(LoadStrings("ru").DateInWords(*Date::Parse("2023-03-14")), "14\u00A0марта 2023\u00A0г.");
}

/// The family of words that differ by number.
bool IsPlural(const std::string& key) { return key.rfind("count.", 0) == 0; }

TEST(StringsTest, AllLanguagesHaveTheSameKeysAndPlaces) {
  const Strings english = LoadStrings("en");
  ASSERT_GT(english.words().size(), 100U);
  const std::regex place(R"(\{[0-9]\})");
  const auto count = [&](const std::string& text) {
    return std::distance(std::sregex_iterator(text.begin(), text.end(), place), std::sregex_iterator());
  };
  for (const char* language : {"lt", "ru"}) {
    const Strings other = LoadStrings(language);
    for (const auto& [key, words] : english.words()) {
      if (IsPlural(key)) continue;
      ASSERT_TRUE(other.Has(key)) << language << " " << key;
      EXPECT_EQ(count(words), count(std::string(other.Get(key)))) << language << " " << key;
    }
    for (const auto& [key, words] : other.words()) {
      EXPECT_TRUE(IsPlural(key) || english.Has(key)) << language << " " << key;
    }
  }
}

/// The forms that numbers take in the language, all of them and no others.
TEST(StringsTest, EveryPluralHasTheFormsOfItsLanguage) {
  for (const auto& [language, forms] : {std::pair{"en", 2U}, std::pair{"lt", 4U}, std::pair{"ru", 4U}}) {
    const Strings strings = LoadStrings(language);
    std::map<std::string, std::set<std::string>> families;
    for (const auto& [key, words] : strings.words()) {
      if (!IsPlural(key) || key == "count.words-scope") continue;
      const std::size_t dot = key.rfind('.');
      families[key.substr(0, dot)].insert(key.substr(dot + 1));
      EXPECT_NE(words.find("{0}"), std::string::npos) << key;
    }
    EXPECT_GT(families.size(), 4U) << language;
    for (const auto& [family, known] : families) EXPECT_EQ(known.size(), forms) << language << " " << family;
    for (const auto& [family, known] : families) {
      for (const char* number : {"0", "1", "2", "5", "11", "21", "112", "1.5"}) {
        EXPECT_EQ(strings.Plural(family, number).find("{0}"), std::string::npos);
        EXPECT_EQ(strings.Plural(family, number).find("count."), std::string::npos) << language << " " << family << " " << number;
      }
    }
  }
  EXPECT_EQ(LoadStrings("lt").Plural("count.documents", "21"), "21 dokumentas");
  EXPECT_EQ(LoadStrings("ru").Plural("count.documents", "1002"), "1\u00A0002 документа");
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
