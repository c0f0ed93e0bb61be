// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/citing/citing.h"
#include "compiler/compose/context.h"
#include "compiler/model/citation_style.h"

namespace dossier::compose {

/// The citations of the argument after a guide to citation. Tables and lists keep labels: there the
/// exhibit is what the reader looks for.
class StyledCitations {
 public:
  StyledCitations(const Context& context, const model::CitationStyle& style)
      : context_(context), style_(style), mentions_(style) {}

  /// A group of Markdown, "[@e14, p. 14; @e02]": a note, or parentheses, as the guide has it; inside a
  /// note of the author the mentions alone.
  [[nodiscard]] Inlines Group(std::string_view text, Span span, bool in_note);

  /// A note of the author begins: its anchor, to which later mentions refer.
  [[nodiscard]] std::string BeginNote();

  /// True when the mark of a note stands behind a full stop or comma.
  [[nodiscard]] bool MarkAfterPunctuation() const {
    return style_.placement == model::CitationStyle::Placement::kNotes && style_.mark_after_punctuation;
  }

 private:
  Inlines MentionOf(const model::Citation& citation);

  const Context& context_;
  const model::CitationStyle& style_;
  citing::Mentions mentions_;
  int places_ = 0;
};

}  // namespace dossier::compose
