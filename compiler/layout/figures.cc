// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/layout/block_setter.h"

namespace dossier::layout {

void BlockSetter::Put(const compose::SignatureBlock& signature, const Column& column,
                      Stack& stack) {
  const std::size_t first = stack.slabs().size();
  SetBlocks(signature.content, column, stack);
  const Length width = std::min(column.width, Length::FromPoints(250));
  const Length box_height = Length::FromPoints(62);
  Slab slab;
  const int words = Tag(structure::Role::kParagraph, column.element);
  slab.space_before = Length::FromPoints(10);
  slab.height = box_height;
  const Length right = column.left + width;
  Length box_bottom = box_height;
  if (!signature.caption.empty()) {
    TextStyle small = kNoteText.In(column.text);
    small.size = Length::FromPoints(7.5);
    const Length padding = Length::FromPoints(5);
    SetLabel(signature.caption, small, column.left + padding, box_height - padding, words, slab);
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
  slab.signatures.push_back({column.left + inset, right - inset, inset, box_bottom - inset,
                             Tag(structure::Role::kForm, column.element)});
  stack.Push(std::move(slab));
  for (std::size_t i = first; i + 1 < stack.slabs().size(); ++i) {
    stack.slabs()[i].keep_with_next = true;
  }
  stack.Space(measure::kParagraphSpace);
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
  slab.height = std::min(Length::FromPoints(std::max(0, space.points)), page().text_height() / 2);
  slab.discardable = true;
  stack.Push(std::move(slab));
}

void BlockSetter::Put(const compose::Image& image, const Column& column, Stack& stack) {
  const std::size_t pixels = image.width > 0 && image.height > 0
                                 ? static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height)
                                 : 0;
  const bool sound = pixels > 0 && image.rgb != nullptr &&
                     (image.rgb->size() == 3 * pixels || image.rgb->size() == pixels);
  if (!sound) {
    ParagraphShape shape;
    shape.text = kNoteText.In(column.text);
    shape.text.hyphenate = false;
    shape.text.face = fonts::Style::kItalic;
    SetParagraph(Words(image.alternative), shape, column, stack);
    return;
  }
  const double dots = image.dots_per_inch > 1 ? image.dots_per_inch : 150;
  const Length tallest = page().text_height() * 8 / 10;
  Length width = std::min(Length::FromPoints(image.width * 72.0 / dots), column.width);
  Length height = width * image.height / image.width;
  if (height > tallest) {
    height = tallest;
    width = height * image.width / image.height;
  }
  // A picture that nobody described is decoration: a figure must say what it shows.
  const int element =
      image.alternative.empty()
          ? -1
          : Tag({.role = structure::Role::kFigure, .alternative = image.alternative}, column.element);
  Slab slab;
  slab.space_before = measure::kParagraphSpace;
  slab.height = height;
  slab.pictures.push_back({.left = column.left + (column.width - width) / 2,
                           .width = width,
                           .height = height,
                           .pixels_wide = image.width,
                           .pixels_high = image.height,
                           .rgb = image.rgb,
                           .element = element});
  stack.Push(std::move(slab));
  stack.Space(measure::kParagraphSpace);
}

void BlockSetter::Put(const compose::Figure& figure, const Column& column, Stack& stack) {
  const std::size_t first = stack.slabs().size();
  stack.Anchor(figure.anchor);
  Put(figure.image, column, stack);
  ParagraphShape shape;
  shape.text = kTableText.In(column.text);
  shape.text.hyphenate = false;
  shape.text.alignment = Alignment::kCentred;
  shape.keep_together = true;
  shape.tag.role = structure::Role::kCaption;
  shape.space_after = measure::kParagraphSpace + Length::FromPoints(3);
  std::vector<compose::Inline> caption;
  if (!figure.label.empty()) {
    caption = Words(figure.label + (figure.caption.empty() ? "" : ". "));
  }
  caption.insert(caption.end(), figure.caption.begin(), figure.caption.end());
  SetParagraph(caption, shape, column, stack);
  for (std::size_t i = first; i + 1 < stack.slabs().size(); ++i) {
    stack.slabs()[i].keep_with_next = true;
  }
}

void BlockSetter::Put(const compose::Endnotes&, const Column&, Stack&) { laid_.endnotes = true; }

}  // namespace dossier::layout
