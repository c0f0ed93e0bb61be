// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"

namespace dossier::inspect {

/// What an exhibit is. Values are stored in caches: never change or reuse a number.
enum class MediaType {
  kUnknown = 0,
  kPdf = 1,
  kHtml = 2,
  kText = 3,
  kMarkdown = 4,
  kPng = 5,
  kJpeg = 6,
  kTiff = 7,
  kDocx = 8,
  kOdt = 9,
  kEmail = 10,
  kMhtml = 11,
  kAudio = 12,
  kVideo = 13,
  kTranscript = 14,  // WebVTT, SubRip
  kWarc = 15,
  kWacz = 16,
};
inline constexpr int kLastMediaType = 16;

/// By the content alone, but for Markdown, which is text whose name ends in .md or .markdown. A
/// file with "%PDF-" in its first 1,024 bytes is a PDF, as readers take it; text is UTF-8 without
/// control characters. Containers are told apart by the names in them, mail by its head; everything
/// that is packed with gzip is taken for a web archive until a worker has looked.
[[nodiscard]] MediaType DetectMediaType(ByteView content, std::string_view name);

/// What the suffix of the name promises; kUnknown for suffixes that say nothing here.
[[nodiscard]] MediaType MediaTypeOfName(std::string_view name);

/// "PDF", "plain text", "a Word document", "of an unknown kind".
[[nodiscard]] std::string_view ToString(MediaType type);

/// Has pages of its own: PDF and pictures (one page, TIFF more). The others are converted and cited
/// by paragraph.
[[nodiscard]] constexpr bool IsPaged(MediaType type) {
  return type == MediaType::kPdf || type == MediaType::kPng || type == MediaType::kJpeg ||
         type == MediaType::kTiff;
}

/// Sound or video: has a length in time, and its words in a transcript beside it.
[[nodiscard]] constexpr bool IsRecording(MediaType type) {
  return type == MediaType::kAudio || type == MediaType::kVideo;
}

}  // namespace dossier::inspect
