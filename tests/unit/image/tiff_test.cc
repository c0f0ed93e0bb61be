// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/tiff.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/image/decode.h"
#include "tests/unit/image/small_tiff.h"

namespace dossier::image {
namespace {

using testing::MakeTiff;
using testing::PageSpec;
using ::testing::HasSubstr;

/// 4 x 2 pixels of grey, all different.
PageSpec Grey() { return {.rows = std::string("\x00\x20\x40\x60\x80\xA0\xC0\xE0", 8)}; }

Raster Decoded(const std::string& file, std::size_t page = 0) {
  auto tiff = Tiff::Open(file);
  EXPECT_TRUE(tiff.ok()) << (tiff ? "" : tiff.failure().reason);
  if (!tiff) return {};
  auto raster = tiff->Decode(page);
  EXPECT_TRUE(raster.ok()) << (raster ? "" : raster.failure().reason);
  return raster ? std::move(raster).value() : Raster{};
}

/// The red of every pixel; for greys all there is.
std::string Reds(const Raster& raster) {
  std::string reds;
  for (std::size_t i = 0; i < raster.rgb.size(); i += 3) reds += raster.rgb[i];
  return reds;
}

std::string ReasonOf(const std::string& file) {
  auto tiff = Tiff::Open(file);
  if (!tiff) return tiff.failure().reason;
  for (std::size_t page = 0; page < tiff->pages().size(); ++page) {
    if (const auto raster = tiff->Decode(page); !raster) return raster.failure().reason;
  }
  return "";
}

TEST(Tiff, EveryLosslessCompressionGivesTheSamePixels) {
  for (const int compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS}) {
    PageSpec page = Grey();
    page.compression = static_cast<std::uint16_t>(compression);
    for (const char* mode : {"wl", "wb", "w8"}) {
      const Raster raster = Decoded(MakeTiff({page}, mode));
      EXPECT_EQ(raster.width, 4);
      EXPECT_EQ(raster.height, 2);
      EXPECT_EQ(Reds(raster), page.rows) << compression << mode;
      EXPECT_TRUE(IsGrey(raster));
    }
  }
}

TEST(Tiff, FaxIsBlackOnWhite) {
  for (const int compression : {COMPRESSION_CCITTFAX3, COMPRESSION_CCITTFAX4, COMPRESSION_CCITTRLE}) {
    PageSpec page{.width = 8, .height = 2, .bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = static_cast<std::uint16_t>(compression), .rows = std::string("\xF0\x01", 2)};
    EXPECT_EQ(Reds(Decoded(MakeTiff({page}))), std::string("\0\0\0\0\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0", 16)) << compression;
  }
}

TEST(Tiff, SixteenBitsPalettesInksAndTransparency) {
  PageSpec deep{.width = 2, .height = 1, .bits = 16, .rows = std::string("\x00\x80\xFF\xFF", 4)};
  EXPECT_NEAR(static_cast<unsigned char>(Reds(Decoded(MakeTiff({deep}, "wl")))[0]), 0x80, 1);
  std::vector<std::uint16_t> red(256, 0), green(256, 0), blue(256, 0);
  red[1] = green[2] = 0xFFFF;
  PageSpec palette{.width = 2, .height = 1, .photometric = PHOTOMETRIC_PALETTE, .rows = "\x01\x02",
                   .tags = [&](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_COLORMAP, red.data(), green.data(), blue.data()); }};
  EXPECT_EQ(Decoded(MakeTiff({palette})).rgb, std::string("\xFF\0\0\0\xFF\0", 6));
  PageSpec inks{.width = 2, .height = 1, .samples = 4, .photometric = PHOTOMETRIC_SEPARATED, .rows = std::string("\0\0\0\0\xFF\0\0\0", 8)};
  EXPECT_EQ(Decoded(MakeTiff({inks})).rgb, std::string("\xFF\xFF\xFF\0\xFF\xFF", 6));
  PageSpec clear{.width = 2, .height = 1, .samples = 4, .photometric = PHOTOMETRIC_RGB, .rows = std::string("\x0A\x14\x1E\0\x0A\x14\x1E\xFF", 8),
                 .tags = [](TIFF* tiff) {
                   std::uint16_t kind = EXTRASAMPLE_UNASSALPHA;
                   TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
                 }};
  EXPECT_EQ(Decoded(MakeTiff({clear})).rgb, "\xFF\xFF\xFF\x0A\x14\x1E");
}

TEST(Tiff, JpegInside) {
  PageSpec page{.width = 16, .height = 16, .samples = 3, .photometric = PHOTOMETRIC_YCBCR, .compression = COMPRESSION_JPEG,
                .rows = std::string(16 * 16 * 3, '\x64'),
                .tags = [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB); }};
  const std::string file = MakeTiff({page});
  EXPECT_NEAR(static_cast<unsigned char>(Reds(Decoded(file))[100]), 0x64, 2);
}

TEST(Tiff, TurnsAsItsTagSays) {
  const std::string stored = Grey().rows;
  for (std::uint16_t orientation = 1; orientation <= 8; ++orientation) {
    PageSpec page = Grey();
    page.tags = [&](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_ORIENTATION, orientation); };
    Raster expected{.width = 4, .height = 2, .rgb = {}};
    for (const char grey : stored) expected.rgb += std::string(3, grey);
    expected = Orient(std::move(expected), orientation);
    const Raster raster = Decoded(MakeTiff({page}));
    EXPECT_EQ(raster.width, expected.width) << orientation;
    EXPECT_EQ(raster.rgb, expected.rgb) << orientation;
  }
}

TEST(Tiff, DotsOfAFaxAreMadeSquare) {
  PageSpec page = Grey();
  page.tags = [](TIFF* tiff) {
    TIFFSetField(tiff, TIFFTAG_XRESOLUTION, 204.0);
    TIFFSetField(tiff, TIFFTAG_YRESOLUTION, 102.0);
  };
  const Raster raster = Decoded(MakeTiff({page}));
  EXPECT_EQ(raster.width, 4);
  EXPECT_EQ(raster.height, 4);
  EXPECT_EQ(Reds(raster).substr(4, 4), page.rows.substr(0, 4));
}

TEST(Tiff, PagesAreCountedAndCopiesAreNot) {
  PageSpec copy = Grey();
  copy.tags = [](TIFF* tiff) { TIFFSetField(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE); };
  PageSpec high{.width = 2, .height = 3, .rows = "abcdef"};
  const std::string file = MakeTiff({Grey(), copy, high});
  auto tiff = Tiff::Open(file);
  ASSERT_TRUE(tiff.ok());
  ASSERT_EQ(tiff->pages().size(), 2u);
  EXPECT_EQ(tiff->thumbnails(), 1);
  EXPECT_EQ(tiff->pages()[1].width, 2);
  EXPECT_EQ(tiff->pages()[1].height, 3);
  EXPECT_EQ(Reds(Decoded(file, 1)), "abcdef");
  EXPECT_FALSE(tiff->Decode(2).ok());
}

TEST(Tiff, EveryCutIsAFailure) {
  PageSpec fax{.width = 8, .height = 40, .bits = 1, .photometric = PHOTOMETRIC_MINISWHITE, .compression = COMPRESSION_CCITTFAX4, .rows = std::string(40, '\x5A')};
  const std::string file = MakeTiff({Grey(), fax});
  ASSERT_EQ(ReasonOf(file), "");
  // The directories stand behind the pixels, so that no byte of the file can be missing.
  for (std::size_t size = 0; size < file.size(); ++size) {
    EXPECT_NE(ReasonOf(file.substr(0, size)), "") << size;
  }
}

TEST(Tiff, AChainThatBitesItsTailIsAFailure) {
  std::string file = MakeTiff({Grey(), Grey()}, "wl");
  std::uint32_t first = 0;
  std::memcpy(&first, file.data() + 4, 4);
  std::uint16_t entries = 0;
  std::memcpy(&entries, file.data() + first, 2);
  std::uint32_t second = 0;
  std::memcpy(&second, file.data() + first + 2 + 12u * entries, 4);
  std::memcpy(file.data() + second + 2 + 12u * entries, &first, 4);
  EXPECT_THAT(ReasonOf(file), HasSubstr("damaged"));
}

TEST(Tiff, SizesAreCheckedBeforeMemoryIsTaken) {
  std::string file = MakeTiff({Grey(), Grey()}, "wl");
  std::uint32_t first = 0;
  std::memcpy(&first, file.data() + 4, 4);
  std::uint16_t tag = 0;
  for (std::size_t entry = first + 2; tag < TIFFTAG_ROWSPERSTRIP; entry += 12) {
    std::memcpy(&tag, file.data() + entry, 2);
    if (tag != TIFFTAG_IMAGELENGTH && tag != TIFFTAG_ROWSPERSTRIP) continue;
    const std::uint32_t height = 40'000'000u;
    const std::uint16_t type = TIFF_LONG;
    std::memcpy(file.data() + entry + 2, &type, 2);
    std::memcpy(file.data() + entry + 8, &height, 4);
  }
  EXPECT_THAT(ReasonOf(file), HasSubstr("page 1: the picture has 4 x 40000000 pixels; at most 100 million"));
}

TEST(Tiff, TenThousandPagesAreTheEnd) {
  // Directories that share one pixel: their number is checked before their content.
  std::string file("II*\0\x08\0\0\0", 8);
  for (std::uint32_t page = 0; page <= kMostTiffPages; ++page) {
    const auto number = [&](std::uint32_t value, int bytes) {
      for (int i = 0; i < bytes; ++i) file += static_cast<char>(value >> (8 * i) & 0xFF);
    };
    number(4, 2);
    for (const std::uint32_t tag : {256u, 257u, 273u, 279u}) {
      number(tag, 2);
      number(4, 2);
      number(1, 4);
      number(1, 4);
    }
    number(static_cast<std::uint32_t>(file.size()) + 4, 4);
  }
  EXPECT_THAT(ReasonOf(file), HasSubstr("more than 10000 pages"));
}

TEST(Tiff, NonsenseIsAFailure) {
  for (const std::string& file : {std::string(), std::string("II*"), std::string("II*\0\0\0\0\0", 8), std::string("MM\0*\0\0\0\x08\0\0", 10)}) {
    EXPECT_NE(ReasonOf(file), "");
  }
}

}  // namespace
}  // namespace dossier::image
