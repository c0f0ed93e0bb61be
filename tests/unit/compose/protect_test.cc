// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/protect.h"

#include <gtest/gtest.h>

#include "compiler/compose/content.h"
#include "compiler/compose/walk.h"
#include "tests/unit/compose/dump.h"
#include "tests/unit/compose/sample_case.h"

namespace dossier::compose {
namespace {

/// A case with a person under a pseudonym and one whose name is withheld.
model::Case Protected() {
  model::Case source;
  model::Person first;
  first.name = Said("Šarūnas Pavyzdys");
  first.variants = {"Pavyzdys", "Павыздис"};
  first.protect = model::Protection::kPseudonym;
  model::Person second;
  second.name = Said("Li Na");
  second.protect = model::Protection::kRedact;
  model::Person open;
  open.name = Said("Open Name");
  source.people = {first, second, open};
  return source;
}

std::string Clean(std::string_view text) {
  return NameGuard(Protected(), LoadStrings("en")).Clean(text);
}

TEST(NameGuardTest, NamesAndVariantsInEveryCase) {
  EXPECT_EQ(Clean("Šarūnas Pavyzdys left; Pavyzdys wrote."), "Person A left; Person A wrote.");
  EXPECT_EQ(Clean("ŠARŪNAS PAVYZDYS"), "Person A");
  EXPECT_EQ(Clean("ПАВЫЗДИС, павыздис"), "Person A, Person A");
  EXPECT_EQ(Clean("Šarūnas\u00A0Pavyzdys"), "Person A");
  EXPECT_EQ(Clean("Šarūnas  \n Pavyzdys."), "Person A.");
  EXPECT_EQ(Clean("S\u030Caru\u0304nas Pavyzdys"), "Person A");  // written with combining marks
  EXPECT_EQ(Clean("Li Na"), "[name withheld]");
}

TEST(NameGuardTest, EndingsGoWithTheName) {
  EXPECT_EQ(Clean("Павыздиса"), "Person A");
  EXPECT_EQ(Clean("Pavyzdys’s case"), "Person A’s case");
}

TEST(NameGuardTest, OtherWordsStay) {
  EXPECT_EQ(Clean("Open Name"), "Open Name");
  EXPECT_EQ(Clean("Beli Na"), "Beli Na");
  EXPECT_EQ(Clean("Ąžuolas, ұ  ә"), "Ąžuolas, ұ  ә");
  EXPECT_EQ(Clean(""), "");
}

TEST(NameGuardTest, AnAddressWithTheNameLosesItsLink) {
  const NameGuard guard(Protected(), LoadStrings("en"));
  Document document;
  document.title = "Case of Pavyzdys";
  document.running.left = "Pavyzdys";
  Inline named = {Link{.anchor = {}, .url = "https://example.org/sarunas/li-na", .content = {}}};
  std::get<Link>(named.value).content.push_back(Words("Pavyzdys online"));
  Note note;
  note.content.push_back(Para("Pavyzdys in a note"));
  document.blocks.push_back(Para({Address("https://example.org/li-na-in-court"),
                                  Words(" "),
                                  named,
                                  Address("https://example.org/open"),
                                  {std::move(note)}}));
  guard.Clean(document);
  EXPECT_EQ(Dump(document),
            "Case of Person A\n\n\nPerson A|||\n"
            "[…] Person A online[https://example.org/open](https://example.org/open)"
            "^[Person A in a note\n]\n");
}

TEST(NameGuardTest, IdleWithoutProtectedPeople) {
  EXPECT_TRUE(NameGuard(model::Case{}, LoadStrings("en")).idle());
  EXPECT_FALSE(NameGuard(Protected(), LoadStrings("en")).idle());
}

TEST(NameGuardTest, LettersAfterZGoOn) {
  model::Case source;
  for (int i = 0; i < 28; ++i) {
    model::Person person;
    person.name = Said("Name" + std::string(static_cast<std::size_t>(i + 1), 'x'));
    person.protect = model::Protection::kPseudonym;
    source.people.push_back(person);
  }
  const NameGuard guard(source, LoadStrings("en"));
  EXPECT_EQ(guard.Clean("Name" + std::string(26, 'x')), "Person Z");
  EXPECT_EQ(guard.Clean("Name" + std::string(28, 'x')), "Person AB");
}

TEST(NameGuardTest, DescriptionsOfPicturesAreCleanedWhereverTheyStand) {
  const auto picture = [] {
    Image image;
    image.alternative = "Portrait of Li Na";
    return image;
  };
  const auto figure = [&] { return Block{Figure{.image = picture(), .caption = {Words("Li Na")}}}; };
  Document document;
  document.letterhead = {{picture()}};
  TableRow row;
  row.cells.push_back({.content = {{picture()}}});
  Table table;
  table.rows.push_back(std::move(row));
  List list;
  list.items.push_back({.label = "1.", .content = {figure()}});
  document.blocks = {{Quotation{.content = {figure()}}}, {std::move(table)}, {std::move(list)},
                     Para(Inlines{Words("x"), Inline{Note{.content = {figure()}}}})};
  NameGuard(Protected(), LoadStrings("en")).Clean(document);
  int seen = 0;
  for (std::vector<Block>* blocks : {&document.letterhead, &document.blocks}) {
    VisitBlocks(*blocks, [&](Block& block) {
      const auto* image = std::get_if<Image>(&block.value);
      const auto* set = std::get_if<Figure>(&block.value);
      if (image == nullptr && set == nullptr) return;
      EXPECT_EQ((set != nullptr ? set->image : *image).alternative, "Portrait of [name withheld]");
      ++seen;
    });
  }
  EXPECT_EQ(seen, 5);
}

}  // namespace
}  // namespace dossier::compose
