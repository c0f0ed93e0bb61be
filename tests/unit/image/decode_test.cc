// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/decode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jpeglib.h>
#include <png.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace dossier::image {
namespace {

using ::testing::HasSubstr;

std::string MakePng(png_uint_32 width, png_uint_32 height, png_uint_32 format,
                    const std::vector<unsigned char>& pixels) {
  png_image picture{};
  picture.version = PNG_IMAGE_VERSION;
  picture.width = width;
  picture.height = height;
  picture.format = format;
  png_alloc_size_t size = 0;
  EXPECT_NE(png_image_write_to_memory(&picture, nullptr, &size, 0, pixels.data(), 0, nullptr), 0);
  std::string file(size, '\0');
  EXPECT_NE(png_image_write_to_memory(&picture, file.data(), &size, 0, pixels.data(), 0, nullptr),
            0);
  return file;
}

std::string MakeJpeg(unsigned width, unsigned height, int components, unsigned char value,
                     bool progressive = false) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  jpeg.image_width = width;
  jpeg.image_height = height;
  jpeg.input_components = components;
  jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
  jpeg_set_defaults(&jpeg);
  if (progressive) jpeg_simple_progression(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  std::vector<unsigned char> row(width * static_cast<unsigned>(components), value);
  unsigned char* rows = row.data();
  while (jpeg.next_scanline < height) jpeg_write_scanlines(&jpeg, &rows, 1);
  jpeg_finish_compress(&jpeg);
  std::string file(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return file;
}

std::string WithOrientation(const std::string& jpeg, char orientation, bool big_endian) {
  std::string tiff = big_endian ? std::string("MM\0*\0\0\0\x8\0\x1\x1\x12\0\x3\0\0\0\x1\0", 19)
                                : std::string("II*\0\x8\0\0\0\x1\0\x12\x1\x3\0\x1\0\0\0", 18);
  tiff += orientation;
  tiff += std::string(big_endian ? 6 : 7, '\0');
  const std::string body = std::string("Exif\0\0", 6) + tiff;
  const auto length = static_cast<char>(body.size() + 2);
  return jpeg.substr(0, 2) + "\xFF\xE1" + std::string(1, '\0') + length + body + jpeg.substr(2);
}

unsigned At(const Raster& raster, std::size_t byte) {
  return static_cast<unsigned char>(raster.rgb.at(byte));
}

TEST(DecodePng, GivesRgb) {
  const auto raster = DecodePng(MakePng(2, 1, PNG_FORMAT_RGB, {1, 2, 3, 250, 251, 252}));
  ASSERT_TRUE(raster.ok()) << raster.failure().reason;
  EXPECT_EQ(raster->width, 2);
  EXPECT_EQ(raster->height, 1);
  EXPECT_EQ(raster->rgb, std::string("\x1\x2\x3\xFA\xFB\xFC"));
}

TEST(DecodePng, LaysTransparencyOnWhite) {
  const auto raster =
      DecodePng(MakePng(3, 1, PNG_FORMAT_RGBA, {10, 20, 30, 0, 10, 20, 30, 255, 0, 0, 0, 128}));
  ASSERT_TRUE(raster.ok());
  EXPECT_EQ(At(*raster, 0), 255u);
  EXPECT_EQ(At(*raster, 3), 10u);
  EXPECT_EQ(At(*raster, 6), 127u);
}

TEST(DecodePng, ReadsGrey) {
  const auto raster = DecodePng(MakePng(2, 2, PNG_FORMAT_GRAY, {0, 85, 170, 255}));
  ASSERT_TRUE(raster.ok());
  EXPECT_EQ(raster->rgb.size(), 12u);
  EXPECT_EQ(At(*raster, 3), 85u);
  EXPECT_EQ(At(*raster, 5), 85u);
}

/// A PNG as libpng's full interface writes it: any depth, kind and interlacing.
std::string MakeRawPng(png_uint_32 width, png_uint_32 height, int depth, int kind, int interlacing, const std::string& rows) {
  std::string file;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &file, [](png_structp to, png_bytep bytes, png_size_t size) {
    static_cast<std::string*>(png_get_io_ptr(to))->append(reinterpret_cast<const char*>(bytes), size);
  }, nullptr);
  png_set_IHDR(png, info, width, height, depth, kind, interlacing, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  std::string copy = rows;
  std::vector<png_bytep> pointers(height);
  for (std::size_t y = 0; y < height; ++y) {
    pointers[y] = reinterpret_cast<png_bytep>(copy.data()) + y * (copy.size() / height);
  }
  png_write_image(png, pointers.data());
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return file;
}

TEST(DecodePng, DeepGreysWithAlphaAndInterlaced) {
  const auto deep = DecodePng(MakeRawPng(2, 1, 16, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                                         std::string("\x80\x80\0\0\xFF\xFF\x10\x10\x20\x20\x30\x30", 12)));
  ASSERT_TRUE(deep.ok()) << deep.failure().reason;
  EXPECT_EQ(deep->rgb, std::string("\x80\0\xFF\x10\x20\x30", 6));
  const auto veiled = DecodePng(MakeRawPng(2, 1, 8, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_INTERLACE_NONE, std::string("\x40\xFF\x40\0", 4)));
  ASSERT_TRUE(veiled.ok());
  EXPECT_EQ(veiled->rgb, "\x40\x40\x40\xFF\xFF\xFF");
  std::string rows;
  for (int i = 0; i < 9 * 9; ++i) rows += static_cast<char>(3 * i);
  const auto woven = DecodePng(MakeRawPng(9, 9, 8, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_ADAM7, rows));
  ASSERT_TRUE(woven.ok());
  for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(woven->rgb.at(3 * i), rows[i]) << i;
}

TEST(DecodePng, EveryCutIsAFailure) {
  std::vector<unsigned char> noise(3 * 40 * 40);
  std::mt19937 random(1);  // fixed seed
  for (unsigned char& byte : noise) byte = static_cast<unsigned char>(random());
  const std::string file = MakePng(40, 40, PNG_FORMAT_RGB, noise);
  ASSERT_TRUE(DecodePng(file).ok());
  for (std::size_t i = 0; i < file.size(); i += 11) {
    EXPECT_FALSE(DecodePng(file.substr(0, i)).ok()) << i;
  }
}

TEST(DecodePng, SizeIsCheckedBeforeMemoryIsTaken) {
  std::string file = MakePng(1, 1, PNG_FORMAT_RGB, {1, 2, 3});
  // The head with 900,000 x 900,000 and its checksum, which libpng would complain about first.
  const unsigned char head[] = {'I',  'H',  'D',  'R', 0, 0x0D, 0xBB, 0xA0, 0,
                                0x0D, 0xBB, 0xA0, 8,   2, 0,    0,    0};
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const unsigned char byte : head) {
    crc ^= byte;
    for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1u) != 0 ? 0xEDB88320u : 0u);
  }
  crc ^= 0xFFFFFFFFu;
  file.replace(12, sizeof head, reinterpret_cast<const char*>(head), sizeof head);
  for (int i = 0; i < 4; ++i) {
    file[static_cast<std::size_t>(12 + 17 + i)] = static_cast<char>(crc >> (24 - 8 * i));
  }
  const auto raster = DecodePng(file);
  ASSERT_FALSE(raster.ok());
  EXPECT_THAT(raster.failure().reason, HasSubstr("at most 100 million"));
}

TEST(DecodeJpeg, ReadsGreyColourAndInk) {
  for (const int components : {1, 3, 4}) {
    const auto raster = DecodeJpeg(MakeJpeg(20, 10, components, 200, components == 3));
    ASSERT_TRUE(raster.ok()) << raster.failure().reason;
    EXPECT_EQ(raster->width, 20);
    EXPECT_EQ(raster->height, 10);
    EXPECT_EQ(raster->rgb.size(), 600u);
    // Adobe's inverted inks: 200 of 255 light through colour and black.
    EXPECT_NEAR(At(*raster, 0), components == 4 ? 157u : 200u, 3) << components;
  }
}

TEST(DecodeJpeg, AllEightWaysToTurn) {
  const std::string jpeg = MakeJpeg(20, 10, 3, 100);
  for (char orientation = 1; orientation <= 8; ++orientation) {
    const auto raster = DecodeJpeg(WithOrientation(jpeg, orientation, orientation % 2 == 0));
    ASSERT_TRUE(raster.ok());
    EXPECT_EQ(raster->width, orientation >= 5 ? 10 : 20) << int{orientation};
    EXPECT_EQ(raster->height, orientation >= 5 ? 20 : 10) << int{orientation};
  }
}

TEST(DecodeJpeg, TurnsAsExifSays) {
  const std::string jpeg = MakeJpeg(20, 10, 3, 100);
  for (const bool big_endian : {true, false}) {
    const std::string turned = WithOrientation(jpeg, 6, big_endian);
    EXPECT_EQ(ExifOrientation(turned), 6);
    const auto raster = DecodeJpeg(turned);
    ASSERT_TRUE(raster.ok()) << raster.failure().reason;
    EXPECT_EQ(raster->width, 10);
    EXPECT_EQ(raster->height, 20);
    EXPECT_EQ(ExifOrientation(WithOrientation(jpeg, 9, big_endian)), 1);
  }
  EXPECT_EQ(ExifOrientation(jpeg), 1);
}

TEST(DecodeJpeg, EveryCutIsAFailure) {
  const std::string file = WithOrientation(MakeJpeg(64, 64, 3, 90), 3, true);
  ASSERT_TRUE(DecodeJpeg(file).ok());
  for (std::size_t i = 0; i + 2 < file.size(); i += 5) {
    EXPECT_FALSE(DecodeJpeg(file.substr(0, i)).ok()) << i;
    static_cast<void>(ExifOrientation(file.substr(0, i)));
  }
}

TEST(DecodeJpeg, ToleratesWhatCamerasWrite) {
  std::string file = MakeJpeg(16, 16, 3, 90);
  // Stray bytes before the end marker.
  file.insert(file.size() - 2, "stray");
  EXPECT_TRUE(DecodeJpeg(file).ok());
}

TEST(Decode, SurvivesChangedBytes) {
  const std::string png = MakePng(4, 4, PNG_FORMAT_RGBA, std::vector<unsigned char>(64, 9));
  const std::string jpeg = WithOrientation(MakeJpeg(16, 16, 3, 90), 5, false);
  std::mt19937 random(1);  // fixed seed: the same changes in every run
  for (int round = 0; round < 3000; ++round) {
    std::string one = png;
    std::string other = jpeg;
    for (int i = 0; i < 3; ++i) {
      one[8 + random() % (one.size() - 8)] = static_cast<char>(random());
      other[2 + random() % (other.size() - 2)] = static_cast<char>(random());
    }
    for (const auto& raster : {DecodePng(one), DecodeJpeg(other)}) {
      if (!raster) continue;
      EXPECT_EQ(raster->rgb.size(), std::size_t{3} * static_cast<std::size_t>(raster->width) *
                                        static_cast<std::size_t>(raster->height));
    }
  }
}

}  // namespace
}  // namespace dossier::image
