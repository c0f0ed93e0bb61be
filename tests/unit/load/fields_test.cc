// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/fields.h"

#include <gtest/gtest.h>

#include "compiler/load/values.h"
#include "compiler/yaml/parse.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

struct Part {
  std::string label;
  int count = 0;
  std::optional<int> limit;
  std::vector<std::string> tags;
  std::vector<std::pair<model::Text, std::string>> words;
};

void DecodePart(Fields& fields, Part& part) {
  fields.Required("label", part.label, kString);
  fields.Optional("count", part.count, NumberDecoder{.min = 1, .max = 9});
  fields.Optional("limit", part.limit, kNumber);
  fields.Optional("tags", part.tags, OneOrMore(kId));
  fields.Optional("words", part.words, MapOf(kString));
}

struct Decoded {
  Part part;
  std::string findings;
};

Decoded Decode(const std::string& text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("part.yaml", text);
  Decoded decoded;
  const std::optional<yaml::Node> root = yaml::Parse(sources, file, sink);
  if (root) Record(DecodePart)({*root, "part", sink}, decoded.part);
  decoded.findings = Lines(sources, sink);
  return decoded;
}

TEST(Fields, DecodesEachKey) {
  const Decoded decoded = Decode("label: 010\ncount: 3\nlimit: 0\ntags: [a, b]\nwords: {x: 'y'}\n");
  EXPECT_EQ(decoded.findings, "");
  EXPECT_EQ(decoded.part.label, "010") << "text stays as written";
  EXPECT_EQ(decoded.part.count, 3);
  EXPECT_EQ(decoded.part.limit, 0);
  EXPECT_EQ(decoded.part.tags, (std::vector<std::string>{"a", "b"}));
  ASSERT_EQ(decoded.part.words.size(), 1U);
  EXPECT_EQ(decoded.part.words[0].first.value, "x");
}

TEST(Fields, OneWithoutBrackets) {
  EXPECT_EQ(Decode("label: a\ntags: b\n").part.tags, std::vector<std::string>{"b"});
}

TEST(Fields, NumbersAreDecimalAndBounded) {
  for (const std::string number :
       {"0", "10", "-1", "010", "1.0", "1e0", "0x1", "'1'", "99999999999999"}) {
    const Decoded decoded = Decode("label: a\ncount: " + number + "\n");
    EXPECT_EQ(decoded.part.count, 0) << number;
    EXPECT_TRUE(decoded.findings.starts_with(
        "part.yaml:2:8 D0103 \"count\" wants a whole number from 1 to 9, this is "))
        << decoded.findings;
  }
}

TEST(Fields, ReportsEverythingAtOnce) {
  EXPECT_EQ(Decode("lable: a\ncount: [1]\ntags: [A, b, {c: d}]\nwords: x\n").findings,
            "part.yaml:1:1 D0102 the key \"label\" is missing\n"
            "part.yaml:2:8 D0103 \"count\" wants a whole number from 1 to 9, this is a list\n"
            "part.yaml:3:8 D0108 \"A\" is not an id: small letters, digits, hyphens and dots\n"
            "part.yaml:3:14 D0103 \"tags\" wants an id, this is a map\n"
            "part.yaml:4:8 D0103 \"words\" wants a map, this is a word\n"
            "part.yaml:1:1 D0101 unknown key \"lable\" | did you mean \"label\"?\n");
}

TEST(Fields, UnknownKeyFarFromAllListsThem) {
  EXPECT_EQ(
      Decode("label: a\nzzzzzz: 1\n").findings,
      "part.yaml:2:1 D0101 unknown key \"zzzzzz\" | one of label, count, limit, tags, words\n");
}

TEST(Ids, Shape) {
  for (const std::string good : {"a", "e14", "lt.utpi.87.1.1", "a-b", "0"}) {
    EXPECT_EQ(Decode("label: a\ntags: " + good + "\n").findings, "") << good;
  }
  for (const std::string bad : {"A", "-a", ".a", "a b", "ž", "a_b", "a/b"}) {
    EXPECT_NE(Decode("label: a\ntags: " + bad + "\n").findings.find("D0108"), std::string::npos)
        << bad;
  }
}

}  // namespace
}  // namespace dossier::load
