// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/find_anchors.h"

#include <gtest/gtest.h>

#include "tests/unit/anchors/show.h"

namespace dossier::anchors {
namespace {

const std::string kWords =
    "The Committee notes that the author of the communication was not told of the\n"
    "reasons for the arrest, and that no court looked at it within the time allowed.\n";

/// Pages of numbered paragraphs, `each` on a page, the number written by `mark`.
template <typename MarkOf>
std::vector<std::string> Pages(int first, int last, int each, MarkOf mark) {
  std::vector<std::string> pages;
  for (int number = first; number <= last; ++number) {
    if ((number - first) % each == 0) pages.emplace_back();
    pages.back() += mark(number) + kWords;
  }
  return pages;
}

TEST(FindAnchorsTest, ParagraphsInTheStylesOfCourtsAndCommittees) {
  for (const auto& [before, after] :
       std::vector<std::pair<std::string, std::string>>{{"", ". "},
                                                        {"", ".\t"},
                                                        {"[", "] "},
                                                        {"", "    "},
                                                        {"", " | "},
                                                        {"(", ") "},
                                                        {"", ") "},
                                                        {"¶ ", " "},
                                                        {"**", ".** "}}) {
    const AnchorIndex index =
        Of(Pages(1, 12, 4, [&](int n) { return before + std::to_string(n) + after; }));
    EXPECT_EQ(Show(index, AnchorKind::kParagraph),
              "1@0 2@0 3@0 4@0 5@1 6@1 7@1 8@1 9@2 10@2 11@2 12@2")
        << before << after;
    EXPECT_EQ(Show(index, AnchorKind::kNote), "") << before << after;
    EXPECT_TRUE(index.whole);
  }
}

TEST(FindAnchorsTest, NumberAloneInTheMargin) {
  const AnchorIndex index =
      Of(Pages(1, 6, 3, [](int n) { return "Heading of a page\n" + std::to_string(n) + "\n"; }));
  EXPECT_EQ(Show(index, AnchorKind::kParagraph), "1@0 2@0 3@0 4@1 5@1 6@1");
}

TEST(FindAnchorsTest, YearsPageNumbersDatesAndOrdinalsDoNotCount) {
  std::vector<std::string> pages = Pages(1, 8, 4, [](int n) { return std::to_string(n) + ". "; });
  pages[0] +=
      "2020. The aim of the movement is to protect.\n3 May 2021 was the day.\n9 June 2022 "
      "too.\n5th of the month\n50,500 tenge\n1.5 million\n1\n";
  pages[1] += "103rd meeting\n2\n";
  const AnchorIndex index = Of(pages);
  EXPECT_EQ(Show(index, AnchorKind::kParagraph), "1@0 2@0 3@0 4@0 5@1 6@1 7@1 8@1");
  EXPECT_EQ(Show(index, AnchorKind::kSection), "");
}

TEST(FindAnchorsTest, RunningHeadsAreNoNumbers) {
  std::vector<std::string> pages;
  for (int page = 1; page <= 6; ++page)
    pages.push_back(std::to_string(page) + " Report of an invented body\n" + kWords + kWords);
  EXPECT_EQ(Show(Of(pages), AnchorKind::kParagraph), "");
}

TEST(FindAnchorsTest, AListInALongerDocumentIsNotItsNumbering) {
  std::vector<std::string> pages(6, kWords + kWords + kWords + kWords);
  pages[3] += "1. A lawyer.\n2. An interpreter.\n3. A doctor.\n4. A witness.\n";
  EXPECT_EQ(Show(Of(pages), AnchorKind::kParagraph), "");
}

TEST(FindAnchorsTest, LevelsAndTitles) {
  std::string text;
  for (int section = 1; section <= 3; ++section) {
    text += std::to_string(section) + ". Title of this part\n\n";
    for (int n = 1; n <= 3; ++n)
      text += std::to_string(section) + "." + std::to_string(n) + ". " + kWords + "\n";
  }
  const AnchorIndex index = Of({text});
  EXPECT_EQ(Show(index, AnchorKind::kParagraph),
            "1.1@0 1.2@0 1.3@0 2.1@0 2.2@0 2.3@0 3.1@0 3.2@0 3.3@0");
  EXPECT_EQ(Show(index, AnchorKind::kSection), "1@0 2@0 3@0");
}

TEST(FindAnchorsTest, PartsOfParagraphs) {
  std::vector<std::string> pages = Pages(1, 6, 3, [](int n) { return std::to_string(n) + ". "; });
  pages[0] += "(a) the first point;\n(i) a part of it;\n(ii) another;\n(b) the second point.\n";
  EXPECT_EQ(Show(Of(pages), AnchorKind::kParagraph),
            "1@0 2@0 3@0 3(a)@0 3(a)(i)@0 3(a)(ii)@0 3(b)@0 4@1 5@1 6@1");
}

TEST(FindAnchorsTest, ContentsAreLeftOut) {
  std::vector<std::string> pages = {
      "Contents\n1. First ........ 2\n2. Second ........ 2\n3. Third ........ 3\n"};
  std::string body;
  for (int n = 1; n <= 3; ++n)
    body += std::to_string(n) + ". Title of it\n\n" + kWords + kWords + kWords;
  pages.push_back(body);
  EXPECT_EQ(Show(Of(pages), AnchorKind::kSection), "1@1 2@1 3@1");
}

TEST(FindAnchorsTest, ArticlesInThreeLanguages) {
  const std::string part = "1. " + kWords + "2. " + kWords + "(a) one thing;\n(b) another.\n";
  std::string en, lt, ru;
  for (int n = 4; n <= 7; ++n) {
    const std::string number = std::to_string(n);
    en += "Article " + number + "\nTitle\n" + part;
    lt += number + " straipsnis. Pavadinimas\n" + part;
    ru += "Статья " + number + ". Название\n" + part;
  }
  for (const std::string& text : {en, lt, ru}) {
    const AnchorIndex index = Of({text});
    EXPECT_EQ(Say(index, AnchorKind::kArticle, "4(2)(b)"), "found 0-0");
    EXPECT_EQ(Say(index, AnchorKind::kArticle, "7"), "found 0-0");
    EXPECT_EQ(Say(index, AnchorKind::kArticle, "8"), "not there, 4 to 7");
    EXPECT_EQ(Say(index, AnchorKind::kArticle, "5(3)"), "not there, 5.1 to 5.2");
    EXPECT_EQ(Say(index, AnchorKind::kArticle, "5(2)(d)"), "not there, 5.2(a) to 5.2(b)");
  }
}

TEST(FindAnchorsTest, ALineThatBreaksInsideASentenceIsNoHeading) {
  const AnchorIndex index = Of({kWords + "and was charged under\nArticle 405 of the Criminal Code, "
                                         "and under\nArticle 174(2) as well.\n"});
  EXPECT_EQ(Show(index, AnchorKind::kArticle), "");
  EXPECT_EQ(Say(index, AnchorKind::kArticle, "405"), "mentioned 0-0");
  EXPECT_EQ(Say(index, AnchorKind::kArticle, "174(2)"), "mentioned 0-0");
  EXPECT_EQ(Say(index, AnchorKind::kArticle, "174(3)"), "unknown");
}

TEST(FindAnchorsTest, NotesByMarkByWordsAndByPlace) {
  EXPECT_EQ(Show(Of({kWords + "¹ <https://a.example>\n² See the report.\n",
                     kWords + "³ prose of a note\n"}),
                 AnchorKind::kNote),
            "1@0 2@0 3@1");
  EXPECT_EQ(
      Show(Of({kWords + "<sup>1</sup> <https://a.example>\n", kWords + "<sup>2</sup> prose\n"}),
           AnchorKind::kNote),
      "1@0 2@1");
  const std::vector<std::string> words = {
      kWords + "1 https://a.example/x\n2 prose about a letter\n",
      kWords + "3\nhttps://b.example\n4 See above.\n", kWords + "5 www.c.example\n"};
  EXPECT_EQ(Show(Of(words), AnchorKind::kNote), "1@0 2@0 3@1 4@1 5@2");
  std::vector<std::string> foot;
  for (int page = 0; page < 3; ++page) {
    foot.push_back(kWords + kWords + kWords + kWords + std::to_string(page * 2 + 1) +
                   " Letter of the ministry of that year.\n" + std::to_string(page * 2 + 2) +
                   " The same.\n");
  }
  EXPECT_EQ(Show(Of(foot), AnchorKind::kNote), "1@0 2@0 3@1 4@1 5@2 6@2");
  EXPECT_EQ(Show(Of(foot), AnchorKind::kParagraph), "");
}

TEST(FindAnchorsTest, SectionsAndAnnexes) {
  const AnchorIndex index = Of({"§ 1 Scope\n" + kWords + "§ 2 Terms\n" + kWords, "§ 3\n" + kWords,
                                "ANNEX I\nLetter\n" + kWords, kWords,
                                "Annex II: Answer\n" + kWords + "as Annex I shows\n"});
  EXPECT_EQ(Show(index, AnchorKind::kSection), "1@0 2@0 3@1");
  EXPECT_EQ(Show(index, AnchorKind::kAnnex), "i@2 ii@4");
  EXPECT_EQ(Say(index, AnchorKind::kAnnex, "1"), "found 2-3");
  EXPECT_EQ(Say(index, AnchorKind::kAnnex, "II"), "found 4-4");
  EXPECT_EQ(Show(Of({"1 priedas\n" + kWords, "2 priedas\n" + kWords}), AnchorKind::kAnnex),
            "1@0 2@1");
  EXPECT_EQ(Show(Of({"Приложение № 1\n" + kWords, "Приложение 2. Письмо\n" + kWords}),
                 AnchorKind::kAnnex),
            "1@0 2@1");
}

TEST(FindAnchorsTest, NumbersThatBeginAnewAreSeveral) {
  std::vector<std::string> pages;
  for (int chapter = 0; chapter < 2; ++chapter) {
    for (std::string& page : Pages(1, 5, 5, [](int n) { return std::to_string(n) + ". "; }))
      pages.push_back(page);
  }
  const AnchorIndex index = Of(pages);
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "3"), "several 0 1");
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "3", {1, 2}), "found 1-1");
  EXPECT_EQ(Say(index, AnchorKind::kParagraph, "6"), "not there, 1 to 5");
}

TEST(FindAnchorsTest, TotalOverHostileText) {
  std::string marks;
  for (int i = 0; i < 20000; ++i) marks += std::to_string(i % 97) + ". x\n";
  EXPECT_FALSE(Of({marks}).whole);  // more runs than are followed: nothing is said to be missing
  EXPECT_EQ(Say(Of({marks}), AnchorKind::kParagraph, "5000"), "unknown");
  for (const std::string& text :
       {std::string(), std::string("\n\n"), std::string("\xFF\xFE 1. \xC2"),
        std::string(100000, '('), std::string("["), std::string("§"), std::string("<sup>")}) {
    EXPECT_TRUE(Of({text}).numberings.empty());
  }
}

}  // namespace
}  // namespace dossier::anchors
