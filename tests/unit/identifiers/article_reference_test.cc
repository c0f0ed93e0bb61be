// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/article_reference.h"

#include <gtest/gtest.h>

namespace dossier::identifiers {
namespace {

std::string Found(std::string_view text) {
  std::string out;
  for (const ArticleReference& reference : FindArticleReferences(text)) {
    out += (out.empty() ? "" : " ") + ToText(reference.number);
  }
  return out;
}

TEST(ArticleReferenceTest, EveryLanguageNamesTheSamePart) {
  for (const char* text : {"Article 405 Part 2", "Article 405, part 2", "Article 405(2)",
                           "Art. 405(2)", "article 405 paragraph 2", "405 straipsnio 2 dalis",
                           "405 straipsnio 2 dalyje", "405 str. 2 d.", "ч. 2 ст. 405",
                           "части 2 статьи 405", "статья 405, часть 2", "ст. 405 ч. 2"}) {
    EXPECT_EQ(Found(text), "405(2)") << text;
    EXPECT_EQ(CanonicalArticle(ParseArticleReference(text)), "Article 405(2)") << text;
  }
  EXPECT_EQ(Found("87 str. 1 d. 2 p."), "87(1)(2)");
  EXPECT_EQ(Found("п. 3 ч. 2 ст. 105 УК"), "105(2)(3)");
  EXPECT_EQ(Found("Art. 4(1)(b), point 2"), "4(1)(b)(2)");
}

TEST(ArticleReferenceTest, ListsAndNumbersPutInLater) {
  EXPECT_EQ(Found("Articles 174, 256 and 405 of the Criminal Code"), "174 256 405");
  EXPECT_EQ(Found("under Article 5 and 3 persons"), "5");
  EXPECT_EQ(Found("статьи 174 и 405 УК"), "174 405");
  EXPECT_EQ(Found("Article 380-1 and Article 118¹"), "380-1 118-1");
  EXPECT_EQ(Found("Article 12a of the Staff Regulations"), "12a");
}

TEST(ArticleReferenceTest, OnlyWithTheWord) {
  EXPECT_EQ(Found("in 2019 he was 405 days in part 2 of the prison, on page 174"), "");
  EXPECT_EQ(Found("the article of 5 May; arts festival; статистика 405; p. 14"), "");
  EXPECT_EQ(Found("Human rights movement \"Article 14\""), "14");
  EXPECT_TRUE(ParseArticleReference("Article 405 of").empty());
  EXPECT_TRUE(ParseArticleReference("405").empty());
}

TEST(ArticleReferenceTest, PlacesCoverTheWords) {
  const std::string text = "charged under Article 405 part 2, and";
  const auto found = FindArticleReferences(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "Article 405 part 2");
}

TEST(NumberTest, PathsOfEverySpelling) {
  const auto steps = [](std::string_view text) {
    const auto number = ParseNumber(text);
    std::string out;
    for (const std::string& step : number ? number->steps : std::vector<std::string>{})
      out += "/" + step;
    return out;
  };
  EXPECT_EQ(steps("405(2)"), "/405/2");
  EXPECT_EQ(steps("87.1.2"), "/87/1/2");
  EXPECT_EQ(steps("4(1)(b)"), "/4/1/b");
  EXPECT_EQ(steps("007"), "/7");
  EXPECT_EQ(steps("12A"), "/12a");
  EXPECT_EQ(steps("380-1"), "/380-1");
  EXPECT_EQ(steps("118¹"), "/118-1");
  EXPECT_EQ(steps("(a)"), "/a");
  for (const char* none : {"", "(", "4(", "4()", "1.2.3.4.5.6.7", "4 5", "a.word"})
    EXPECT_EQ(steps(none), "") << none;
  EXPECT_EQ(ToText(*ParseNumber("2.3"), true), "2.3");
  EXPECT_EQ(ToText(*ParseNumber("2.3")), "2(3)");
}

}  // namespace
}  // namespace dossier::identifiers
