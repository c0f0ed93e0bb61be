// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::quote {

/// Words of an argument without their markup, and where each byte stands in its file.
struct RunningText {
  std::string text;
  std::vector<Span> places;  // of each byte; unknown where the source differs

  void Add(std::string_view words, Span span);
  void Add(const RunningText& other);
  void Clear();
  /// What the author wrote for bytes [begin, end), from the first known place to the last.
  [[nodiscard]] Span PlaceOf(std::size_t begin, std::size_t end) const;
};

/// Bytes of a text: [begin, end).
struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

/// The words between the quotation marks that close at the end of a text, one mark of punctuation
/// behind them left aside; empty when none do.
[[nodiscard]] Extent QuotedAtTheEnd(std::string_view text);

/// True when a paragraph opens a quotation, in double marks, that it does not close.
[[nodiscard]] bool LeavesQuotationOpen(std::string_view text);
/// Begin of that opening mark; npos without one.
[[nodiscard]] std::size_t OpenQuotation(std::string_view text);
/// Bytes of an opening mark at the beginning of a text; 0 when it begins otherwise.
[[nodiscard]] std::size_t OpeningMarkAt(std::string_view text);

}  // namespace dossier::quote
