// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/layout/block_setter.h"

namespace dossier::layout {
namespace {

struct HeadingShape {
  TextStyle text;
  Length before, after;
};

const HeadingShape& ShapeOfHeading(int level) {
  using fonts::Style;
  const auto style = [](double size, double leading, Style face) {
    return TextStyle{Length::FromPoints(size), Length::FromPoints(leading), face, Alignment::kLeft};
  };
  static const std::array<HeadingShape, 4> kShapes = {{
      {style(15, 20, Style::kBold), Length::FromPoints(24), Length::FromPoints(9)},
      {style(12.5, 17, Style::kBold), Length::FromPoints(18), Length::FromPoints(7)},
      {style(11, 15, Style::kBold), Length::FromPoints(13), Length::FromPoints(5)},
      {style(11, 15, Style::kItalic), Length::FromPoints(11), Length::FromPoints(4)},
  }};
  return kShapes[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)];
}

/// Without what may stand in a document once only.
std::vector<compose::Inline> WithoutNotes(const std::vector<compose::Inline>& content) {
  std::vector<compose::Inline> kept;
  for (const compose::Inline& item : content) {
    if (const auto* link = std::get_if<compose::Link>(&item.value)) {
      const std::vector<compose::Inline> inside = WithoutNotes(link->content);
      kept.insert(kept.end(), inside.begin(), inside.end());
    } else if (std::holds_alternative<compose::LineBreak>(item.value)) {
      kept.push_back(Words(" ").front());
    } else if (!std::holds_alternative<compose::Note>(item.value) &&
               !std::holds_alternative<compose::AnchorHere>(item.value)) {
      kept.push_back(item);
    }
  }
  return kept;
}

std::string WordsOf(const std::vector<compose::Inline>& content) {
  std::string words;
  for (const compose::Inline& item : content) {
    if (const auto* run = std::get_if<compose::TextRun>(&item.value)) {
      words += run->text;
    }
  }
  return words;
}

void CollectHeadings(const std::vector<compose::Block>& blocks, std::vector<HeadingEntry>& out);

struct HeadingCollector {
  std::vector<HeadingEntry>& out;

  void operator()(const compose::Heading& heading) const {
    HeadingEntry entry;
    entry.level = heading.level;
    entry.number = heading.number;
    entry.content = WithoutNotes(heading.content);
    entry.title = heading.number + (heading.number.empty() ? "" : " ") + WordsOf(entry.content);
    entry.running = heading.running;
    entry.anchor = heading.anchor;
    entry.in_contents = heading.in_contents;
    out.push_back(std::move(entry));
  }
  void operator()(const compose::Quotation& quotation) const {
    CollectHeadings(quotation.content, out);
  }
  void operator()(const compose::List& list) const {
    for (const compose::ListItem& item : list.items) {
      CollectHeadings(item.content, out);
    }
  }
  template <typename Other>
  void operator()(const Other&) const {}
};

/// The contents as elements: one within the other for each level of headings.
class ContentsTags {
 public:
  ContentsTags(structure::Tree& tree, int parent) : tree_(tree), parent_(parent) {}

  /// The element that entries of this level belong to.
  int Level(int level) {
    while (!open_.empty() && open_.back().level > level) open_.pop_back();
    if (open_.empty() || open_.back().level < level) {
      const int outer = open_.empty() ? parent_ : open_.back().element;
      open_.push_back({level, tree_.Add({.role = structure::Role::kContents, .parent = outer})});
    }
    return open_.back().element;
  }

 private:
  struct Open {
    int level = 0, element = 0;
  };
  structure::Tree& tree_;
  int parent_;
  std::vector<Open> open_;
};

void CollectHeadings(const std::vector<compose::Block>& blocks, std::vector<HeadingEntry>& out) {
  for (const compose::Block& block : blocks) {
    std::visit(HeadingCollector{out}, block.value);
  }
}

}  // namespace

void BlockSetter::Put(const compose::Heading& heading, const Column& column, Stack& stack) {
  const HeadingShape& style = ShapeOfHeading(heading.level);
  ParagraphShape shape;
  shape.text = style.text;
  shape.text.language = heading.language.empty() ? column.text.language : heading.language;
  shape.text.link_rgb = 0;
  shape.tag = {.role = structure::Role::kHeading, .level = std::max(1, heading.level),
               .language = heading.language};
  shape.label_text = style.text;
  shape.space_before = style.before;
  shape.space_after = style.after;
  shape.keep_with_next = true;
  shape.keep_together = true;
  if (!heading.number.empty()) {
    shape.label = heading.number;
    shape.indent = std::max(measure::kHangingLabel,
                            LabelWidth(shape.label, shape.label_text) + Length::FromPoints(8));
  }
  if (heading.page_break_before) {
    stack.StartPage();
  }
  stack.Anchor(heading.anchor);
  SetParagraph(heading.content, shape, column, stack);
}

void BlockSetter::Put(const compose::Contents& contents, const Column& column, Stack& stack) {
  if (!contents.title.empty()) {
    ParagraphShape shape;
    shape.text = ShapeOfHeading(1).text;
    shape.space_after = ShapeOfHeading(1).after;
    shape.tag = {.role = structure::Role::kHeading, .level = 1};
    shape.keep_with_next = true;
    SetParagraph(Words(contents.title), shape, column, stack);
  }
  ContentsTags tags(laid_.structure, column.element);
  for (const HeadingEntry& heading : context_.headings) {
    if (!heading.in_contents || heading.level > contents.depth) {
      continue;
    }
    compose::Paragraph entry;
    entry.style = compose::ParagraphStyle::kContentsEntry;
    entry.level = heading.level - 1;
    entry.label = heading.number;
    compose::Link link;
    link.anchor = heading.anchor;
    link.content = heading.content;
    link.content.push_back({compose::PageNumberOf{.anchor = heading.anchor}});
    entry.content.push_back({std::move(link)});
    Column inner = column;
    inner.element = tags.Level(heading.level);
    Put(entry, inner, stack);
  }
  stack.Space(measure::kParagraphSpace);
}

std::vector<HeadingEntry> FindHeadings(const std::vector<compose::Block>& blocks) {
  std::vector<HeadingEntry> headings;
  CollectHeadings(blocks, headings);
  return headings;
}

}  // namespace dossier::layout
