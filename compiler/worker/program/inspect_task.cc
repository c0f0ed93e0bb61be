// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/foundation/wire.h"
#include "compiler/image/decode.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/languages.h"
#include "compiler/inspect/read_text.h"
#include "compiler/pdf/inspect_pdf.h"
#include "compiler/poppler/read_text.h"
#include "compiler/webpage/page_facts.h"
#include "compiler/worker/program/exhibit_tasks.h"

namespace dossier::worker {
namespace {

using inspect::ExhibitFacts;
using inspect::MediaType;
using inspect::TextBlock;

Result<Bytes> EncodeBlocks(MediaType media, Result<std::vector<TextBlock>> blocks,
                           ExhibitFacts facts = {}) {
  if (!blocks) return blocks.failure();
  facts.media = media;
  facts.blocks = std::move(blocks).value();
  facts.paragraphs = NumberBlocks(facts.blocks);
  AddLanguages(facts);
  return EncodeFacts(facts);
}

Result<Bytes> EncodePicture(MediaType media, const Result<image::Raster>& raster) {
  if (!raster) return raster.failure();
  ExhibitFacts facts;
  facts.media = media;
  facts.pages = 1;
  facts.width = raster->width;
  facts.height = raster->height;
  return EncodeFacts(facts);
}

}  // namespace

Result<Bytes> InspectPdf(ByteView input, const AnnouncePages& announce) {
  // Two readers that know nothing of each other; a file on which they disagree is not trusted.
  auto known = pdf::ReadPdfFacts(input);
  if (!known) return Failure{"it is damaged: " + known.failure().reason};
  if (known->needs_password) return Failure{"it wants a password"};
  auto text = poppler::ReadPdfText(input, {}, announce);
  if (!text) return text.failure();
  if (static_cast<std::size_t>(known->page_count) != text->pages.size()) {
    return Failure{"it is damaged: one reader finds " + std::to_string(known->page_count) +
                   " pages in it, another " + std::to_string(text->pages.size())};
  }
  ExhibitFacts facts;
  facts.media = MediaType::kPdf;
  facts.pages = known->page_count;
  facts.labels = std::move(known->labels);
  facts.page_text = std::move(text->pages);
  facts.active_content = std::move(known->active_content);
  facts.encrypted = known->encrypted;
  facts.signatures = known->signatures;
  facts.warnings = std::move(text->warnings);
  AddLanguages(facts);
  if (known->repaired) facts.warnings.emplace_back("the file is damaged and was repaired");
  return EncodeFacts(facts);
}

Result<Bytes> InspectHtml(ByteView input, const AnnouncePages&) {
  auto facts = webpage::ReadPage(input);
  if (!facts) return facts.failure();
  std::vector<TextBlock> blocks = std::move(facts->blocks);
  return EncodeBlocks(MediaType::kHtml, std::move(blocks), std::move(facts).value());
}

Result<Bytes> InspectText(ByteView input, const AnnouncePages&) {
  return EncodeBlocks(MediaType::kText, inspect::ReadPlainText(input));
}

Result<Bytes> InspectMarkdown(ByteView input, const AnnouncePages&) {
  return EncodeBlocks(MediaType::kMarkdown, inspect::ReadMarkdownText(input));
}

Result<Bytes> InspectPng(ByteView input, const AnnouncePages&) {
  return EncodePicture(MediaType::kPng, image::DecodePng(input));
}

Result<Bytes> InspectJpeg(ByteView input, const AnnouncePages&) {
  return EncodePicture(MediaType::kJpeg, image::DecodeJpeg(input));
}

Result<Bytes> MakePicture(ByteView input, const AnnouncePages&) {
  constexpr int kWidest = 1654;
  constexpr int kHighest = 2339;
  const bool png = inspect::DetectMediaType(input, {}) == MediaType::kPng;
  auto raster = png ? image::DecodePng(input) : image::DecodeJpeg(input);
  if (!raster) return raster.failure();
  const image::Raster small = image::ShrinkToFit(std::move(raster).value(), kWidest, kHighest);
  WireWriter out;
  out.Number(small.width);
  out.Number(small.height);
  out.Text(small.rgb);
  return std::move(out).Take();
}

}  // namespace dossier::worker
