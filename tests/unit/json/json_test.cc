// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "compiler/json/parse.h"
#include "compiler/json/strip.h"
#include "compiler/json/write.h"

namespace dossier::json {
namespace {

TEST(JsonWrite, KeepsTheOrderOfKeys) {
  Value value = Object();
  value.Add("z", 1);
  value.Add("a", Strings({"x", "y"}));
  value.Add("none", StringOrNull(""));
  value.Add("empty", Object());
  value.Add("truth", true);
  EXPECT_EQ(Write(value),
            "{\n  \"z\": 1,\n  \"a\": [\n    \"x\",\n    \"y\"\n  ],\n  \"none\": null,\n"
            "  \"empty\": {},\n  \"truth\": true\n}\n");
  EXPECT_EQ(WriteCompact(value), R"({"z":1,"a":["x","y"],"none":null,"empty":{},"truth":true})");
}

TEST(JsonWrite, Numbers) {
  EXPECT_EQ(WriteCompact(std::numeric_limits<std::int64_t>::min()), "-9223372036854775808");
  EXPECT_EQ(WriteCompact(0.1), "0.1");
  EXPECT_EQ(WriteCompact(std::nan("")), "null");
}

TEST(JsonWrite, StringsAreSafe) {
  EXPECT_EQ(Quote("Žinia \"a\\b\"\n"), R"("Žinia \"a\\b\"\n")");
  EXPECT_EQ(Quote("\x1B[31m"), "\"\\u001b[31m\"");
  EXPECT_EQ(Quote("a\xC2\x9B"
                  "b\xE2\x80\xAE"),
            "\"a\\u009bb\\u202e\"");
  EXPECT_EQ(Quote("a\xFFz\xC3"), "\"a\xEF\xBF\xBDz\xEF\xBF\xBD\"");
  EXPECT_EQ(Quote(std::string("a\0b", 3)), "\"a\\u0000b\"");
  EXPECT_EQ(Quote("\xF0\x9F\x93\x84"), "\"\xF0\x9F\x93\x84\"");
}

void CheckRefused(std::string_view text, std::string_view reason) {
  const Result<Value> value = Parse(text);
  ASSERT_FALSE(value.ok()) << text;
  EXPECT_EQ(value.failure().reason, reason);
}

TEST(JsonParse, ComesBackAsItWas) {
  const std::string text = R"({"b":[1,-2,0.5,"ž\u0001",null,true],"a":{"c":[]}})";
  const Result<Value> value = Parse(text);
  ASSERT_TRUE(value.ok()) << value.failure().reason;
  EXPECT_EQ(WriteCompact(*value), text);
  ASSERT_NE(value->Find("a"), nullptr);
  EXPECT_NE(value->Find("a")->Find("c")->array(), nullptr);
  EXPECT_EQ(value->Find("missing"), nullptr);
}

TEST(JsonParse, IsStrict) {
  CheckRefused(R"({"a":1,"b":2,"a":3})", "the key \"a\" stands twice");
  CheckRefused("[1] 2", "this is not valid JSON at byte 5");
  CheckRefused("[1,]", "this is not valid JSON at byte 4");
  CheckRefused("", "this is not valid JSON at byte 1");
  CheckRefused("\"a\xFF\"", "this is not valid JSON at byte 3");
  CheckRefused("18446744073709551615", "the number is too large");
  CheckRefused("[NaN]", "this is not valid JSON at byte 2");
  CheckRefused(std::string(65, '['), "nested too deep");
  CheckRefused(std::string(1000000, '['), "nested too deep");
}

TEST(StripTest, TheMemberGoesAndTheRestIsWhatWriteWrote) {
  Value whole = Object();
  whole.Add("format", 1);
  Value rest = whole;
  whole.Add("environment", Object());
  const Result<std::string> stripped = WithoutMember(Write(whole), "environment");
  ASSERT_TRUE(stripped);
  EXPECT_EQ(*stripped, Write(rest));
}

TEST(StripTest, WhatIsNotOneObjectIsRefused) {
  EXPECT_FALSE(WithoutMember("[1]", "a"));
  EXPECT_FALSE(WithoutMember("{\"a\": 1} x", "a"));
}

}  // namespace
TEST(JsonStreamTest, WritesWhatWriteWrites) {
  const Value inner = Members("b", 1, "c", Array());
  const Value whole = Members("a", "x", "list", Value::Array{inner, Value(2)}, "none", Array(), "o", inner);
  ObjectStream out;
  out.Member("a", "x");
  out.BeginArray("list");
  out.Item(inner);
  out.Item(2);
  out.EndArray();
  out.BeginArray("none");
  out.EndArray();
  out.Member("o", inner);
  EXPECT_EQ(out.Finish(), Write(whole));
  ObjectStream empty;
  EXPECT_EQ(empty.Finish(), Write(Object()));
}

TEST(JsonStreamTest, LongPlainTextKeepsItsEscapes) {
  EXPECT_EQ(Quote("eight or more, then \"quoted\" and \\ and \x01 and \xC4\x97, and more words"),
            "\"eight or more, then \\\"quoted\\\" and \\\\ and \\u0001 and \xC4\x97, and more words\"");
}

}  // namespace dossier::json
