// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/layout/block_setter.h"
#include "compiler/layout/set_line.h"

namespace dossier::layout {
namespace {

struct HeadingShape {
  TextStyle text;
  Length before, after;
};

const HeadingShape& ShapeOfHeading(int level) {
  using fonts::Style;
  const auto style = [](double size, double leading, Style face) {
    return TextStyle{Length::FromPoints(size), Length::FromPoints(leading), face,
                     Alignment::kLeft};
  };
  static const std::array<HeadingShape, 4> kShapes = {{
      {style(15, 20, Style::kBold), Length::FromPoints(24), Length::FromPoints(9)},
      {style(12.5, 17, Style::kBold), Length::FromPoints(18), Length::FromPoints(7)},
      {style(11, 15, Style::kBold), Length::FromPoints(13), Length::FromPoints(5)},
      {style(11, 15, Style::kItalic), Length::FromPoints(11), Length::FromPoints(4)},
  }};
  return kShapes[static_cast<std::size_t>(std::clamp(level, 1, 4) - 1)];
}

std::vector<compose::Inline> WithoutNotes(const std::vector<compose::Inline>& content) {
  std::vector<compose::Inline> kept;
  for (const compose::Inline& item : content) {
    if (const auto* link = std::get_if<compose::Link>(&item.value)) {
      const std::vector<compose::Inline> inside = WithoutNotes(link->content);
      kept.insert(kept.end(), inside.begin(), inside.end());
    } else if (std::holds_alternative<compose::LineBreak>(item.value)) {
      kept.push_back(Words(" ").front());
    } else if (!std::holds_alternative<compose::Note>(item.value)) {
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

bool IsPartOfParagraph(const compose::Block& block) {
  return std::holds_alternative<compose::List>(block.value) ||
         std::holds_alternative<compose::Quotation>(block.value);
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

void CollectHeadings(const std::vector<compose::Block>& blocks, std::vector<HeadingEntry>& out) {
  for (const compose::Block& block : blocks) {
    std::visit(HeadingCollector{out}, block.value);
  }
}

}  // namespace

std::vector<compose::Inline> Words(std::string text) {
  compose::TextRun run;
  run.text = std::move(text);
  return {{std::move(run)}};
}

Column Indented(const Column& column, Length left, Length right) {
  Column inner = column;
  if (column.width - left - right >= measure::kNarrowest) {
    inner.left += left;
    inner.width -= left + right;
  }
  return inner;
}

void BlockSetter::SetBlocks(const std::vector<compose::Block>& blocks, const Column& column,
                            Stack& stack) {
  for (const compose::Block& block : blocks) {
    SetBlock(block, column, stack);
  }
}

void BlockSetter::SetBlock(const compose::Block& block, const Column& column, Stack& stack) {
  std::visit([&](const auto& value) { Put(value, column, stack); }, block.value);
}

void BlockSetter::Put(const compose::Paragraph& paragraph, const Column& column, Stack& stack) {
  using compose::ParagraphStyle;
  ParagraphShape shape;
  shape.text = column.text;
  shape.label_text = column.text;
  shape.space_after = column.tight ? Length::FromPoints(2.5) : measure::kParagraphSpace;
  shape.keep_with_next = paragraph.keep_with_next;
  switch (paragraph.style) {
    case ParagraphStyle::kBody:
      break;
    case ParagraphStyle::kNumbered:
      shape.label = paragraph.label;
      shape.indent = std::max(measure::kHangingLabel,
                              LabelWidth(shape.label, shape.label_text) + measure::kLabelGap);
      break;
    case ParagraphStyle::kTitle:
      shape.text = kTitle;
      shape.space_after = Length::FromPoints(14);
      shape.keep_together = true;
      break;
    case ParagraphStyle::kSubtitle:
      shape.text = kSubtitle;
      shape.space_after = Length::FromPoints(8);
      shape.keep_together = true;
      break;
    case ParagraphStyle::kCentred:
      shape.text.alignment = Alignment::kCentred;
      break;
    case ParagraphStyle::kSmall:
      shape.text = kNoteText;
      shape.text.alignment = Alignment::kLeft;
      break;
    case ParagraphStyle::kContentsEntry:
      shape.text.alignment = Alignment::kLeft;
      shape.text.link_rgb = 0;
      shape.leaders = true;
      shape.label = paragraph.label;
      shape.space_after = Length::FromPoints(1.5);
      shape.keep_together = true;
      break;
  }
  Column inner = column;
  if (paragraph.style == ParagraphStyle::kContentsEntry) {
    if (paragraph.level <= 0) {
      shape.text.face = fonts::Style::kBold;
      shape.label_text.face = fonts::Style::kBold;
      shape.space_before = Length::FromPoints(6);
    }
    inner = Indented(column, Length::FromPoints(22) * std::clamp(paragraph.level, 0, 4), Length());
    const Length least = Length::FromPoints(paragraph.level <= 0 ? 22 : 30);
    shape.indent = shape.label.empty()
                       ? Length()
                       : std::max(least, LabelWidth(shape.label, shape.label_text) +
                                             measure::kLabelGap);
  }
  stack.Anchor(paragraph.anchor);
  SetParagraph(paragraph.content, shape, inner, stack);
}

void BlockSetter::Put(const compose::Heading& heading, const Column& column, Stack& stack) {
  const HeadingShape& style = ShapeOfHeading(heading.level);
  ParagraphShape shape;
  shape.text = style.text;
  shape.text.link_rgb = 0;
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

void BlockSetter::Put(const compose::List& list, const Column& column, Stack& stack) {
  const Length gap = column.tight ? Length::FromPoints(1.5) : Length::FromPoints(3);
  Length label = measure::kListIndent;
  for (const compose::ListItem& item : list.items) {
    label = std::max(label, LabelWidth(item.label, column.text) + measure::kLabelGap);
  }
  for (const compose::ListItem& item : list.items) {
    Column inner = Indented(column, label, Length());
    const bool above = label * 2 > column.width || inner.left == column.left;
    if (above) {
      ParagraphShape shape;
      shape.label = item.label;
      shape.label_text = column.text;
      inner = column;
      SetLabelAbove(shape, column, stack);
    }
    std::size_t line = stack.slabs().size();
    SetBlocks(item.content, inner, stack);
    // The label stands beside the first line of text, not beside white space or a picture.
    while (line < stack.slabs().size() && stack.slabs()[line].baseline == Length()) {
      ++line;
    }
    if (line == stack.slabs().size()) {
      Slab empty;
      empty.height = column.text.leading;
      empty.baseline = BaselineOf(column.text);
      stack.Push(std::move(empty));
    }
    if (!above) {
      Slab& slab = stack.slabs()[line];
      SetLabel(item.label, column.text, column.left, slab.baseline, slab);
    }
    if (&item != &list.items.back()) {
      stack.CutSpace(gap);
    }
  }
  stack.Space(column.tight ? Length::FromPoints(2.5) : measure::kParagraphSpace);
}

void BlockSetter::Put(const compose::Quotation& quotation, const Column& column, Stack& stack) {
  Column inner = Indented(column, measure::kQuotationIndent, measure::kQuotationIndent);
  if (!column.tight) {
    inner.text = kQuotationText;
  }
  SetBlocks(quotation.content, inner, stack);
}

void BlockSetter::Put(const compose::Contents& contents, const Column& column, Stack& stack) {
  if (!contents.title.empty()) {
    ParagraphShape shape;
    shape.text = ShapeOfHeading(1).text;
    shape.space_after = ShapeOfHeading(1).after;
    shape.keep_with_next = true;
    SetParagraph(Words(contents.title), shape, column, stack);
  }
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
    Put(entry, column, stack);
  }
  stack.Space(measure::kParagraphSpace);
}

void BlockSetter::Put(const compose::SignatureBlock& signature, const Column& column,
                      Stack& stack) {
  const std::size_t first = stack.slabs().size();
  SetBlocks(signature.content, column, stack);
  const Length width = std::min(column.width, Length::FromPoints(250));
  const Length box_height = Length::FromPoints(62);
  Slab slab;
  slab.space_before = Length::FromPoints(10);
  slab.height = box_height;
  const Length right = column.left + width;
  Length box_bottom = box_height;
  if (!signature.caption.empty()) {
    TextStyle small = kNoteText;
    small.size = Length::FromPoints(7.5);
    const Length padding = Length::FromPoints(5);
    SetLabel(signature.caption, small, column.left + padding, box_height - padding, slab);
    box_bottom = box_height - Length::FromPoints(14);
  }
  const auto stroke = [&](Length x1, Length y1, Length x2, Length y2) {
    slab.strokes.push_back({x1, y1, x2, y2, measure::kHairline});
  };
  stroke(column.left, Length(), right, Length());
  stroke(column.left, box_height, right, box_height);
  stroke(column.left, Length(), column.left, box_height);
  stroke(right, Length(), right, box_height);
  const Length inset = Length::FromPoints(2);
  slab.signatures.push_back(
      {column.left + inset, right - inset, inset, box_bottom - inset});
  stack.Push(std::move(slab));
  for (std::size_t i = first; i + 1 < stack.slabs().size(); ++i) {
    stack.slabs()[i].keep_with_next = true;
  }
  stack.Space(measure::kParagraphSpace);
}

void BlockSetter::Put(const compose::PageBreak&, const Column&, Stack& stack) {
  stack.StartPage();
}

void BlockSetter::Put(const compose::Rule&, const Column& column, Stack& stack) {
  Slab slab;
  slab.height = Length::FromPoints(9);
  const Length y = slab.height / 2;
  slab.strokes.push_back({column.left, y, column.left + column.width, y, measure::kHairline});
  stack.Push(std::move(slab));
}

void BlockSetter::Put(const compose::Space& space, const Column&, Stack& stack) {
  Slab slab;
  slab.height = std::min(Length::FromPoints(std::max(0, space.points)), measure::kTextHeight / 2);
  slab.discardable = true;
  stack.Push(std::move(slab));
}

void BlockSetter::Put(const compose::Image& image, const Column& column, Stack& stack) {
  const bool sound = image.width > 0 && image.height > 0 && image.rgb != nullptr &&
                     image.rgb->size() == static_cast<std::size_t>(image.width) *
                                              static_cast<std::size_t>(image.height) * 3;
  if (!sound) {
    ParagraphShape shape;
    shape.text = kNoteText;
    shape.text.face = fonts::Style::kItalic;
    SetParagraph(Words(image.alternative), shape, column, stack);
    return;
  }
  const double dots = image.dots_per_inch > 1 ? image.dots_per_inch : 150;
  const Length tallest = measure::kTextHeight * 8 / 10;
  Length width = std::min(Length::FromPoints(image.width * 72.0 / dots), column.width);
  Length height = width * image.height / image.width;
  if (height > tallest) {
    height = tallest;
    width = height * image.width / image.height;
  }
  Slab slab;
  slab.space_before = measure::kParagraphSpace;
  slab.height = height;
  slab.pictures.push_back({.left = column.left + (column.width - width) / 2,
                           .width = width,
                           .height = height,
                           .pixels_wide = image.width,
                           .pixels_high = image.height,
                           .rgb = image.rgb});
  stack.Push(std::move(slab));
  stack.Space(measure::kParagraphSpace);
}

std::vector<HeadingEntry> FindHeadings(const std::vector<compose::Block>& blocks) {
  std::vector<HeadingEntry> headings;
  CollectHeadings(blocks, headings);
  return headings;
}

namespace {

/// Whether the blocks after `block` belong to a numbered paragraph, when those before it did.
bool IsHanging(const compose::Block& block, bool before) {
  if (const auto* paragraph = std::get_if<compose::Paragraph>(&block.value)) {
    return paragraph->style == compose::ParagraphStyle::kNumbered;
  }
  return before && IsPartOfParagraph(block);
}

}  // namespace

SetResult SetBlock(const compose::Block& block, const BlockContext& context) {
  SetResult result;
  BlockSetter setter(context, result.block);
  Stack stack;
  stack.Space(context.before.space);
  if (context.before.starts_page) {
    stack.StartPage();
  }
  Column column{.width = measure::kTextWidth};
  if (context.before.hanging && IsPartOfParagraph(block)) {
    column = Indented(column, measure::kHangingLabel, Length());
  }
  setter.SetBlock(block, column, stack);
  result.next_note = setter.next_note();
  result.after = {stack.space(), stack.wants_page(), IsHanging(block, context.before.hanging)};
  result.block.slabs = std::move(stack.slabs());
  return result;
}

Slab SetWords(std::string_view words, const TextStyle& style, Tools& tools, Length& width) {
  const Flow flow = PlainFlow(words, style);
  const Atoms atoms = MakeAtoms(flow, measure::kTextWidth, tools);
  Slab slab;
  slab.height = style.leading;
  slab.baseline = BaselineOf(style);
  if (!atoms.atoms.empty()) {
    const LinePlace place{Length(), slab.baseline, measure::kTextWidth, Alignment::kLeft};
    width = SetLine(flow, atoms, {0, atoms.atoms.size(), true}, place, tools, slab);
  }
  return slab;
}

}  // namespace dossier::layout
