// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/fonts/font_set.h"
#include "compiler/foundation/length.h"
#include "compiler/foundation/span.h"
#include "compiler/layout/style.h"
#include "compiler/text/bidi.h"

namespace dossier::layout {

/// What `NumberOf` prints, by anchor.
using Labels = std::map<std::string, std::string, std::less<>>;

/// Page numbers as far as they are known. One that is not known yet holds its place with zeros.
struct PageNumbers {
  std::map<std::string, int, std::less<>> known;
  int digits = 2;         // of a place holder
  bool complete = false;  // no round will find more: what is not known shows "?"
  std::shared_ptr<const Labels> labels{};  // none: every number shows "?"

  [[nodiscard]] std::string TextOf(const std::string& anchor) const;
  [[nodiscard]] std::string LabelOf(const std::string& anchor) const;
};

/// A stretch of a paragraph in one face and size.
struct Segment {
  std::uint32_t begin = 0, end = 0;  // bytes of `Flow::text`
  fonts::Style face = fonts::Style::kRegular;
  Length size;
  Length raise;
  bool note_mark = false;
  int link = -1;  // index into `Flow::links`
  std::uint32_t rgb = 0;
  bool page_number = false;
  std::string language;    // empty: that of the paragraph
  int element = -1;        // set by `TagFlow`
  bool hyphenate = false;  // its words may be cut
  Span source;
};

struct Target {
  std::string anchor, url;
  bool reference = false;  // leads to a note or, from the contents, to a heading
  std::string words{};     // set by `TagFlow` unless they are known
};

struct NoteMark {
  std::uint32_t offset = 0;
  int number = 0;
  const compose::Note* note = nullptr;
};

/// A place that something leads to.
struct FlowAnchor {
  std::uint32_t offset = 0;
  std::string name;
};

/// A paragraph as one text with its faces: what line breaking looks at. White space is single
/// blanks; a line feed is a break the author asked for.
struct Flow {
  std::string text;
  std::vector<Segment> segments;  // in order, without gaps
  std::vector<Target> links;
  std::vector<NoteMark> notes;
  std::vector<FlowAnchor> anchors;
  std::vector<std::string> page_numbers_of;
  text::Levels levels;  // directions
  std::string_view language;  // of the paragraph; outlives the flow
  bool hyphenate = false;  // words of any segment may be cut
};

/// `next_note` is the number of the first note mark and is counted up.
[[nodiscard]] Flow MakeFlow(const std::vector<compose::Inline>& content, const TextStyle& style,
                            const PageNumbers& numbers, int& next_note);

/// The number of a note as its mark and its label show it: in superior figures where `style` has them.
[[nodiscard]] std::string NoteMarkWords(int number, const TextStyle& style);

/// A flow of plain words.
[[nodiscard]] Flow PlainFlow(std::string_view words, const TextStyle& style);

}  // namespace dossier::layout
