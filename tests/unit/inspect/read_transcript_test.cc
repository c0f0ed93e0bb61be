// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/read_transcript.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "compiler/inspect/cue_time.h"

namespace dossier::inspect {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

using Cue = std::pair<std::int64_t, std::string>;

std::vector<Cue> CuesOf(const std::string& text) {
  const auto transcript = ReadTranscript(text);
  EXPECT_TRUE(transcript.ok()) << (transcript ? "" : transcript.failure().reason);
  std::vector<Cue> cues;
  if (!transcript) return cues;
  for (const TextBlock& block : transcript->blocks) cues.emplace_back(block.at_ms, block.text);
  return cues;
}

TEST(Transcript, WebVtt) {
  const std::string text =
      "\xEF\xBB\xBFWEBVTT - a title\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE made\nfor a test\n\n"
      "first\n00:05.000 --> 00:09.500 align:start\n<v Ana>Do you <b>live</b> here?\n\n"
      "00:00:10.250 --> 00:00:12.000\n- Since 2011 &amp; before,\n- they say &lt;here&gt;.\n";
  EXPECT_TRUE(LooksLikeTranscript(text));
  EXPECT_THAT(CuesOf(text), ElementsAre(Pair(5000, "Ana: Do you live here?"),
                                        Pair(10250, "- Since 2011 & before, - they say <here>.")));
  EXPECT_THAT(ReadTranscript(text)->warnings, ElementsAre(HasSubstr("left out: 1")));
}

TEST(Transcript, SubRip) {
  const std::string text =
      "\r\n1\r\n00:00:01,600 --> 00:00:04,200\r\n{\\an8}<i>First</i> words <3\r\nand 2 more\r\n\r\n2\r\n"
      "01:02:03,004 --> 01:02:05,000\r\n1984\r\n\r\nstill said\r\n";
  EXPECT_TRUE(LooksLikeTranscript(text));
  EXPECT_THAT(CuesOf(text), ElementsAre(Pair(1600, "First words <3 and 2 more"), Pair(3723004, "1984 still said")));
}

TEST(Transcript, PlainTextWithTimes) {
  const std::string text =
      "Conversation of 3 May\n\n[00:00:05] Do you live in this street?\n(0:09) Since 2011,\nin this house.\n\n00:12:30 The end.\n12:30 is not when we met: 12:30.\n";
  EXPECT_FALSE(LooksLikeTranscript(text));
  EXPECT_THAT(CuesOf(text), ElementsAre(Pair(-1, "Conversation of 3 May"), Pair(5000, "Do you live in this street?"),
                                        Pair(9000, "Since 2011, in this house."), Pair(750000, "The end."),
                                        Pair(750000, "is not when we met: 12:30.")));
}

TEST(Transcript, CuesArePutInOrderOfTime) {
  const std::string text = "[00:00:09] b\n[00:00:05] a\n[00:00:09] c\n";
  EXPECT_THAT(CuesOf(text), ElementsAre(Pair(5000, "a"), Pair(9000, "b"), Pair(9000, "c")));
  EXPECT_THAT(ReadTranscript(text)->warnings, ElementsAre(HasSubstr("put in order")));
  EXPECT_THAT(ReadTranscript("[00:01] a\n[00:02] b\n")->warnings, IsEmpty());
}

TEST(Transcript, WhatHasNoTimesIsNone) {
  EXPECT_THAT(ReadTranscript("Words without a time.\n").failure().reason, HasSubstr("no time stands in it"));
  EXPECT_THAT(ReadTranscript("").failure().reason, HasSubstr("no time stands in it"));
  EXPECT_THAT(ReadTranscript("WEBVTT\n\nwords\n").failure().reason, HasSubstr("no time"));
  EXPECT_EQ(ReadTranscript("[00:01] \xEF\xF0\xE8").failure().reason, "it is not text in UTF-8");
  EXPECT_FALSE(LooksLikeTranscript("WEBVTTX\n"));
  EXPECT_FALSE(LooksLikeTranscript("1\nword\n"));
  EXPECT_FALSE(LooksLikeTranscript(""));
}

TEST(CueTime, Forms) {
  EXPECT_EQ(TakeTime("01:02:03.5")->at_ms, 3723500);
  EXPECT_EQ(TakeTime("2:03,0409x")->at_ms, 123040);
  EXPECT_EQ(TakeTime("2:03]")->rest, "]");
  EXPECT_EQ(TakeTime("100:00:00")->at_ms, 360000000);
  for (const char* text : {"", "12", "12:", "12:60", "00:60:00", "1:2:345", "a1:02", "99999:00:00"}) {
    EXPECT_FALSE(TakeTime(text).has_value()) << text;
  }
  EXPECT_EQ(CueBegin("00:01 --> 00:02"), 1000);
  EXPECT_FALSE(CueBegin("00:01 -> 00:02").has_value());
  EXPECT_FALSE(CueBegin("00:01 --> later").has_value());
}

TEST(CueTime, InWords) {
  EXPECT_EQ(TimeInWords(750999), "00:12:30");
  EXPECT_EQ(TimeInWords(360000000), "100:00:00");
  EXPECT_EQ(TimeInWords(-1), "00:00:00");
}

TEST(PlainCue, OnlyKnownTagsGo) {
  EXPECT_EQ(PlainCue("a < b > c <x> <00:00:01.000>d <font color=\"red\">e</font>", true), "a < b > c <x> d e");
  EXPECT_EQ(PlainCue("<v.loud Ana Lind>Stop</v> <c.green>now</c>", true), "Ana Lind: Stop now");
  EXPECT_EQ(PlainCue("R&amp;D &copy; &", true), "R&D &copy; &");
  EXPECT_EQ(PlainCue("R&amp;D", false), "R&amp;D");
  EXPECT_EQ(PlainCue("<v", true), "<v");
}

}  // namespace
}  // namespace dossier::inspect
