// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/webpage/page_facts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::webpage {
namespace {

using inspect::OddityKind;
using ::testing::ElementsAre;

TEST(ReadPage, TellsWhatThePageSaysOfItself) {
  const auto page = ReadPage(
      "<!doctype html>\n<!-- saved from url=(0027)https://example.org/a?b=1 -->\n<html lang=lt><head><title> A\n title </title>"
      "<meta name=author content='Ona Pavyzdė'><meta property='article:published_time' content='2024-05-06T07:08:09Z'>"
      "<meta name=generator content='Press 1'><link rel=canonical href='https://example.org/a'></head><body><p>words");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->description.title, "A title");
  EXPECT_THAT(page->description.authors, ElementsAre("Ona Pavyzdė"));
  EXPECT_THAT(page->description.tools, ElementsAre("Press 1"));
  EXPECT_EQ(page->description.created, "2024-05-06T07:08:09Z");
  EXPECT_EQ(page->description.language, "lt");
  ASSERT_EQ(page->captures.size(), 1u);
  EXPECT_EQ(page->captures[0].url, "https://example.org/a?b=1");
  EXPECT_EQ(page->blocks.size(), 1u);
}

TEST(ReadPage, KnowsTheCommentOfSingleFile) {
  const auto page = ReadPage(
      "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://example.org/x \n saved date: Mon Sep 30 2024 12:12:00 "
      "GMT+0200 (Zone)\n--><body><p>words");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->captures.size(), 1u);
  EXPECT_EQ(page->captures[0].url, "https://example.org/x");
  EXPECT_EQ(page->captures[0].at, "2024-09-30T10:12:00Z");
}

TEST(ReadPage, CountsHiddenWordsAndThingsFromElsewhere) {
  const auto page = ReadPage(
      "<body><p style='visibility: hidden'>one</p><div hidden><p>two</p></div><i style='display:none'></i>"
      "<span style='font-size:0'>three</span><p>seen</p><img src='https://cdn.example.org/a.png'><img src='a.png'>");
  ASSERT_TRUE(page.ok());
  ASSERT_EQ(page->blocks.size(), 1u);
  EXPECT_EQ(page->blocks[0].text, "seen");
  ASSERT_EQ(page->oddities.size(), 2u);
  EXPECT_EQ(page->oddities[0].kind, OddityKind::kHiddenPart);
  EXPECT_EQ(page->oddities[0].count, 3);
  EXPECT_EQ(page->oddities[0].detail, "one");
  EXPECT_EQ(page->oddities[1].kind, OddityKind::kReference);
  EXPECT_EQ(page->oddities[1].count, 1);
}

TEST(ReadPage, TakesTheCharsetOfItsWay) {
  const auto page = ReadPage("<p>\xEF\xF0\xE8\xE2\xE5\xF2", "windows-1251");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page->blocks[0].text, "привет");
  const std::string wide("\xFF\xFE<\0p\0>\0\x16\x04\x30\x04", 12);
  EXPECT_EQ(ReadPage(wide)->blocks[0].text, "Жа");
}

TEST(FirstWords, CutsBetweenLetters) {
  EXPECT_EQ(FirstWords("short", 10), "short");
  EXPECT_EQ(FirstWords("žžžž", 3), "ž…");
}

}  // namespace
}  // namespace dossier::webpage
