// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <string>

#include "compiler/json/strip.h"
#include "compiler/json/value.h"

namespace dossier::json {
namespace {

TEST(JsonTest, MembersKeepTheirOrder) {
  const Value value = Object{{"b", 1}, {"a", Array{true, nullptr, "x"}}, {"empty", Object{}}};
  EXPECT_EQ(Print(value), "{\n  \"b\": 1,\n  \"a\": [\n    true,\n    null,\n    \"x\"\n  ],\n  \"empty\": {}\n}\n");
}

TEST(JsonTest, LettersStandAsTheyAreAndControlsAreEscaped) {
  EXPECT_EQ(Print(Value("Žydrė\x1b\"\n")), "\"Žydrė\\u001b\\\"\\n\"\n");
}

TEST(JsonTest, BytesThatAreNotUtf8BecomeReplacementCharacters) {
  EXPECT_EQ(Print(Value(std::string("a\xFF") + "b")), "\"a\xEF\xBF\xBD" "b\"\n");
}

TEST(JsonTest, AnEmptyStringIsNull) {
  EXPECT_EQ(Print(StringOrNull("")), "null\n");
  EXPECT_EQ(Print(StringOrNull("x")), "\"x\"\n");
}

TEST(StripTest, TheMemberGoesAndTheRestIsWhatPrintWrote) {
  const Object rest = {{"format", 1}, {"findings", Array{Object{{"code", "D0203"}}}}};
  Object whole = rest;
  whole.insert(whole.begin() + 1, {"environment", Object{{"sandbox", "partial"}}});
  const Result<std::string> stripped = WithoutMember(Print(whole), "environment");
  ASSERT_TRUE(stripped);
  EXPECT_EQ(*stripped, Print(rest));
}

TEST(StripTest, WhatIsNotOneStrictObjectIsRefused) {
  EXPECT_FALSE(WithoutMember("[1]", "a"));
  EXPECT_FALSE(WithoutMember("{\"a\": 1} x", "a"));
  EXPECT_FALSE(WithoutMember("{\"a\": 1, \"a\": 2}", "b"));
  EXPECT_FALSE(WithoutMember("{\"a\": \"\xFF\"}", "b"));
  EXPECT_FALSE(WithoutMember(std::string(100, '{') , "b"));
  EXPECT_FALSE(WithoutMember(std::string(100, '[') + std::string(100, ']'), "b"));
}

TEST(StripTest, TheSameKeyInTwoObjectsIsNoDuplicate) {
  EXPECT_TRUE(WithoutMember("{\"a\": {\"x\": 1}, \"b\": {\"x\": 1}}", "c"));
}

}  // namespace
}  // namespace dossier::json
