// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/digest.h"
#include "compiler/quote/find.h"

namespace dossier::report {

/// The answers of `quote` about one exhibit: a file, or all files of an exhibit of a case.
struct QuoteView {
  std::string exhibit;           // the file, or the first of them
  std::optional<Digest> sha256;  // of that file
  bool by_paragraph = false;
  std::string unreadable;  // why nothing could be checked, or empty
  /// Where each section stands that a result counts.
  struct Section {
    std::string file;
    int page = 0;           // of that file, from 1; 0 by paragraph
    std::string label;      // printed, or empty
    std::string paragraph;  // empty by page
  };
  std::vector<Section> sections;
  struct Entry {
    std::string text;
    quote::FindResult result;
    std::string reason;  // why this one was not checked, or empty
  };
  std::vector<Entry> entries;
};

/// `quote --format json` (rules/schemas/quote.schema.json).
[[nodiscard]] std::string QuotationsAsJson(const QuoteView& view);
/// One line a quotation: the verdict, where it stands, and what differs.
[[nodiscard]] std::string QuotationsAsText(const QuoteView& view);

}  // namespace dossier::report
