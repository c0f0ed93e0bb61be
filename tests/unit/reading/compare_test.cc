// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/compare.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::reading {
namespace {

/// Words one beside the other, each letter ten pixels wide, two letters apart.
template <typename W>
std::vector<W> Row(const std::string& text, int top = 0) {
  std::vector<W> words;
  int left = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    W word{};
    word.text = text.substr(at, end - at);
    const int wide = 10 * static_cast<int>(end - at);
    word.box = {left, top, left + wide, top + 30};
    words.push_back(std::move(word));
    left += wide + 20;
    at = end + 1;
  }
  return words;
}

std::vector<LayerWord> Layer(const std::string& text, bool ink = true) {
  std::vector<LayerWord> words = Row<LayerWord>(text);
  for (LayerWord& word : words) word.quoted = true, word.ink = ink;
  return words;
}

std::vector<Word> Reading(const std::string& text, int confidence) {
  std::vector<Word> words = Row<Word>(text);
  for (Word& word : words) word.confidence = confidence;
  return words;
}

/// A quotation of one line and what both readings of its picture say.
Comparison Of(const std::string& layer, const std::string& first, const std::string& second, int confidence = 95) {
  return Compare({.passages = {{.page = 1, .layer = Layer(layer), .readings = {Reading(first, confidence), Reading(second, confidence)}}}});
}
Comparison Of(const std::string& layer, const std::string& both, int confidence = 95) { return Of(layer, both, both, confidence); }

TEST(CompareTest, TheSameWordsAreConfirmed) {
  EXPECT_EQ(Of("He was held in 1990.", "He was held in 1990.").agreement, Agreement::kConfirmed);
}

TEST(CompareTest, PartingAndJoiningOfWordsDoesNotMatter) {
  EXPECT_EQ(Of("He was held in 1990.", "Hewas he ld in 19 90").agreement, Agreement::kConfirmed);
}

TEST(CompareTest, AnotherDigitThatBothAreSureOfContradicts) {
  const Comparison comparison = Of("He was held in 1990.", "He was held in 1900.");
  EXPECT_EQ(comparison.agreement, Agreement::kContradicted);
  EXPECT_EQ(comparison.layer, "1990");
  EXPECT_EQ(comparison.picture, "1900");
}

TEST(CompareTest, AnotherDigitInOneReadingIsUnclear) {
  EXPECT_EQ(Of("He was held in 1990.", "He was held in 1990.", "He was held in 1900.").agreement, Agreement::kUnclear);
  EXPECT_EQ(Of("He was held in 1990.", "He was held in 1900.", 60).agreement, Agreement::kUnclear);
}

TEST(CompareTest, ANameIsNeverFolded) {
  EXPECT_EQ(Of("He met Bodrov there", "He met Boclrov there").agreement, Agreement::kUnclear);
  EXPECT_EQ(Of("He met Petrov there", "He met Petrova there").agreement, Agreement::kContradicted);
}

TEST(CompareTest, OtherWordsAreFoldedWithinTheDeclaredClasses) {
  EXPECT_EQ(Of("He met a modern man", "He met a modem man").agreement, Agreement::kConfirmed);
  EXPECT_EQ(Of("He met a modern man", "He met a modest man").agreement, Agreement::kContradicted);
}

TEST(CompareTest, AnAccentThatWasLostIsUnclear) {
  EXPECT_EQ(Of("teismas nusprendė", "teismas nusprende").agreement, Agreement::kUnclear);
}

TEST(CompareTest, AWordThatTheLayerLacksIsNeverConfirmed) {
  EXPECT_EQ(Of("He was held there", "He was not held there").agreement, Agreement::kUnclear);
}

TEST(CompareTest, AWordThatWasNotReadIsUnclear) {
  const Comparison comparison = Of("He was not held there", "He was held there");
  EXPECT_EQ(comparison.agreement, Agreement::kUnclear);
  EXPECT_FALSE(comparison.reason.empty());
}

TEST(CompareTest, NothingVisibleContradicts) {
  const Passage blank{.page = 1, .layer = Layer("He was held there", false), .readings = {{}, {}}};
  const Comparison comparison = Compare({.passages = {blank}});
  EXPECT_EQ(comparison.agreement, Agreement::kContradicted);
  EXPECT_EQ(comparison.picture, "");
}

TEST(CompareTest, WithoutItsFontNothingIsSaid) {
  const Passage blank{.page = 1, .layer = Layer("He was held there", false), .readings = {{}, {}}};
  EXPECT_EQ(Compare({.passages = {blank}, .font_missing = true}).agreement, Agreement::kUnclear);
}

TEST(CompareTest, WithoutAPassageNothingIsSaid) {
  EXPECT_EQ(Compare({}).agreement, Agreement::kUnclear);
  EXPECT_EQ(Compare({.passages = {{.page = 1, .layer = Layer("He was held"), .readings = {}}}}).agreement, Agreement::kUnclear);
}

}  // namespace
}  // namespace dossier::reading
