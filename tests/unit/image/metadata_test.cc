// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/metadata.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jpeglib.h>

#include <cstdio>
#include <cstdlib>
#include <exiv2/exiv2.hpp>

#include "compiler/image/metadata_values.h"
#include "tests/unit/image/small_tiff.h"

namespace dossier::image {
namespace {

using ::testing::ElementsAre;

/// A grey JPEG with black rows above and below.
std::string GreyJpeg(unsigned width, unsigned height, unsigned bars = 0) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&jpeg, &out, &size);
  jpeg.image_width = width;
  jpeg.image_height = height;
  jpeg.input_components = 1;
  jpeg.in_color_space = JCS_GRAYSCALE;
  jpeg_set_defaults(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  while (jpeg.next_scanline < height) {
    const bool bar = jpeg.next_scanline < bars || jpeg.next_scanline + bars >= height;
    std::string row(width, bar ? '\0' : '\x80');
    auto* rows = reinterpret_cast<JSAMPROW>(row.data());
    jpeg_write_scanlines(&jpeg, &rows, 1);
  }
  jpeg_finish_compress(&jpeg);
  std::string file(reinterpret_cast<const char*>(out), size);
  jpeg_destroy_compress(&jpeg);
  std::free(out);
  return file;
}

/// The file with metadata in it, as an independent writer puts it there.
std::string With(const std::string& file, const Exiv2::ExifData& exif, const Exiv2::XmpData& xmp = {}, const Exiv2::IptcData& iptc = {}) {
  auto image = Exiv2::ImageFactory::open(reinterpret_cast<const Exiv2::byte*>(file.data()), static_cast<long>(file.size()));
  image->setExifData(exif);
  image->setXmpData(xmp);
  image->setIptcData(iptc);
  image->writeMetadata();
  Exiv2::BasicIo& io = image->io();
  io.open();
  const Exiv2::DataBuf data = io.read(static_cast<long>(io.size()));
  return {reinterpret_cast<const char*>(data.pData_), static_cast<std::size_t>(data.size_)};
}

TEST(Metadata, ExifSaysWhenWhereAndWithWhat) {
  Exiv2::ExifData exif;
  exif["Exif.Image.Make"] = "PhoneCo";
  exif["Exif.Image.Model"] = "PhoneCo X-9";
  exif["Exif.Image.Software"] = "Camera app 1.2";
  exif["Exif.Image.Artist"] = "Ana Example";
  exif["Exif.Image.Copyright"] = "Example Watch";
  exif["Exif.Image.DateTime"] = "2024:03:03 09:00:00";
  exif["Exif.Image.Orientation"] = std::uint16_t{6};
  exif["Exif.Photo.DateTimeOriginal"] = "2024:03:02 10:12:30";
  exif["Exif.Photo.BodySerialNumber"] = "SN-77";
  exif["Exif.GPSInfo.GPSLatitude"] = "54/1 41/1 1320/100";
  exif["Exif.GPSInfo.GPSLatitudeRef"] = "N";
  exif["Exif.GPSInfo.GPSLongitude"] = "25/1 16/1 4800/100";
  exif["Exif.GPSInfo.GPSLongitudeRef"] = "W";
  const Metadata metadata = ReadMetadata(With(GreyJpeg(40, 30), exif));
  EXPECT_EQ(metadata.problem, "");
  EXPECT_EQ(metadata.taken, "2024-03-02T10:12:30");
  EXPECT_EQ(metadata.modified, "2024-03-03T09:00:00");
  EXPECT_THAT(metadata.tools, ElementsAre("PhoneCo X-9", "Camera app 1.2"));
  EXPECT_THAT(metadata.authors, ElementsAre("Ana Example", "Example Watch"));
  EXPECT_EQ(metadata.position, "54.6870, -25.2800");
  EXPECT_THAT(metadata.identifying, ElementsAre("the serial number of a camera"));
  EXPECT_EQ(metadata.orientation, 6);
}

TEST(Metadata, XmpAndIptcFillWhatExifLeavesOpen) {
  Exiv2::XmpData xmp;
  xmp["Xmp.dc.creator"] = "Ben Example";
  xmp["Xmp.dc.title"] = "The harbour at night";
  xmp["Xmp.xmp.CreatorTool"] = "Editor 5";
  xmp["Xmp.photoshop.DateCreated"] = "2023-05-06T07:08:09+03:00";
  xmp["Xmp.exif.GPSLatitude"] = "54,41.22N";
  xmp["Xmp.exif.GPSLongitude"] = "25,16.8E";
  Exiv2::IptcData iptc;
  iptc["Iptc.Application2.Byline"] = "Cara Example";
  iptc["Iptc.Application2.City"] = "Vilnius";
  const Metadata metadata = ReadMetadata(With(GreyJpeg(40, 30), {}, xmp, iptc));
  EXPECT_EQ(metadata.title, "The harbour at night");
  EXPECT_THAT(metadata.authors, ElementsAre("Ben Example", "Cara Example"));
  EXPECT_THAT(metadata.tools, ElementsAre("Editor 5"));
  EXPECT_EQ(metadata.taken, "2023-05-06T07:08:09+03:00");
  EXPECT_EQ(metadata.position, "54.6870, 25.2800");
}

TEST(Metadata, OfTiff) {
  testing::PageSpec page{.rows = "12345678"};
  page.tags = [](TIFF* tiff) {
    TIFFSetField(tiff, TIFFTAG_MAKE, "ScanCo");
    TIFFSetField(tiff, TIFFTAG_DATETIME, "2024:01:02 03:04:05");
  };
  const Metadata metadata = ReadMetadata(testing::MakeTiff({page}));
  EXPECT_THAT(metadata.tools, ElementsAre("ScanCo"));
  EXPECT_EQ(metadata.modified, "2024-01-02T03:04:05");
}

TEST(Metadata, DamageIsAProblemAndNothingIsEmpty) {
  EXPECT_EQ(ReadMetadata(GreyJpeg(8, 8)).problem, "");
  EXPECT_EQ(ReadMetadata(GreyJpeg(8, 8)).taken, "");
  EXPECT_NE(ReadMetadata("no picture at all").problem, "");
  Exiv2::ExifData exif;
  exif["Exif.Image.Make"] = "PhoneCo";
  const std::string file = With(GreyJpeg(40, 30), exif);
  for (std::size_t size = 0; size < file.size(); size += 3) (void)ReadMetadata(file.substr(0, size));
}

TEST(MetadataValues, TimesAndPlaces) {
  EXPECT_EQ(IsoTime("2024:03:02 10:12:30", "+06:00"), "2024-03-02T10:12:30+06:00");
  EXPECT_EQ(IsoTime("2024:03:02 10:12:30", "six hours"), "2024-03-02T10:12:30");
  EXPECT_EQ(IsoTime("0000:00:00 00:00:00", ""), "");
  EXPECT_EQ(IsoTime("    :  :     :  :  ", ""), "");
  EXPECT_EQ(Position("91/1 0/1 0/1", "N", "0/1 0/1 0/1", "E"), "");
  EXPECT_EQ(Position("54/0 0/1 0/1", "N", "25/1 0/1 0/1", "E"), "");
  EXPECT_EQ(Position("54/1", "S", "25/1 30/1", "E"), "-54.0000, 25.5000");
  EXPECT_EQ(PositionOfXmp("54,41,13N", "25,16,48E"), "54.6869, 25.2800");
  EXPECT_EQ(PositionOfXmp("54,41", "25,16,48E"), "");
  EXPECT_EQ(Camera("PhoneCo", "X-9"), "PhoneCo X-9");
  EXPECT_EQ(WithoutLanguage("lang=\"x-default\" Title"), "Title");
}

TEST(OtherShape, ASmallPictureOfACutOne) {
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120), 4000, 3000), "");
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120), 3000, 3000), "160 x 120");
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120), 3000, 4000), "160 x 120");
  EXPECT_EQ(OtherShape("", 3000, 4000), "");
  EXPECT_EQ(OtherShape("no JPEG", 3000, 4000), "");
}

TEST(OtherShape, BlackBarsFillUp) {
  // 160 x 106 of 3:2 between bars of 7 rows.
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120, 7), 6000, 4000), "");
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120, 7), 4000, 4000), "160 x 120");
  // A picture of night is black all over: nothing can be said for sure, so it is told.
  EXPECT_EQ(OtherShape(GreyJpeg(160, 120, 60), 4000, 4000), "160 x 120");
}

}  // namespace
}  // namespace dossier::image
