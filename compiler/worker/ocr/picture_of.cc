// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/ocr/picture_of.h"

#include <utility>

#include "compiler/image/decode.h"
#include "compiler/image/tiff.h"
#include "compiler/inspect/media_type.h"
#include "compiler/poppler/open_pages.h"

namespace dossier::worker {
namespace {

/// Grey by the weights of ITU-R BT.601, in whole numbers.
Bytes GreyOf(const Bytes& rgb) {
  Bytes grey(rgb.size() / 3, '\0');
  for (std::size_t i = 0; i < grey.size(); ++i) {
    const auto part = [&](std::size_t which) { return static_cast<unsigned>(static_cast<unsigned char>(rgb[3 * i + which])); };
    grey[i] = static_cast<char>((299 * part(0) + 587 * part(1) + 114 * part(2)) / 1000);
  }
  return grey;
}

Result<ocr::Picture> FromRaster(Result<image::Raster> raster) {
  if (!raster) return raster.failure();
  constexpr int kLongest = 7000;
  constexpr int kWidest = 3400;  // together `poppler::kMostPagePixels`
  const bool lying = raster->width > raster->height;
  const image::Raster small = image::ShrinkToFit(std::move(raster).value(), lying ? kLongest : kWidest, lying ? kWidest : kLongest);
  return ocr::Picture{.width = small.width, .height = small.height, .dpi = 0, .grey = GreyOf(small.rgb)};
}

Result<ocr::Picture> FromTiff(ByteView file, int page) {
  auto tiff = image::Tiff::Open(file);
  if (!tiff) return tiff.failure();
  const auto index = static_cast<std::size_t>(page - 1);
  if (page < 1 || index >= tiff->pages().size()) return Failure{"it has no such page"};
  return FromRaster(tiff->Decode(index));
}

Result<ocr::Picture> FromPdf(ByteView file, int page) {
  const auto pages = poppler::OpenPages::Open(file);
  if (!pages) return pages.failure();
  auto drawn = pages->Draw(page, kReadingDpi);
  if (!drawn) return drawn.failure();
  if (pages->FontMissing()) return Failure{"a font of the page is neither in the file nor on this machine"};
  return ocr::Picture{.width = drawn->width, .height = drawn->height, .dpi = drawn->dpi, .grey = std::move(drawn->grey)};
}

}  // namespace

Result<ocr::Picture> PictureOf(ByteView file, int page) {
  const inspect::MediaType media = inspect::DetectMediaType(file, {});
  if (media == inspect::MediaType::kPdf) return FromPdf(file, page);
  if (page == 1 && media == inspect::MediaType::kPng) return FromRaster(image::DecodePng(file));
  if (page == 1 && media == inspect::MediaType::kJpeg) return FromRaster(image::DecodeJpeg(file));
  if (media == inspect::MediaType::kTiff) return FromTiff(file, page);
  return Failure{"it has no picture of such a page"};
}

}  // namespace dossier::worker
