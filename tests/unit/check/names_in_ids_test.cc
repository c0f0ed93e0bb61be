// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/names_in_ids.h"

#include <gtest/gtest.h>

namespace dossier::check {
namespace {

/// Ids that are reported in a case with the person "Anna Žukauskaitė" and an organisation.
std::vector<std::string> Reported(const std::vector<std::string>& exhibit_ids) {
  model::Case source;
  model::Person anna;
  anna.id.value = "p1";
  anna.name.texts = {{"lt", "Anna Žukauskaitė"}, {"ru", "Анна Жукаускайте"}};
  anna.variants = {"Ana Zukauskaite"};
  model::Person organisation;
  organisation.id.value = "o1";
  organisation.kind = model::PersonKind::kOrganisation;
  organisation.name.texts = {{"en", "Prison Watch"}};
  source.people = {anna, organisation};
  for (const std::string& id : exhibit_ids) {
    model::Exhibit exhibit;
    exhibit.id.value = id;
    source.exhibits.push_back(exhibit);
  }
  diagnostics::Sink sink;
  ReportNamesInIds(source, sink);
  std::vector<std::string> reported;
  for (const diagnostics::Finding& finding : sink.findings()) {
    reported.push_back(finding.args.at(0).text());
    EXPECT_TRUE(finding.args.at(0).personal());
  }
  return reported;
}

TEST(NamesInIds, AreFoundAsWordsAndAtTheirEnds) {
  EXPECT_EQ(Reported({"e14", "anna-statement", "zukauskaite2", "letter-zukauskaites", "e-0.1"}),
            (std::vector<std::string>{"anna-statement", "zukauskaite2", "letter-zukauskaites"}));
}

TEST(NamesInIds, AreNotFoundInsideOtherWords) {
  // "anna" has four letters and must stand alone; "ana" has three and is passed over.
  EXPECT_EQ(Reported({"annals", "savanna", "ana", "prison-watch-2"}), std::vector<std::string>{});
}

TEST(NamesInIds, LettersLoseTheirAccents) {
  EXPECT_EQ(PlainLetters("Šiaulių Žąsis ČĘĖĮŠŲŪŽ"), "siauliu zasis ceeisuuz");
  EXPECT_EQ(PlainLetters("Łódź Ünal Ñandú"), "lodz unal nandu");
  EXPECT_EQ(PlainLetters("Анна"), "Анна");
  EXPECT_EQ(PlainLetters("\xC5"), "\xC5");  // cut short
}

}  // namespace
}  // namespace dossier::check
