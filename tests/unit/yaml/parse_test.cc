// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/parse.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::yaml {
namespace {

struct Parsed {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<Node> root;

  [[nodiscard]] std::string Source(Span span) const {
    return std::string(sources.TextOf(span.file).substr(span.begin, span.end - span.begin));
  }
};

Parsed ParseText(std::string text) {
  Parsed parsed;
  const std::uint32_t file = parsed.sources.Add("case.yaml", std::move(text));
  parsed.root = Parse(parsed.sources, file, parsed.sink);
  return parsed;
}

/// "D0007 2:1 key "a" stands twice in this map | keep one of the two"
std::string Line(const Parsed& parsed, const diagnostics::Finding& finding) {
  const Span span = finding.place.span;
  const diagnostics::Position at = parsed.sources.PositionOf(span.file, span.begin);
  return std::string(diagnostics::Describe(finding.kind).code) + " " + std::to_string(at.line) +
         ":" + std::to_string(at.column) + " " + finding.Message() +
         (finding.hint.empty() ? "" : " | " + finding.hint.Full());
}

/// The text must be refused with exactly this finding.
void CheckRefused(const std::string& text, const std::string& line) {
  const Parsed parsed = ParseText(text);
  EXPECT_FALSE(parsed.root) << text.substr(0, 200);
  ASSERT_EQ(parsed.sink.findings().size(), 1U) << text.substr(0, 200);
  EXPECT_EQ(Line(parsed, parsed.sink.findings()[0]), line) << text.substr(0, 200);
}

/// Every value with its source, as a picture of the tree.
std::string Picture(const Parsed& parsed, const Node& node) {
  switch (node.kind) {
    case NodeKind::kNull:
      return "null";
    case NodeKind::kScalar:
      return (node.quoted ? "q:" : "") + node.text + "<" + parsed.Source(node.span) + ">";
    case NodeKind::kList: {
      std::string text = "[";
      for (const Node& item : node.items) text += Picture(parsed, item) + ";";
      return text + "]";
    }
    case NodeKind::kMap: {
      std::string text = "{";
      for (const Entry& entry : node.entries) {
        text += entry.key + "<" + parsed.Source(entry.key_span) +
                ">=" + Picture(parsed, entry.value) + ";";
      }
      return text + "}";
    }
  }
  return {};
}

void CheckPicture(const std::string& text, const std::string& picture) {
  const Parsed parsed = ParseText(text);
  for (const auto& finding : parsed.sink.findings()) ADD_FAILURE() << Line(parsed, finding);
  ASSERT_TRUE(parsed.root) << text.substr(0, 200);
  EXPECT_EQ(Picture(parsed, *parsed.root), picture) << text.substr(0, 200);
}

TEST(YamlTree, KeepsWordsAndPlaces) {
  CheckPicture("format: 1\nid: a-1\n", "{format<format>=1<1>;id<id>=a-1<a-1>;}");
  CheckPicture("a: [b, 'c''d', \"e\\n\"]", "{a<a>=[b<b>;q:c'd<'c''d'>;q:e\n<\"e\\n\">;];}");
  CheckPicture("- {a: 1}\n- b: 2\n", "[{a<a>=1<1>;};{b<b>=2<2>;};]");
  CheckPicture("a: {}\nb: []\n", "{a<a>={};b<b>=[];}");
  CheckPicture("---\na: 1\n...\n", "{a<a>=1<1>;}");
}

TEST(YamlTree, KeepsScalarsAsWritten) {
  CheckPicture("a: no\nb: 010\nc: 1.10\nd: 2026-02-30\n",
               "{a<a>=no<no>;b<b>=010<010>;c<c>=1.10<1.10>;d<d>=2026-02-30<2026-02-30>;}");
}

TEST(YamlTree, CountsBytesInLithuanianText) {
  CheckPicture("žž: ąčę\nė: \"šū\"\n", "{žž<žž>=ąčę<ąčę>;ė<ė>=q:šū<\"šū\">;}");
  CheckPicture("\xEF\xBB\xBFžž: ą\r\nb: c\r\n", "{žž<žž>=ą<ą>;b<b>=c<c>;}");
}

TEST(YamlTree, FindsTheEndOfFoldedAndBlockScalars) {
  CheckPicture("a: one\n  two\n\n  three\nb: 1\n",
               "{a<a>=one two\nthree<one\n  two\n\n  three>;b<b>=1<1>;}");
  CheckPicture("a: |\n  one\n  two # words\nb: 1\n",
               "{a<a>=q:one\ntwo # words\n<|\n  one\n  two # words>;b<b>=1<1>;}");
  CheckPicture("a: >-\n  one\n  two\n", "{a<a>=q:one two<>-\n  one\n  two>;}");
  CheckPicture("a: \"one\n  two\"\nb: 1\n", "{a<a>=q:one two<\"one\n  two\">;b<b>=1<1>;}");
}

TEST(YamlTree, EmptyValueHasTheSpanOfItsKey) {
  const Parsed parsed = ParseText("g:\nh: ~\nk: 1\n");
  ASSERT_TRUE(parsed.root);
  ASSERT_EQ(parsed.root->entries.size(), 3U);
  EXPECT_TRUE(parsed.root->entries[0].value.is_null());
  EXPECT_EQ(parsed.Source(parsed.root->entries[0].value.span), "g");
  EXPECT_TRUE(parsed.root->entries[1].value.is_null());
  EXPECT_EQ(parsed.Source(parsed.root->entries[1].value.span), "h");
}

TEST(YamlTree, EmptyItemPointsAtItsHyphen) {
  const Parsed parsed = ParseText("- a\n-\n- b\n");
  ASSERT_TRUE(parsed.root);
  ASSERT_EQ(parsed.root->items.size(), 3U);
  EXPECT_TRUE(parsed.root->items[1].is_null());
  EXPECT_EQ(parsed.root->items[1].span.begin, 4U);
}

TEST(YamlTree, SpansOfListsAndMapsCoverThem) {
  const Parsed parsed = ParseText("a: [b, {c: d} ] # end\ne:\n  - f\n  - g\nh: 1\n");
  ASSERT_TRUE(parsed.root);
  EXPECT_EQ(parsed.Source(parsed.root->entries[0].value.span), "[b, {c: d} ]");
  EXPECT_EQ(parsed.Source(parsed.root->entries[1].value.span), "- f\n  - g");
}

TEST(YamlStrictness, DuplicateKeys) {
  CheckRefused("a: 1\nb: 2\na: 3\n",
               "D0007 3:1 key \"a\" stands twice in this map | keep one of the two");
  CheckRefused("x: {a: 1, 'a': 2}\n",
               "D0007 1:11 key \"a\" stands twice in this map | keep one of the two");
  const Parsed parsed = ParseText("a: 1\nb: {c: 1, c: 2}\na: 3\n");
  ASSERT_EQ(parsed.sink.findings().size(), 2U);
  ASSERT_EQ(parsed.sink.findings()[1].related.size(), 1U);
  EXPECT_EQ(parsed.sink.findings()[1].related[0].place.span.begin, 0U);
}

TEST(YamlStrictness, TrailingContent) {
  const std::string ignored = " content after the end of the document would be ignored | ";
  CheckRefused("- a\nb: 1\n",
               "D0008 2:1" + ignored +
                   "check the indentation: this line does not continue what stands above");
  CheckRefused("{a: 1} foo\n", "D0008 1:8" + ignored + "put the whole value into quotation marks");
  CheckRefused(
      "a: 1\n---\nb: 2\n",
      "D0008 2:1" + ignored + "a case file is one document; put this into a file of its own");
}

TEST(YamlStrictness, UnclosedQuote) {
  const std::string unclosed =
      " this quotation mark is never closed | close it at the end of the value";
  CheckRefused("a: \"foo\nb: 1\n", "D0009 1:4" + unclosed);
  CheckRefused("a: \"foo\nb: 1", "D0009 1:4" + unclosed);
  CheckRefused("žž: 'it''s\nb: 1\n", "D0009 1:5" + unclosed);
  CheckRefused("a: 'foo\n---\nb: 1\n",
               "D0009 1:4" + unclosed + "; inside single quotes an apostrophe is written twice");
}

TEST(YamlStrictness, ForgottenQuoteThatALaterOneCloses) {
  const std::string unclosed =
      " this quotation mark is never closed | close it at the end of the value";
  CheckRefused("a: \"one\nb: \"two\"\n",
               "D0009 1:4" + unclosed + ", or indent the lines that belong to it");
  CheckRefused("a: [\n  'one,\n  'two'\n  ]\n",
               "D0009 2:3" + unclosed + "; inside single quotes an apostrophe is written twice");
  CheckRefused("a: \"one\nb: two\"\nc: 3\n",
               "D0009 1:4" + unclosed + ", or indent the lines that belong to it");
  CheckRefused("- x: 'one\n  y: two'\n",
               "D0009 1:6" + unclosed + ", or indent the lines that belong to it");
  CheckRefused("- {x: 'one}\n- {y: two'}\n",
               "D0009 1:7" + unclosed + ", or indent the lines that belong to it");
  CheckPicture("- x: 'one\n   two'\n", "[{x<x>=q:one two<'one\n   two'>;};]");
  CheckPicture("- 'one\n\n two'\n", "[q:one\ntwo<'one\n\n two'>;]");
}

TEST(YamlStrictness, ItemThatIsIndentedTooFar) {
  CheckRefused("- a\n - b\n",
               "D0006 2:2 this is not valid YAML: this hyphen goes on with the words above "
               "| put it below the hyphens of its list, or the words into quotation marks");
  CheckRefused(
      "k:\n- a: b\n    - c\n",
      "D0006 3:5 this is not valid YAML: this hyphen goes on with the "
      "words above | put it below the hyphens of its list, or the words into quotation marks");
}

TEST(YamlStrictness, AliasesAndTags) {
  const std::string unused = " anchors, aliases, merge keys and tags are not used in case files: ";
  CheckRefused("a: &x 1\nb: *x\n", "D0010 1:4" + unused + "\"&x\" | write the value out");
  CheckRefused("a: 1\nb: *x\n", "D0010 2:4" + unused +
                                    "\"*x\" | write the value out, or put it into quotation marks");
  CheckRefused("<<: {a: 1}\n", "D0010 1:1" + unused + "\"<<\" | write the value out");
  CheckRefused("a: !!str 1\n", "D0010 1:4" + unused + "\"!!str\" | write the value out");
  CheckRefused("a: ! x\n", "D0010 1:4" + unused + "\"!\" | write the value out");
  CheckRefused("a: !mine [1]\n", "D0010 1:4" + unused + "\"!mine\" | write the value out");
  CheckRefused("&a [1, *a]\n", "D0010 1:1" + unused + "\"&a\" | write the value out");
}

TEST(YamlStrictness, LineWithoutColon) {
  CheckRefused("a: 1\nb\n",
               "D0006 2:1 this is not valid YAML: no colon follows this word | "
               "write a key, a colon, a space and a value");
  CheckRefused("a: 1\nb:c\n",
               "D0006 2:1 this is not valid YAML: no colon follows this word | "
               "put a space after the colon");
  CheckRefused("{a, b: 1}\n",
               "D0006 1:2 this is not valid YAML: no colon follows this word | "
               "write a key, a colon, a space and a value");
  CheckRefused(
      "{a: words, more words, b: 1}\n",
      "D0006 1:12 this is not valid YAML: no colon follows this word | a comma between braces "
      "begins a new key; put a value that has one into quotation marks");
}

TEST(YamlStrictness, Indentation) {
  CheckRefused("a:\n\tb: 1\n",
               "D0006 2:1 this is not valid YAML: a tab indents this line | indent with spaces");
  CheckRefused("a:\n    b: 1\n  c: 2\n",
               "D0006 3:3 this is not valid YAML: this line does not line up with the lines it "
               "belongs to | begin all keys of one map, and all hyphens of one list, in the same "
               "column");
  CheckRefused("a: 1\n  b: 2\n",
               "D0006 2:4 this is not valid YAML: a key cannot stand here | "
               "begin it in the same column as the keys it belongs to");
}

TEST(YamlStrictness, WordsThatNeedQuotes) {
  CheckRefused("a: b: c\n",
               "D0006 1:5 this is not valid YAML: a second colon in one value | "
               "put the value into quotation marks");
  CheckRefused("a: \"b\" c\n",
               "D0006 1:8 this is not valid YAML: words stand after a closing "
               "quotation mark | put the whole value into one pair of quotation marks");
  CheckRefused("a: @b\n",
               "D0006 1:4 this is not valid YAML: a value cannot begin with this "
               "character | put the value into quotation marks");
  CheckRefused("a: \"\\q\"\n",
               "D0006 1:5 this is not valid YAML: a backslash begins an escape in "
               "double quotation marks | use single quotation marks, or write the backslash twice");
}

TEST(YamlStrictness, Brackets) {
  CheckRefused("a: [b, c\nd: 1\n",
               "D0006 1:4 this is not valid YAML: this list is never closed, or "
               "a comma is missing in it | close it with ]");
  CheckRefused("a: {b: c\n",
               "D0006 1:4 this is not valid YAML: this map is never closed, or a comma "
               "is missing in it | close it with }");
  CheckRefused("a: [1, 2\n",
               "D0006 1:4 this is not valid YAML: this bracket is never closed | close it "
               "with ] or }");
  CheckRefused("a: ]\n",
               "D0006 1:4 this is not valid YAML: this bracket closes nothing | delete it, "
               "or open it before");
}

TEST(YamlLimits, Depth) {
  CheckPicture(
      std::string(64, '[') + "x" + std::string(64, ']'), std::string(64, '[') + "x<x>;" + [] {
        std::string close;
        for (int i = 0; i < 63; ++i) close += "];";
        return close + "]";
      }());
  CheckRefused(std::string(65, '[') + std::string(65, ']'),
               "D0011 1:65 nested deeper than 64 levels");
  CheckRefused("a: " + std::string(1000, '[') + std::string(1000, ']'),
               "D0011 1:67 nested deeper than 64 levels");
  CheckRefused(std::string(100000, '{'),
               "D0006 1:1 this is not valid YAML: this bracket is never "
               "closed | close it with ] or }");
}

TEST(YamlLimits, Size) {
  CheckRefused(std::string((16U << 20U) + 1, 'a'),
               "D0005 1:1 this file has 16777217 bytes; at most 16777216 are read | split it into "
               "several files");
}

TEST(YamlBytes, InvalidUtf8AndControls) {
  CheckRefused("a: \xFFx\n", "D0003 1:4 byte FF is not valid UTF-8 | save the file as UTF-8");
  CheckRefused("a: \xC0\x80\n", "D0003 1:4 byte C0 is not valid UTF-8 | save the file as UTF-8");
  CheckRefused("a: \xED\xA0\x80\n",
               "D0003 1:4 byte ED is not valid UTF-8 | save the file as UTF-8");
  CheckRefused(std::string("ž: \0x\n", 7),
               "D0004 1:4 control character U+0000 is not allowed here | "
               "delete it; it is invisible in most editors");
  CheckRefused("a: \x1B[31m\n",
               "D0004 1:4 control character U+001B is not allowed here | delete it; "
               "it is invisible in most editors");
  CheckRefused("a: x\xE2\x80\xAEy\n",
               "D0004 1:5 control character U+202E is not allowed here | delete "
               "it; it makes the text on the screen differ from the text in the file");
  CheckRefused(
      "a: 1\rb: 2\n",
      "D0004 1:5 control character U+000D is not allowed here | end lines with a line feed");
}

TEST(YamlBytes, EmptyFiles) {
  const std::string empty =
      "D0018 1:1 this file is empty | begin with the line `format: 1`, or delete the file";
  CheckRefused("", empty);
  CheckRefused("\n\n", empty);
  CheckRefused("# only words\n", empty);
  CheckRefused("---\n", "D0018 1:1 this file is empty");
}

}  // namespace
}  // namespace dossier::yaml
