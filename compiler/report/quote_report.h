// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/digest.h"
#include "compiler/quote/find.h"

namespace dossier::report {

/// The answers of `quote` about one file.
struct QuoteView {
  std::string file;
  std::optional<Digest> sha256;
  bool by_paragraph = false;
  std::string unreadable;  // why nothing could be checked, or empty
  struct Entry {
    std::string text;
    quote::FindResult result;
    /// What it was compared with: "text-layer", "ocr" or, when the picture of the page says the same,
    /// "rendered".
    std::string_view basis = "text-layer";
    /// What its picture says against it, or why it says nothing; empty when it was not asked.
    std::string picture = {};
  };
  std::vector<Entry> entries;
};

/// `quote --format json` (rules/schemas/quote.schema.json).
[[nodiscard]] std::string QuotationsAsJson(const QuoteView& view);
/// One line a quotation: the verdict, where it stands, and what differs.
[[nodiscard]] std::string QuotationsAsText(const QuoteView& view);

}  // namespace dossier::report
