// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <tiffio.h>

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

namespace dossier::image::testing {

/// A file in memory for libtiff to write.
struct MemoryFile {
  std::string bytes;
  std::size_t at = 0;
};

inline tmsize_t ReadMemory(thandle_t handle, void* into, tmsize_t wanted) {
  auto& file = *static_cast<MemoryFile*>(handle);
  const std::size_t size = std::min(static_cast<std::size_t>(wanted), file.bytes.size() - std::min(file.at, file.bytes.size()));
  std::memcpy(into, file.bytes.data() + file.at, size);
  file.at += size;
  return static_cast<tmsize_t>(size);
}

inline tmsize_t WriteMemory(thandle_t handle, void* from, tmsize_t size) {
  auto& file = *static_cast<MemoryFile*>(handle);
  const std::size_t end = file.at + static_cast<std::size_t>(size);
  if (file.bytes.size() < end) file.bytes.resize(end);
  std::memcpy(file.bytes.data() + file.at, from, static_cast<std::size_t>(size));
  file.at = end;
  return size;
}

inline toff_t SeekMemory(thandle_t handle, toff_t offset, int whence) {
  auto& file = *static_cast<MemoryFile*>(handle);
  file.at = static_cast<std::size_t>(offset) + (whence == SEEK_CUR ? file.at : whence == SEEK_END ? file.bytes.size() : 0);
  return file.at;
}

/// One page to be written.
struct PageSpec {
  std::uint32_t width = 4;
  std::uint32_t height = 2;
  std::uint16_t bits = 8;
  std::uint16_t samples = 1;
  std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
  std::uint16_t compression = COMPRESSION_NONE;
  /// One row after the other, as libtiff takes them.
  std::string rows;
  /// More tags.
  std::function<void(TIFF*)> tags = [](TIFF*) {};
};

inline std::string MakeTiff(const std::vector<PageSpec>& pages, const char* mode = "w") {
  MemoryFile file;
  TIFF* tiff = TIFFClientOpen("made", mode, &file, ReadMemory, WriteMemory, SeekMemory, [](thandle_t) { return 0; },
                              [](thandle_t handle) -> toff_t { return static_cast<MemoryFile*>(handle)->bytes.size(); },
                              nullptr, nullptr);
  EXPECT_NE(tiff, nullptr);
  for (const PageSpec& page : pages) {
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, page.width);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, page.height);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, page.bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, page.samples);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, page.photometric);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, page.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, page.height);
    page.tags(tiff);
    const auto stride = static_cast<std::size_t>(TIFFScanlineSize(tiff));
    EXPECT_EQ(page.rows.size(), stride * page.height);
    std::string rows = page.rows;
    for (std::uint32_t y = 0; y < page.height; ++y) {
      EXPECT_EQ(TIFFWriteScanline(tiff, rows.data() + y * stride, y, 0), 1);
    }
    TIFFWriteDirectory(tiff);
  }
  TIFFClose(tiff);
  return file.bytes;
}

}  // namespace dossier::image::testing
