// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/parse.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace dossier::xml {
namespace {

struct Parsed {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<Element> root;

  [[nodiscard]] std::string Source(Span span) const {
    return std::string(sources.TextOf(span.file).substr(span.begin, span.end - span.begin));
  }
};

Parsed ParseText(std::string text) {
  Parsed parsed;
  const std::uint32_t file = parsed.sources.Add("template.xml", std::move(text));
  parsed.root = Parse(parsed.sources, file, parsed.sink);
  return parsed;
}

std::string Findings(const Parsed& parsed) {
  std::string text;
  for (const diagnostics::Finding& finding : parsed.sink.findings()) {
    const diagnostics::Position at =
        parsed.sources.PositionOf(finding.place.span.file, finding.place.span.begin);
    text += std::to_string(at.line);
    text += ':';
    text += std::to_string(at.column);
    text += ' ';
    text += diagnostics::Describe(finding.kind).code;
    text += ' ';
    text += finding.Message();
    text += '\n';
  }
  return text;
}

std::string Picture(const Element& element) {
  if (element.is_text()) return "'" + element.text + "'";
  std::string text = element.name + "(";
  for (const auto& [key, value] : element.attributes) text += key + "=" + value + ";";
  for (const Element& child : element.children) text += Picture(child);
  return text + ")";
}

void CheckPicture(const std::string& text, const std::string& picture) {
  const Parsed parsed = ParseText(text);
  EXPECT_EQ(Findings(parsed), "") << text;
  ASSERT_TRUE(parsed.root) << text;
  EXPECT_EQ(Picture(*parsed.root), picture) << text;
}

void CheckRefused(const std::string& text, const std::string& findings) {
  const Parsed parsed = ParseText(text);
  EXPECT_FALSE(parsed.root);
  EXPECT_EQ(Findings(parsed), findings);
}

TEST(XmlTree, ElementsWordsAttributes) {
  CheckPicture("<a b='1' c=\"x&amp;y&lt;&#38;#38;\"><d/>one <e>two</e> three</a>",
               "a(b=1;c=x&y<&#38;;d()'one 'e('two')' three')");
  CheckPicture(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n<a>x<!-- y "
      "-->z&amp;<![CDATA[<b>]]></a>\n",
      "a('xz&<b>')");
  CheckPicture("<x:a xmlns:x='urn:u' x:b='1'/>", "x:a(x:b=1;)");
  CheckPicture("<a>ž&#x10D;</a>", "a('žč')");
}

TEST(XmlTree, SpansAreBytesOfTheSource) {
  const Parsed parsed = ParseText("<!-- ž -->\n<ą b='&gt;'>\n  žodis <c\n d='e'/> ir</ą>\n");
  ASSERT_TRUE(parsed.root) << Findings(parsed);
  EXPECT_EQ(parsed.Source(parsed.root->span), "<ą b='&gt;'>");
  ASSERT_EQ(parsed.root->children.size(), 3U);
  EXPECT_EQ(parsed.Source(parsed.root->children[0].span), "\n  žodis ");
  EXPECT_EQ(parsed.Source(parsed.root->children[1].span), "<c\n d='e'/>");
  EXPECT_EQ(parsed.Source(parsed.root->children[2].span), " ir");
}

TEST(XmlTree, SpansFarIntoALongFile) {
  std::string text = "<a>";
  for (int i = 0; i < 100000; ++i) text += "<b>words</b>\n";
  const Parsed parsed = ParseText(text + "<last/></a>");
  ASSERT_TRUE(parsed.root) << Findings(parsed);
  EXPECT_EQ(parsed.Source(parsed.root->children.back().span), "<last/>");
  EXPECT_EQ(parsed.sources.PositionOf(0, parsed.root->children.back().span.begin).line, 100001);
}

TEST(XmlTree, TextOf) {
  const Parsed parsed = ParseText("<a>x<b>y<c/></b>z</a>");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(TextOf(*parsed.root), "xyz");
}

TEST(XmlStrictness, DoctypeOfAnyKind) {
  const std::string refused = " D0013 a DOCTYPE is refused: it could read other files\n";
  CheckRefused("<!DOCTYPE a><a/>", "1:1" + refused);
  CheckRefused("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>",
               "2:1" + refused);
  CheckRefused("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<a>&x;</a>",
               "1:1" + refused);
  std::string bomb = "<!DOCTYPE a [<!ENTITY a0 'xxxxxxxxxx'>";
  for (int i = 1; i < 10; ++i) {
    bomb += "<!ENTITY a" + std::to_string(i) + " '";
    for (int j = 0; j < 10; ++j) bomb += "&a" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  CheckRefused(bomb + "]><a>&a9;</a>", "1:1" + refused);
}

TEST(XmlStrictness, Syntax) {
  CheckRefused(
      "<a>\n  <b>\n</a>\n",
      "3:5 D0012 this is not valid XML: opening and ending tag mismatch: b line 2 and a\n");
  CheckRefused("<a>&nbsp;</a>", "1:10 D0012 this is not valid XML: entity 'nbsp' not defined\n");
  CheckRefused("<a b='1' b='2'/>", "1:15 D0012 this is not valid XML: attribute b redefined\n");
  CheckRefused("<a/><b/>",
               "1:5 D0012 this is not valid XML: extra content at the end of the document\n");
  CheckRefused("\n", "1:1 D0018 this file is empty\n");
  CheckRefused("<x:a/>",
               "1:5 D0012 this is not valid XML: namespace prefix x on a is not defined\n");
}

TEST(XmlStrictness, BytesAndEncoding) {
  CheckRefused("<a>\xFF</a>", "1:4 D0003 byte FF is not valid UTF-8\n");
  CheckRefused(
      "<?xml version='1.0' encoding='windows-1257'?><a>\xC5\xBE</a>",
      "1:1 D0012 this is not valid XML: the encoding of the file is UTF-8, and it declares "
      "another\n");
  const Parsed marked =
      ParseText("\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><a>\xC5\xBE</a>");
  ASSERT_TRUE(marked.root) << Findings(marked);
  EXPECT_EQ(marked.Source(marked.root->span), "<a>");
  EXPECT_EQ(marked.Source(marked.root->children.at(0).span), "\xC5\xBE");
}

TEST(XmlLimits, Depth) {
  const auto nested = [](int levels) {
    std::string text;
    for (int i = 0; i < levels; ++i) text += "<a>";
    for (int i = 0; i < levels; ++i) text += "</a>";
    return text;
  };
  EXPECT_TRUE(ParseText(nested(255)).root);
  CheckRefused(nested(257), "1:769 D0011 nested deeper than 256 levels\n");
  EXPECT_FALSE(ParseText(nested(100000)).root);
}

TEST(XmlHostile, Mutations) {
  constexpr std::string_view kSample =
      "<?xml version='1.0'?>\n<document id='a'>\n <p style=\"x\">Words &amp; <b>bold</b></p>\n "
      "<!-- c -->\n"
      "</document>\n";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text(kSample);
    constexpr std::string_view kSigns = "<>/&;'\"=!-[]? x";
    for (int edit = 0; edit < 3; ++edit) {
      text[static_cast<std::size_t>(random()) % text.size()] =
          kSigns[static_cast<std::size_t>(random()) % kSigns.size()];
    }
    const Parsed parsed = ParseText(text);
    EXPECT_EQ(parsed.root.has_value(), parsed.sink.findings().empty()) << text;
    for (const auto& finding : parsed.sink.findings()) {
      EXPECT_LE(finding.place.span.end, text.size());
    }
  }
}

}  // namespace
}  // namespace dossier::xml
