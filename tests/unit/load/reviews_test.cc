// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/reviews.h"

#include <gtest/gtest.h>

#include "compiler/load/load_case.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

model::Review ReviewOf(std::string exhibit, std::string by, std::uint8_t byte = 7, std::string note = "") {
  model::Review review;
  review.exhibit.value = std::move(exhibit);
  review.by = std::move(by);
  review.sha256.emplace_back().bytes.fill(byte);
  review.note = std::move(note);
  return review;
}

std::vector<model::Review> Read(const std::string& text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto loaded = LoadCase(
      MemoryFiles({{"dossier.yaml", "format: 1\nid: s\ntitle: T\nlanguage: en\ntemplate: appeal-brief\n"},
                   {"reviews.yaml", text}}),
      sources, sink);
  EXPECT_TRUE(loaded) << Lines(sources, sink) << text;
  return loaded ? loaded->reviews : std::vector<model::Review>{};
}

TEST(Reviews, ANewFileReadsBack) {
  model::Review dated = ReviewOf("e2", "B", 8);
  dated.on.date = Date::Parse("2024-10-12");
  dated.sha256.emplace_back();
  const Result<std::string> text = WithReviews("", {ReviewOf("e1", "A. \"Quoted\" Žydrė\n\x01", 7, "p. 3: good"), dated});
  ASSERT_TRUE(text.ok()) << text.failure().reason;
  const std::vector<model::Review> reviews = Read(*text);
  ASSERT_EQ(reviews.size(), 2U);
  EXPECT_EQ(reviews[0].by, "A. \"Quoted\" Žydrė\n\x01");
  EXPECT_EQ(reviews[0].note, "p. 3: good");
  EXPECT_EQ(reviews[1].on.date->ToString(), "2024-10-12");
  EXPECT_EQ(reviews[1].sha256.size(), 2U);
}

TEST(Reviews, WhatPeopleWroteIsKeptToTheByte) {
  const std::string before =
      "format: 1\n# my own words\nreviews:\n    # the first\n    - exhibit: e1\n      by: A   # in ink\n      sha256: " +
      std::string(64, 'a') + "\n    # more to come";
  const Result<std::string> text = WithReviews(before, {ReviewOf("e2", "B")});
  ASSERT_TRUE(text.ok()) << text.failure().reason;
  EXPECT_TRUE(text->starts_with(before));
  EXPECT_NE(text->find("\n    - exhibit: e2\n"), std::string::npos) << *text;
  ASSERT_EQ(Read(*text).size(), 2U);
  const Result<std::string> more = WithReviews(*text, {ReviewOf("e3", "C")});
  ASSERT_TRUE(more.ok()) << more.failure().reason;
  EXPECT_TRUE(more->starts_with(*text));
  EXPECT_EQ(Read(*more).size(), 3U);
}

TEST(Reviews, ListsWithoutIndentationGrowToo) {
  const Result<std::string> text =
      WithReviews("format: 1\nreviews:\n- {exhibit: e1, by: A, sha256: " + std::string(64, 'a') + "}\n", {ReviewOf("e2", "B")});
  ASSERT_TRUE(text.ok()) << text.failure().reason;
  EXPECT_EQ(Read(*text).size(), 2U);
}

TEST(Reviews, AFileThatCannotGrowIsRefused) {
  const std::string digest(64, 'a');
  for (const char* before : {"format: 1\nreviews: []\n", "format: 1\nreviews: [",
                                    "format: 1\nreviews:\n- {exhibit: e1, by: A, sha256: x}\n", "reviews: 3\n"}) {
    EXPECT_FALSE(WithReviews(before, {ReviewOf("e2", "B")}).ok()) << before;
  }
  // A name that holds what looks like a line of the list changes nothing.
  const Result<std::string> text = WithReviews(
      "format: 1\nreviews:\n- exhibit: e1\n  sha256: " + digest + "\n  by: |\n    - x\n", {ReviewOf("e2", "B")});
  if (text.ok()) {
    EXPECT_EQ(Read(*text).size(), 2U);
  }
}

TEST(Reviews, AControlCharacterInANameIsEscaped) {
  const Result<std::string> text = WithReviews("", {ReviewOf("e1", "a\x1b[31m\tb")});
  ASSERT_TRUE(text.ok()) << text.failure().reason;
  EXPECT_EQ(text->find('\x1b'), std::string::npos);
  EXPECT_EQ(Read(*text)[0].by, "a\x1b[31m\tb");
}

}  // namespace
}  // namespace dossier::load
