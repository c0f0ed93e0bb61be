// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/reading/codec.h"
#include "compiler/worker/ocr/ocr_tasks.h"
#include "compiler/worker/ocr/picture_of.h"

namespace dossier::worker {

Result<Bytes> ReadPage(ByteView input, const AnnouncePages&) {
  const auto request = reading::DecodePageRequest(input);
  if (!request) return request.failure();
  auto engine = ocr::Engine::Open(request->data);
  if (!engine) return engine.failure();
  const auto picture = PictureOf(request->file, request->page);
  if (!picture) return picture.failure();
  auto lines = engine->Read(*picture, ocr::Layout::kPage);
  if (!lines) return lines.failure();
  reading::Page page{.number = request->page,
                     .languages = {},
                     .dpi = picture->dpi,
                     .width = picture->width,
                     .height = picture->height,
                     .lines = std::move(lines).value()};
  for (const reading::LanguageData& data : request->data) page.languages.push_back(data.name);
  return reading::Encode(page);
}

}  // namespace dossier::worker
