// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/webpage/charset.h"

#include <gtest/gtest.h>

#include <string>

#include "compiler/webpage/saved_time.h"

namespace dossier::webpage {
namespace {

TEST(ToUtf8, KnowsTheSetsOfTheRegion) {
  EXPECT_EQ(ToUtf8("\xC6\xE0\xED\xED\xE0", "windows-1251").text, "Жанна");
  EXPECT_EQ(ToUtf8("\xF6\xC1\xCE\xCE\xC1", "KOI8-R").text, "Жанна");
  EXPECT_EQ(ToUtf8("\xDEydr\xEB", "iso-8859-13").text, "Žydrė");
  EXPECT_EQ(ToUtf8("\xDEydr\xEB", "Windows-1257").text, "Žydrė");
  EXPECT_EQ(ToUtf8(std::string("\x16\x04\x30\x04", 4), "utf-16le").text, "Жа");
  EXPECT_EQ(ToUtf8("gr\xFC\xDF", "iso-8859-1").text, "grüß");
}

TEST(ToUtf8, MarksWhatTheSetDoesNotHave) {
  const Converted damaged = ToUtf8("a\xFF z", "utf-8");
  EXPECT_EQ(damaged.text, "a\uFFFD z");
  EXPECT_EQ(damaged.damaged, 1);
  // 0x98 means nothing in Windows-1251.
  const Converted hole = ToUtf8("\xC6\x98\xE0", "windows-1251");
  EXPECT_EQ(hole.text, "Ж\uFFFDа");
  EXPECT_EQ(hole.damaged, 1);
}

TEST(ToUtf8, SaysWhenItDoesNotKnowTheSet) {
  const Converted unknown = ToUtf8("plain žodis", "x-no-such-set");
  EXPECT_FALSE(unknown.known);
  EXPECT_EQ(unknown.text, "plain žodis");
  EXPECT_FALSE(ToUtf8("\xE0", "x-no-such-set").known);
  // An instruction to the tables is not followed.
  EXPECT_EQ(ToUtf8("\xC6\x98\xE0", "windows-1251//IGNORE").damaged, 1);
}

TEST(ToUtf8, TakesAsciiForWhatItIs) {
  EXPECT_EQ(ToUtf8("žodis", "us-ascii").text, "žodis");
  EXPECT_EQ(ToUtf8("gr\xFC\xDF", "").text, "grüß");
  EXPECT_TRUE(ToUtf8("gr\xFC\xDF", "").known);
}

TEST(FromScriptTime, GoesToUtc) {
  EXPECT_EQ(FromScriptTime("Mon Sep 30 2024 12:12:00 GMT+0200 (Central European Summer Time)"), "2024-09-30T10:12:00Z");
  EXPECT_EQ(FromScriptTime("Tue Jan 01 2024 00:30:05 GMT+0500"), "2023-12-31T19:30:05Z");
  EXPECT_EQ(FromScriptTime("Sun Dec 31 2023 23:30:00 GMT-0330"), "2024-01-01T03:00:00Z");
  EXPECT_EQ(FromScriptTime("30 September"), "");
  EXPECT_EQ(FromScriptTime("Mon Feb 31 2024 12:12:00 GMT+0200"), "");
}

}  // namespace
}  // namespace dossier::webpage
