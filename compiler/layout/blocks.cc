// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/layout/block_setter.h"
#include "compiler/layout/set_line.h"

namespace dossier::layout {
namespace {

/// Depth of one level in the contents.
constexpr Length kEntryIndent = Length::FromPoints(22);

bool IsPartOfParagraph(const compose::Block& block) {
  return std::holds_alternative<compose::List>(block.value) ||
         std::holds_alternative<compose::Quotation>(block.value);
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

ParagraphShape BlockSetter::ShapeOf(const compose::Paragraph& paragraph, const Column& column) {
  using compose::ParagraphStyle;
  ParagraphShape shape;
  shape.text = column.text;
  shape.label_text = column.text;
  shape.space_after = column.tight ? Length::FromPoints(2.5) : measure::kParagraphSpace;
  shape.keep_with_next = paragraph.keep_with_next;
  shape.tag.language = paragraph.language;
  switch (paragraph.style) {
    case ParagraphStyle::kBody:
      break;
    case ParagraphStyle::kNumbered:
      shape.label = paragraph.label;
      shape.indent = std::max(measure::kHangingLabel,
                              LabelWidth(shape.label, shape.label_text) + measure::kLabelGap);
      break;
    case ParagraphStyle::kTitle:
      shape.text = kTitle.In(column.text);
      shape.text.hyphenate = false;
      shape.tag.role = structure::Role::kHeading;
      shape.space_after = Length::FromPoints(14);
      shape.keep_together = true;
      break;
    case ParagraphStyle::kSubtitle:
      shape.text = kSubtitle.In(column.text);
      shape.text.hyphenate = false;
      shape.space_after = Length::FromPoints(8);
      shape.keep_together = true;
      break;
    case ParagraphStyle::kCentred:
      shape.text.alignment = Alignment::kCentred;
      break;
    case ParagraphStyle::kSmall:
      shape.text = kNoteText.In(column.text);
      shape.text.alignment = Alignment::kLeft;
      break;
    case ParagraphStyle::kRight:
      shape.text.alignment = Alignment::kRight;
      break;
    case ParagraphStyle::kMarginNumber:
      return ShapeOfMarginNumber(std::move(shape), paragraph.label, column);
    case ParagraphStyle::kContentsEntry:
      return ShapeOfEntry(paragraph, column);
  }
  return shape;
}

/// The number stands in the margin of the page; where there is none, beside the words.
ParagraphShape BlockSetter::ShapeOfMarginNumber(ParagraphShape shape, const std::string& label,
                                                const Column& column) {
  shape.label = label;
  const Length wanted = LabelWidth(label, shape.label_text) + measure::kLabelGap;
  shape.label_outside = column.left == Length() && wanted <= page().left - measure::kEdge;
  shape.indent = shape.label_outside ? Length() : std::max(measure::kHangingLabel, wanted);
  return shape;
}

/// A line of the contents: chapters bold with room above, the rest indented by depth.
ParagraphShape BlockSetter::ShapeOfEntry(const compose::Paragraph& paragraph,
                                         const Column& column) {
  ParagraphShape shape;
  shape.text = column.text;
  shape.text.alignment = Alignment::kLeft;
  shape.text.link_rgb = 0;
  shape.text.hyphenate = false;
  shape.leaders = true;
  shape.tag.role = structure::Role::kContentsItem;
  shape.label = paragraph.label;
  shape.space_after = Length::FromPoints(1.5);
  shape.keep_together = true;
  const bool chapter = paragraph.level <= 0;
  if (chapter) {
    shape.text.face = fonts::Style::kBold;
    shape.space_before = Length::FromPoints(6);
  }
  shape.label_text = shape.text;
  if (!shape.label.empty()) {
    const Length least = chapter ? kEntryIndent : Length::FromPoints(30);
    shape.indent = std::max(least, LabelWidth(shape.label, shape.label_text) + measure::kLabelGap);
  }
  return shape;
}

void BlockSetter::Put(const compose::Paragraph& paragraph, const Column& column, Stack& stack) {
  const bool entry = paragraph.style == compose::ParagraphStyle::kContentsEntry;
  Column inner =
      entry ? Indented(column, kEntryIndent * std::clamp(paragraph.level, 0, 4), Length()) : column;
  if (!paragraph.language.empty()) {
    inner.text.language = paragraph.language;
  }
  stack.Anchor(paragraph.anchor);
  SetParagraph(paragraph.content, ShapeOf(paragraph, inner), inner, stack);
}

void BlockSetter::Put(const compose::List& list, const Column& column, Stack& stack) {
  const Length gap = column.tight ? Length::FromPoints(1.5) : Length::FromPoints(3);
  Length label = measure::kListIndent;
  for (const compose::ListItem& item : list.items) {
    label = std::max(label, LabelWidth(item.label, column.text) + measure::kLabelGap);
  }
  const structure::Numbering numbering =
      list.items.empty() ? structure::Numbering::kNone
                         : structure::NumberingOf(list.items.front().label);
  const int whole = Tag({.role = structure::Role::kList, .numbering = numbering}, column.element);
  for (const compose::ListItem& item : list.items) {
    Column inner = Indented(column, label, Length());
    const bool above = label * 2 > column.width || inner.left == column.left;
    const int element = Tag(structure::Role::kListItem, whole);
    const int label_element = Tag(structure::Role::kLabel, element);
    if (above) {
      ParagraphShape shape;
      shape.label = item.label;
      shape.label_text = column.text;
      shape.label_element = label_element;
      inner = column;
      SetLabelAbove(shape, column, stack);
    }
    inner.element = Tag(structure::Role::kListBody, element);
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
      SetLabel(item.label, column.text, column.left, slab.baseline, label_element, slab);
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
    inner.text = kQuotationText.In(column.text);
  }
  if (!quotation.language.empty()) {
    inner.text.language = quotation.language;
  }
  inner.element = Tag({.role = structure::Role::kBlockQuote, .language = quotation.language},
                      column.element);
  SetBlocks(quotation.content, inner, stack);
}

void BlockSetter::Put(const compose::PageBreak&, const Column&, Stack& stack) { stack.StartPage(); }

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
  Column column{.width = context.tools.page.text_width(), .text = context.text()};
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
  const Atoms atoms = MakeAtoms(flow, tools.page.text_width(), tools);
  Slab slab;
  slab.height = style.leading;
  slab.baseline = BaselineOf(style);
  if (!atoms.atoms.empty()) {
    const LinePlace place{Length(), slab.baseline, tools.page.text_width(), Alignment::kLeft};
    width = SetLine(flow, atoms, {0, atoms.atoms.size(), true}, place, tools, slab);
  }
  return slab;
}

}  // namespace dossier::layout
