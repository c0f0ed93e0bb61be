// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/compose/document.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/span.h"

namespace dossier::layout {

/// Reports what goes wrong while words are set, each thing at each place once although a paragraph
/// may be set several times.
class Findings {
 public:
  explicit Findings(diagnostics::Sink& sink) : sink_(sink) {}

  /// D0901. `code` has no glyph in any font. Told at its first place in each run of words (`run`):
  /// a paragraph in an alphabet that no font has is a few findings, not thousands.
  void GlyphMissing(char32_t code, const Span& run, const Span& place);
  /// D0909. `word` was broken where no word may be.
  void TooWide(std::string_view word, const Span& place);
  /// D0927. The words of `table` do not fit side by side in the type that tables have.
  void TableTooWide(const compose::Table& table);

 private:
  diagnostics::Sink& sink_;
  std::set<std::pair<Span, char32_t>> missing_;
  std::set<std::pair<Span, std::string>> wide_;
  std::set<const compose::Table*> tables_;
};

}  // namespace dossier::layout
