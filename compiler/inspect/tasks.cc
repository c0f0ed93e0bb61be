// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/tasks.h"

#include <utility>

#include "compiler/foundation/wire.h"

namespace dossier::inspect {

std::string_view TaskOf(MediaType type) {
  switch (type) {
    case MediaType::kPdf:
      return "inspect-pdf";
    case MediaType::kHtml:
      return "inspect-html";
    case MediaType::kText:
      return "inspect-text";
    case MediaType::kMarkdown:
      return "inspect-markdown";
    case MediaType::kPng:
      return "inspect-png";
    case MediaType::kJpeg:
      return "inspect-jpeg";
    case MediaType::kTiff:
      return "inspect-tiff";
    case MediaType::kDocx:
      return "inspect-docx";
    case MediaType::kOdt:
      return "inspect-odt";
    case MediaType::kEmail:
      return "inspect-email";
    case MediaType::kMhtml:
      return "inspect-mhtml";
    case MediaType::kAudio:
    case MediaType::kVideo:
      return "inspect-recording";
    case MediaType::kTranscript:
      return "inspect-transcript";
    case MediaType::kWarc:
      return "inspect-warc";
    case MediaType::kWacz:
      return "inspect-wacz";
    case MediaType::kUnknown:
      break;
  }
  return {};
}

std::string_view SuffixOf(MediaType type) {
  switch (type) {
    case MediaType::kAudio:
    case MediaType::kVideo:
      return "-recording";
    case MediaType::kPng:
    case MediaType::kJpeg:
    case MediaType::kTiff:
    case MediaType::kDocx:
    case MediaType::kOdt:
    case MediaType::kEmail:
    case MediaType::kMhtml:
    case MediaType::kWarc:
    case MediaType::kWacz:
      return "-rare";
    default:
      return "";
  }
}

Bytes EncodeWish(const PictureWish& wish, ByteView file) {
  WireWriter out;
  out.Number(wish.page);
  out.Number(wish.width);
  out.Number(wish.height);
  Bytes request = std::move(out).Take();
  request += file;
  return request;
}

Result<PictureWish> DecodeWish(ByteView request, ByteView& file) {
  constexpr std::size_t kHead = 3 * kWireNumberSize;
  constexpr std::int64_t kMost = 100'000;
  WireReader in(request.substr(0, kHead));
  PictureWish wish;
  wish.page = static_cast<int>(in.NumberWithin(1, kMost));
  wish.width = static_cast<int>(in.NumberWithin(1, kMost));
  wish.height = static_cast<int>(in.NumberWithin(1, kMost));
  if (!in.Finished()) return Failure{"the request makes no sense"};
  file = request.substr(kHead);
  return wish;
}

}  // namespace dossier::inspect
