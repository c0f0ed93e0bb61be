// SPDX-License-Identifier: GPL-3.0-or-later
// TIFF files and the metadata of pictures: a page has the size that its raster has, decoding twice
// gives the same, and what is said of a picture is told the same way twice.
#include "compiler/image/decode.h"
#include "compiler/image/metadata.h"
#include "compiler/image/raster.h"
#include "compiler/image/tiff.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

/// Small enough that thousands of runs a second stay possible.
constexpr std::int64_t kMostPixelsHere = 1 << 20;

void CheckTiff(ByteView file) {
  auto tiff = image::Tiff::Open(file);
  if (!tiff.ok()) return;
  const auto& pages = tiff.value().pages();
  Require(!pages.empty() && pages.size() <= image::kMostTiffPages, "no page, or too many");
  for (std::size_t i = 0; i < pages.size() && i < 4; ++i) {
    Require(image::CheckSize(pages[i].width, pages[i].height).ok(), "a page of no size, or too large");
    if (pages[i].width * pages[i].height > kMostPixelsHere) continue;
    const auto raster = tiff.value().Decode(i);
    if (!raster.ok()) continue;
    const auto area = static_cast<std::size_t>(raster.value().width) * static_cast<std::size_t>(raster.value().height);
    Require(raster.value().rgb.size() == 3 * area, "rows that do not fill the picture");
    const auto again = tiff.value().Decode(i);
    Require(again.ok() && again.value().rgb == raster.value().rgb, "decoded twice, two pictures");
  }
}

void CheckMetadata(ByteView file) {
  const image::Metadata one = image::ReadMetadata(file);
  const image::Metadata other = image::ReadMetadata(file);
  Require(one.taken == other.taken && one.position == other.position && one.tools == other.tools &&
              one.identifying == other.identifying && one.thumbnail == other.thumbnail,
          "read twice, two descriptions");
  Require(one.orientation >= 1 && one.orientation <= 8, "a way to turn that does not exist");
  static_cast<void>(image::OtherShape(one.thumbnail, 400, 300));
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string input = fuzz::TextOf(data, size);
  fuzz::CheckTiff(input);
  fuzz::CheckMetadata(input);
  return 0;
}
