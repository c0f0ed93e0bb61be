// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dossier::xml {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// One line a block: kind letter, level, text.
std::string Dump(const Result<HtmlText>& text) {
  if (!text) return "failed: " + text.failure().reason;
  std::string dump;
  for (const HtmlBlock& block : text->blocks) {
    dump += std::string(1, "HPLTQF"[static_cast<std::size_t>(block.kind)]) +
            std::to_string(block.level) + " " + block.text + "\n";
  }
  return dump;
}

TEST(ReadHtml, GivesTheBlocksInOrder) {
  EXPECT_EQ(Dump(ReadHtml("<!doctype html><html><head><title>no</title></head><body>loose "
                          "<h2>Head <i>line</i></h2><p>One\n  <b>two</b><br>three</p>tail"
                          "<ul><li>a<ul><li>b</li></ul></li></ul>"
                          "<blockquote><p>said</p></blockquote><pre>x\n  y</pre></body></html>")),
            "P0 loose\n"
            "H2 Head line\n"
            "P0 One two three\n"
            "P0 tail\n"
            "L1 a\n"
            "L2 b\n"
            "Q0 said\n"
            "F0 x\n  y\n");
}

TEST(ReadHtml, RowsAreBlocksAndLayoutTablesAreNot) {
  EXPECT_EQ(Dump(ReadHtml("<table><tr><th>Year<th>Count</tr><tr><td><p>2022</p><p>May</p><td>7"
                          "<td></table>")),
            "T0 Year | Count\n"
            "T0 2022 May | 7\n");
  EXPECT_EQ(Dump(ReadHtml("<table><tr><td><p>menu</p><td><table><tr><td>a<td>b</table>text"
                          "</table>")),
            "P0 menu\n"
            "T0 a | b\n"
            "P0 text\n");
}

TEST(ReadHtml, LeavesOutWhatNobodySees) {
  const auto text = ReadHtml(
      "<body onload='x()'><script>alert(1)</script><style>p{}</style><!-- comment -->"
      "<noscript>no</noscript><iframe src='https://example.org'>frame</iframe>"
      "<p hidden>hidden</p><p style='color:red; DISPLAY : none'>hidden</p><p>seen</p></body>");
  EXPECT_EQ(Dump(text), "P0 seen\n");
  EXPECT_THAT(text->active_content, ElementsAre("event handler", "iframe", "script"));
  EXPECT_THAT(text->hidden, ElementsAre("hidden", "hidden"));
}

TEST(ReadHtml, ReadsEntitiesAndEncodings) {
  EXPECT_EQ(Dump(ReadHtml("<p>a &amp; b &lt;c&gt; &#1179;&nbsp;&eacute;")),
            "P0 a & b <c> \u049B\u00A0\u00E9\n");
  EXPECT_EQ(Dump(ReadHtml("<p>Žydrė, Қазақстан")), "P0 Žydrė, Қазақстан\n");
  // Declared windows-1251, and it is.
  EXPECT_EQ(Dump(ReadHtml("<meta charset=windows-1251><p>\xEF\xF0\xE8\xE2\xE5\xF2")),
            "P0 привет\n");
  // Declared windows-1251, but it is UTF-8.
  EXPECT_EQ(Dump(ReadHtml("<meta charset=windows-1251><p>привет")), "P0 привет\n");
}

TEST(ReadHtml, RefusesTagsOfManyAttributes) {
  const auto tag = [](int count, std::string_view between) {
    std::string page = "<script>if (a <b c d) {}</script><p>x</p><p";
    for (int i = 0; i < count; ++i) page += std::string(between) + "a" + std::to_string(i) + "='>'";
    return page + ">words";
  };
  EXPECT_THAT(Dump(ReadHtml(tag(200, " "))), HasSubstr("P0 words"));
  EXPECT_THAT(Dump(ReadHtml(tag(300, " "))), HasSubstr("failed: one of its tags has more than 256 attributes"));
  EXPECT_THAT(Dump(ReadHtml(tag(100'000, "/"))), HasSubstr("failed: "));
}

TEST(ReadHtml, ExpandsNoEntitiesOfThePage) {
  std::string laughs = "<!DOCTYPE html [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 20; ++i) {
    laughs += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) laughs += "&a" + std::to_string(i - 1) + ";";
    laughs += "'>";
  }
  const auto text = ReadHtml(laughs + "]><p>&a19;</p>");
  ASSERT_TRUE(text.ok());
  std::size_t size = 0;
  for (const HtmlBlock& block : text->blocks) size += block.text.size();
  EXPECT_LE(size, laughs.size() + 20);
}

TEST(ReadHtml, OpensNothing) {
  EXPECT_EQ(Dump(ReadHtml("<!DOCTYPE html SYSTEM \"file:///etc/passwd\" [<!ENTITY x SYSTEM "
                          "\"file:///etc/passwd\">]><p>&x;</p>")),
            "P0 ]>\nP0 &x;\n");
}

TEST(ReadHtml, LosesNoTextSilently) {
  std::string deep;
  for (int i = 0; i < 400; ++i) deep += "<div>";
  EXPECT_THAT(Dump(ReadHtml(deep + "lost")), HasSubstr("failed: it is nested deeper"));
  EXPECT_THAT(Dump(ReadHtml(std::string("<p>a\0b", 6))), HasSubstr("failed: it holds bytes"));
}

TEST(ReadHtml, OddPagesEndInBlocks) {
  EXPECT_EQ(Dump(ReadHtml("<p>")), "");
  EXPECT_EQ(Dump(ReadHtml("<tr><td>x")), "T0 x\n");
  EXPECT_EQ(Dump(ReadHtml("<table>x<td>y</table>z")), "P0 x\nP0 y\nP0 z\n");
  const std::string page =
      "<html><body><table><tr><td>a<td hidden>b</table><ul><li>c<pre>d</pre></ul></body>";
  std::mt19937 random(1);  // fixed seed: the same changes in every run
  for (int round = 0; round < 5000; ++round) {
    std::string changed = page;
    for (int i = 0; i < 4; ++i) {
      changed[random() % changed.size()] = "<>/tdrp \x80'\"&"[random() % 12];
    }
    const auto text = ReadHtml(changed);
    if (!text) continue;
    for (const HtmlBlock& block : text->blocks) EXPECT_FALSE(block.text.empty());
  }
}

}  // namespace
}  // namespace dossier::xml
