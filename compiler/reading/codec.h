// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/reading/page.h"
#include "compiler/reading/passage.h"

namespace dossier::reading {

/// Tasks of `dossier-worker-ocr`. It gets the data of the languages with the file, so that it opens
/// nothing.

/// Nothing in; "tesseract 5.3.0" out, after a known page was drawn and its text found.
inline constexpr std::string_view kEngineTask = "engine";
/// `Encode(PageRequest)` in, `Encode(Page)` out.
inline constexpr std::string_view kPageTask = "read-page";
/// `Encode(QuotationsRequest)` in, `Encode(std::vector<Shown>)` out, one a quotation.
inline constexpr std::string_view kQuotationsTask = "read-quotations";

/// What reads one language: the name of the data and its bytes, which belong to someone else.
struct LanguageData {
  std::string name;
  ByteView bytes;
};

/// One page of a PDF, PNG, JPEG or TIFF file.
struct PageRequest {
  int page = 1;  // from 1
  std::vector<LanguageData> data;
  ByteView file;
};

/// Quotations that begin on one page of a PDF.
struct QuotationsRequest {
  PageRequest at;
  std::vector<std::string> quotations;
};

/// Raised whenever reading, locating or the form of the answers change, so that older caches miss.
inline constexpr int kReadingVersion = 1;

[[nodiscard]] Bytes Encode(const PageRequest& request);
[[nodiscard]] Bytes Encode(const QuotationsRequest& request);
[[nodiscard]] Bytes Encode(const Page& page);
[[nodiscard]] Bytes Encode(const std::vector<Shown>& shown);

/// Views into `bytes`, which must stay.
Result<PageRequest> DecodePageRequest(ByteView bytes);
Result<QuotationsRequest> DecodeQuotationsRequest(ByteView bytes);
/// Total: the worker is not trusted. Every text is made harmless.
Result<Page> DecodePage(ByteView bytes);
Result<std::vector<Shown>> DecodeShown(ByteView bytes);

}  // namespace dossier::reading
