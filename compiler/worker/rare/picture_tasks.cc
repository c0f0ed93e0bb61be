// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/foundation/wire.h"
#include "compiler/image/decode.h"
#include "compiler/image/metadata.h"
#include "compiler/image/tiff.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/tasks.h"
#include "compiler/worker/rare/rare_tasks.h"

namespace dossier::worker {
namespace {

using inspect::ExhibitFacts;
using inspect::MediaType;
using inspect::OddityKind;

void Add(OddityKind kind, std::string detail, ExhibitFacts& facts) {
  facts.oddities.push_back({.kind = kind, .detail = std::move(detail)});
}

/// What the file says of itself besides its pixels.
void Describe(ByteView file, ExhibitFacts& facts) {
  image::Metadata metadata = image::ReadMetadata(file);
  const bool turned = metadata.orientation >= 5;
  const std::string small = image::OtherShape(metadata.thumbnail, turned ? facts.height : facts.width,
                                              turned ? facts.width : facts.height);
  inspect::Description& description = facts.description;
  description.title = std::move(metadata.title);
  description.authors = std::move(metadata.authors);
  description.tools = std::move(metadata.tools);
  description.created = std::move(metadata.taken);
  description.modified = std::move(metadata.modified);
  description.position = std::move(metadata.position);
  if (!description.position.empty()) Add(OddityKind::kPosition, description.position, facts);
  if (!small.empty()) Add(OddityKind::kThumbnail, small, facts);
  for (std::string& kind : metadata.identifying) Add(OddityKind::kIdentifier, std::move(kind), facts);
  if (!metadata.problem.empty()) Add(OddityKind::kUnreadPart, "metadata: " + metadata.problem, facts);
}

Result<Bytes> EncodePicture(MediaType media, ByteView file, const Result<image::Raster>& raster) {
  if (!raster) return raster.failure();
  ExhibitFacts facts;
  facts.media = media;
  facts.pages = 1;
  facts.width = raster->width;
  facts.height = raster->height;
  Describe(file, facts);
  return EncodeFacts(facts);
}

Result<image::Raster> Decode(const inspect::PictureWish& wish, ByteView file) {
  switch (inspect::DetectMediaType(file, {})) {
    case MediaType::kPng:
      return image::DecodePng(file);
    case MediaType::kJpeg:
      return image::DecodeJpeg(file);
    case MediaType::kTiff: {
      auto tiff = image::Tiff::Open(file);
      if (!tiff) return tiff.failure();
      return tiff->Decode(static_cast<std::size_t>(wish.page) - 1);
    }
    default:
      return Failure{"it is no picture"};
  }
}

/// One byte a pixel.
Bytes GreyRows(const image::Raster& raster) {
  Bytes rows;
  rows.reserve(raster.rgb.size() / 3);
  for (std::size_t i = 0; i < raster.rgb.size(); i += 3) rows.push_back(raster.rgb[i]);
  return rows;
}

}  // namespace

Result<Bytes> InspectPng(ByteView input, const AnnouncePages&) {
  return EncodePicture(MediaType::kPng, input, image::DecodePng(input));
}

Result<Bytes> InspectJpeg(ByteView input, const AnnouncePages&) {
  return EncodePicture(MediaType::kJpeg, input, image::DecodeJpeg(input));
}

Result<Bytes> InspectTiff(ByteView input, const AnnouncePages& announce) {
  auto tiff = image::Tiff::Open(input);
  if (!tiff) return tiff.failure();
  ExhibitFacts facts;
  facts.media = MediaType::kTiff;
  facts.pages = static_cast<int>(tiff->pages().size());
  announce(facts.pages);
  for (std::size_t page = 0; page < tiff->pages().size(); ++page) {
    const auto raster = tiff->Decode(page);
    if (!raster) return raster.failure();
    facts.width = page == 0 ? raster->width : facts.width;
    facts.height = page == 0 ? raster->height : facts.height;
  }
  if (tiff->thumbnails() > 0) {
    facts.warnings.push_back("smaller copies of its pages are left out: " + std::to_string(tiff->thumbnails()));
  }
  Describe(input, facts);
  return EncodeFacts(facts);
}

Result<Bytes> MakePicture(ByteView input, const AnnouncePages&) {
  ByteView file;
  const auto wish = inspect::DecodeWish(input, file);
  if (!wish) return wish.failure();
  auto raster = Decode(*wish, file);
  if (!raster) return raster.failure();
  const image::Raster small = image::ShrinkToFit(std::move(raster).value(), wish->width, wish->height);
  WireWriter out;
  out.Number(small.width);
  out.Number(small.height);
  out.Text(image::IsGrey(small) ? GreyRows(small) : small.rgb);
  return std::move(out).Take();
}

}  // namespace dossier::worker
