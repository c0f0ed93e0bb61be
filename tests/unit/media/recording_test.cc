// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/media/recording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "compiler/media/stated_values.h"

namespace dossier::media {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string Big(std::uint64_t value, int bytes) {
  const std::string out = Little(value, bytes);
  return {out.rbegin(), out.rend()};
}

/// RIFF WAVE, one channel of 8 bits at 100 samples a second.
std::string Wav(std::uint32_t seconds) {
  const std::string data(seconds * 100, '\x80');
  const std::string format = Little(1, 2) + Little(1, 2) + Little(100, 4) + Little(100, 4) + Little(1, 2) + Little(8, 2);
  return "RIFF" + Little(36 + data.size(), 4) + "WAVEfmt " + Little(16, 4) + format + "data" + Little(data.size(), 4) + data;
}

std::string Box(const std::string& name, const std::string& body) { return Big(8 + body.size(), 4) + name + body; }
std::string Full(const std::string& name, const std::string& body, std::uint32_t flags = 0) { return Box(name, Big(flags, 4) + body); }

std::string Said(const std::string& name, const std::string& text) { return Box(name, Big(text.size(), 2) + Big(0x15C7, 2) + text); }

/// ISO base media with one track (ISO/IEC 14496-12).
std::string Mp4(std::uint32_t seconds, bool video, const std::string& said = "") {
  const std::uint64_t clock = 1'700'000'000u + 2'082'844'800u;
  const std::string matrix = Big(0x10000, 4) + Big(0, 12) + Big(0x10000, 4) + Big(0, 12) + Big(0x40000000, 4);
  const std::string head = Full("mvhd", Big(clock, 4) + Big(clock, 4) + Big(1000, 4) + Big(seconds * 1000, 4) + Big(0x10000, 4) + Big(0x100, 2) + Big(0, 10) + matrix + Big(0, 24) + Big(2, 4));
  const std::string track = Full("tkhd", Big(clock, 4) + Big(clock, 4) + Big(1, 4) + Big(0, 4) + Big(seconds * 1000, 4) + Big(0, 12) + Big(video ? 0 : 0x100, 2) + Big(0, 2) + matrix + Big(video ? 640u << 16 : 0, 4) + Big(video ? 480u << 16 : 0, 4), 3);
  const std::string media = Full("mdhd", Big(clock, 4) + Big(clock, 4) + Big(8000, 4) + Big(seconds * 8000, 4) + Big(0x55C4, 2) + Big(0, 2));
  const std::string handler = Full("hdlr", Big(0, 4) + (video ? "vide" : "soun") + Big(0, 13));
  const std::string entry = video ? Box("avc1", Big(1, 8) + Big(0, 16) + Big(640, 2) + Big(480, 2) + Big(0x480000, 4) + Big(0x480000, 4) + Big(0, 4) + Big(1, 2) + Big(0, 32) + Big(24, 2) + Big(0xFFFF, 2))
                                  : Box("mp4a", Big(1, 8) + Big(0, 8) + Big(1, 2) + Big(16, 2) + Big(0, 4) + Big(8000u << 16, 4));
  const std::string table = Box("stbl", Full("stsd", Big(1, 4) + entry) + Full("stts", Big(1, 4) + Big(seconds, 4) + Big(8000, 4)) + Full("stsc", Big(1, 4) + Big(1, 4) + Big(seconds, 4) + Big(1, 4)) + Full("stsz", Big(1, 4) + Big(seconds, 4)) + Full("stco", Big(1, 4) + Big(40, 4)));
  const std::string kind = video ? Full("vmhd", Big(0, 8), 1) : Full("smhd", Big(0, 4));
  const std::string info = Box("minf", kind + Box("dinf", Full("dref", Big(1, 4) + Full("url ", "", 1))) + table);
  const std::string brand = video ? "isom" : "M4A ";
  return Box("ftyp", brand + Big(0, 4) + brand + "isom") + Box("mdat", std::string(64, '\0')) +
         Box("moov", head + Box("trak", track + Box("mdia", media + handler + info)) + (said.empty() ? "" : Box("udta", said)));
}

TEST(Recording, Wave) {
  const auto recording = ReadRecording(Wav(3));
  ASSERT_TRUE(recording.ok()) << recording.failure().reason;
  EXPECT_FALSE(recording->video);
  EXPECT_EQ(recording->duration_ms, 3000);
  EXPECT_EQ(recording->form, "Wave: PCM");
  EXPECT_EQ(recording->recorded, "");
}

TEST(Recording, SoundAndVideoInOneKindOfContainer) {
  const auto sound = ReadRecording(Mp4(754, false));
  ASSERT_TRUE(sound.ok()) << sound.failure().reason;
  EXPECT_FALSE(sound->video);
  EXPECT_EQ(sound->duration_ms, 754'000);
  EXPECT_EQ(sound->recorded, "2023-11-14T22:13:20Z");
  const auto video = ReadRecording(Mp4(60, true, Said("\xA9xyz", "+54.6870+025.2800+100.000/") + Said("\xA9mak", "PhoneCo") + Said("\xA9mod", "X-9")));
  ASSERT_TRUE(video.ok()) << video.failure().reason;
  EXPECT_TRUE(video->video);
  EXPECT_EQ(video->form, "MPEG-4: AVC 640 x 480");
  EXPECT_EQ(video->width, 640);
  EXPECT_EQ(video->position, "54.6870, 25.2800");
  EXPECT_THAT(video->tools, ElementsAre("PhoneCo X-9"));
}

TEST(Recording, AmrAndMp3CountTheirFrames) {
  std::string amr = "#!AMR\n";
  for (int i = 0; i < 100; ++i) amr += "\x3C" + std::string(31, '\0');
  const auto speech = ReadRecording(amr);
  ASSERT_TRUE(speech.ok()) << speech.failure().reason;
  EXPECT_EQ(speech->duration_ms, 2000);
  std::string mp3;
  for (int i = 0; i < 100; ++i) mp3 += "\xFF\xFB\x90\xC0" + std::string(413, '\0');
  const auto music = ReadRecording(mp3);
  ASSERT_TRUE(music.ok()) << music.failure().reason;
  EXPECT_NEAR(static_cast<double>(music->duration_ms), 2612, 30);
}

TEST(Recording, WhatIsCutOffIsAFailure) {
  const std::string wav = Wav(3);
  EXPECT_THAT(ReadRecording(wav.substr(0, wav.size() - 20)).failure().reason, HasSubstr("cut off"));
  const std::string mp4 = Mp4(60, true);
  for (std::size_t size = 0; size < mp4.size(); size += 7) {
    EXPECT_FALSE(ReadRecording(mp4.substr(0, size)).ok()) << size;
  }
}

TEST(Recording, NeitherSoundNorPictures) {
  for (const std::string& file : {std::string(), std::string("words"), std::string(1000, '\0'), Box("ftyp", "isom" + Big(0, 4))}) {
    EXPECT_EQ(ReadRecording(file).failure().reason, "it holds neither sound nor moving pictures that can be read");
  }
}

TEST(StatedValues, Times) {
  EXPECT_EQ(IsoTime("2023-11-14 22:13:20 UTC"), "2023-11-14T22:13:20Z");
  EXPECT_EQ(IsoTime("UTC 2023-11-14 22:13:20"), "2023-11-14T22:13:20Z");
  EXPECT_EQ(IsoTime("UTC 2023-11-14 22:13:20.500"), "2023-11-14T22:13:20Z");
  EXPECT_EQ(IsoTime("2023-11-14T22:13:20+0200"), "2023-11-14T22:13:20+02:00");
  EXPECT_EQ(IsoTime("2023-11-14T22:13:20"), "2023-11-14T22:13:20");
  EXPECT_EQ(IsoTime("2023-11"), "2023-11");
  EXPECT_EQ(IsoTime("1904-01-01 00:00:00 UTC"), "");
  EXPECT_EQ(IsoTime("yesterday"), "");
}

TEST(StatedValues, PlacesAndLengths) {
  EXPECT_EQ(Position("-54.6870+025.2800+100.000/"), "-54.6870, 25.2800");
  EXPECT_EQ(Position("+54.6870-025.2800/"), "54.6870, -25.2800");
  EXPECT_EQ(Position("+4012-07500/"), "");
  EXPECT_EQ(Position("54.6870, 25.2800"), "");
  EXPECT_EQ(Position(""), "");
  EXPECT_EQ(Milliseconds("2612.5"), 2613);
  EXPECT_EQ(Milliseconds("-1"), -1);
  EXPECT_EQ(Milliseconds(""), -1);
  EXPECT_EQ(Milliseconds("1e300"), -1);
}

}  // namespace
}  // namespace dossier::media
