// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/markup.h"

#include <gtest/gtest.h>

#include "compiler/foundation/utf8.h"
#include "compiler/xml/foreign.h"
#include "tests/unit/docx/opened.h"

namespace dossier::docx {
namespace {

TEST(Markup, ClosesWhatIsOpen) {
  Markup xml = Markup::File();
  xml.Begin("a", {{"k", "1 < 2 & \"x\""}});
  xml.Begin("b");
  xml.Words("]]> & <");
  EXPECT_EQ(xml.Take(),
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            "<a k=\"1 &lt; 2 &amp; &quot;x&quot;\"><b>]]&gt; &amp; &lt;</b></a>");
}

TEST(Markup, WhatXmlCannotHoldLeavesATrace) {
  EXPECT_EQ(Escaped(std::string("a\0b\x07" "c\x1B", 6)), "a\uFFFDb\uFFFDc\uFFFD");
  EXPECT_EQ(Escaped("\xEF\xBF\xBE\xEF\xBF\xBF"), "\uFFFD\uFFFD") << "U+FFFE and U+FFFF";
  EXPECT_EQ(Escaped("\xC3(\xED\xA0\x80"), "\uFFFD(\uFFFD\uFFFD\uFFFD") << "not UTF-8; a surrogate";
  EXPECT_EQ(Escaped("a\tb\nc\rd"), "a&#9;b&#10;c&#13;d");
}

// Every code point below U+3000 and some above: a reader gets back what was written, or U+FFFD.
TEST(Markup, EveryCharacterComesBack) {
  for (char32_t code = 1; code < 0x11000; code += code < 0x3000 ? 1 : 97) {
    if (code >= 0xD800 && code < 0xE000) continue;
    const std::string text = "[" + utf8::Encode(code) + "]";
    Markup xml = Markup::File();
    xml.Element("a", text, {{"k", text}});
    test::Outline outline;
    ASSERT_TRUE(xml::ReadForeignXml(xml.Take(), outline).ok()) << utf8::CodePointName(code);
    const bool held = code >= 0x20 || code == '\t' || code == '\n' || code == '\r';
    const std::string expected = held && code != 0xFFFE && code != 0xFFFF ? text : "[\uFFFD]";
    EXPECT_EQ(outline.text, "a k=" + expected + "\n\"" + expected + "\"\n/a\n") << utf8::CodePointName(code);
  }
}

}  // namespace
}  // namespace dossier::docx
