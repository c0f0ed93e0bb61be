// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/convert.h"

#include <utility>

#include "compiler/convert/as_document.h"
#include "compiler/convert/picture.h"
#include "compiler/convert/recording_sheet.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"

namespace dossier::convert {
namespace {

using inspect::MediaType;

/// Half a million words: beyond, pages are of no use to a reader, and their number is an attack.
constexpr std::size_t kMostText = std::size_t{4} << 20;

/// One picture a page, so that the pages of the file and those of the bundle are the same.
Result<compose::Document> DocumentOfPictures(const Request& request) {
  auto images = DecodePictures(request.file, request.facts->pages, request.worker_program);
  if (!images) return images.failure();
  compose::Document document = EmptyDocument(request);
  for (std::size_t i = 0; i < images->size(); ++i) {
    compose::Image& image = images.value()[i];
    image.alternative = request.title;
    if (images->size() > 1) image.alternative += ", " + std::to_string(i + 1);
    if (i > 0) document.blocks.push_back({compose::PageBreak{}});
    document.blocks.push_back({std::move(image)});
  }
  return document;
}

Result<compose::Document> MakeDocument(const Request& request) {
  if (inspect::IsPaged(request.facts->media)) return DocumentOfPictures(request);
  const bool recording = inspect::IsRecording(request.facts->media);
  std::size_t total = 0;
  for (const inspect::TextBlock& block : request.facts->blocks) total += block.text.size();
  if (total > kMostText) {
    return Failure{"its text is longer than " + std::to_string(kMostText >> 20) +
                   " MiB, too long to be made into pages"};
  }
  if (recording) return RecordingSheet(request);
  if (total == 0) return Failure{"it holds no text"};
  return AsDocument(request);
}

/// Findings of the typesetter say where in our document; the reader knows the exhibit only.
void Report(const diagnostics::Sink& found, const Request& request, diagnostics::Sink& sink) {
  for (diagnostics::Finding finding : found.findings()) {
    finding.place = diagnostics::Place::InFile(request.path);
    finding.exhibits = {request.exhibit};
    if (finding.kind == diagnostics::Kind::kGlyphMissing) {
      finding.hint = "print the source to a PDF and register that instead";
    }
    sink.Report(std::move(finding));
  }
}

}  // namespace

bool NeedsConversion(MediaType type) {
  return type != MediaType::kPdf && type != MediaType::kUnknown;
}

Result<Converted> Convert(const Request& request, const fonts::FontSet& fonts,
                          diagnostics::Sink& sink) {
  DOSSIER_CHECK(request.facts != nullptr, "a conversion has the facts of its exhibit");
  if (!NeedsConversion(request.facts->media)) return Failure{"it has pages of its own"};
  auto document = MakeDocument(request);
  if (!document) return document.failure();
  diagnostics::Sink found;
  const paginate::Pages pages = paginate::Paginate(*document, fonts, {}, found);
  Report(found, request, sink);
  render::RenderInput input;
  input.brief = &pages;
  input.marked = false;  // in the bundle each page is one figure
  auto rendered = render::Render(input, fonts);
  if (!rendered) return rendered.failure();
  Converted converted;
  converted.pages = static_cast<int>(pages.pages.size());
  if (inspect::IsPaged(request.facts->media) && converted.pages != request.facts->pages) {
    return Failure{"its pages do not fit on a sheet each"};
  }
  for (int n = 1; n <= request.facts->paragraphs; ++n) {
    const auto place = pages.anchors.find(AnchorOf(n));
    DOSSIER_CHECK(place != pages.anchors.end(), "every numbered paragraph is on a page");
    converted.paragraph_pages.push_back(place->second.page.Number());
  }
  converted.pdf = std::move(rendered->pdf);
  return converted;
}

}  // namespace dossier::convert
