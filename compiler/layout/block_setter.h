// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/layout/layout.h"
#include "compiler/layout/stack.h"

namespace dossier::layout {

/// Where blocks are set and in what type.
struct Column {
  Length left{}, width{};
  TextStyle text = kBody;
  bool tight = false;  // notes and cells: less space between paragraphs
  int element = -1;    // of the structure: what the blocks are part of
};

/// How a paragraph differs from the column it stands in.
struct ParagraphShape {
  TextStyle text;
  Length indent;      // of the words
  std::string label;  // stands at the left edge of the column
  TextStyle label_text = kBody;
  Length space_before, space_after;
  bool keep_with_next = false;
  bool keep_together = false;
  bool leaders = false;  // the last page number goes to the right edge
  structure::Element tag{};  // what the paragraph is
  int element = -1;          // it, once it is in the tree
  int label_element = -1;    // what its label is part of
  bool label_outside = false;  // in the margin of the page, left of the column
};

struct ColumnPlan;

/// Sets the blocks of one top-level block. Private to `layout`.
class BlockSetter {
 public:
  BlockSetter(const BlockContext& context, LaidBlock& laid)
      : context_(context), laid_(laid), next_note_(context.first_note) {}

  void SetBlocks(const std::vector<compose::Block>& blocks, const Column& column, Stack& stack);
  void SetBlock(const compose::Block& block, const Column& column, Stack& stack);

  [[nodiscard]] int next_note() const { return next_note_; }

 private:
  [[nodiscard]] const PageMeasure& page() const { return context_.tools.page; }

  // Blocks.
  void Put(const compose::Paragraph& paragraph, const Column& column, Stack& stack);
  void Put(const compose::Heading& heading, const Column& column, Stack& stack);
  void Put(const compose::List& list, const Column& column, Stack& stack);
  void Put(const compose::Table& table, const Column& column, Stack& stack);
  void Put(const compose::Quotation& quotation, const Column& column, Stack& stack);
  void Put(const compose::Contents& contents, const Column& column, Stack& stack);
  void Put(const compose::SignatureBlock& signature, const Column& column, Stack& stack);
  void Put(const compose::PageBreak& page_break, const Column& column, Stack& stack);
  void Put(const compose::Rule& rule, const Column& column, Stack& stack);
  void Put(const compose::Space& space, const Column& column, Stack& stack);
  void Put(const compose::Image& image, const Column& column, Stack& stack);
  void Put(const compose::Figure& figure, const Column& column, Stack& stack);
  void Put(const compose::Endnotes& endnotes, const Column& column, Stack& stack);

  // Paragraphs.
  ParagraphShape ShapeOf(const compose::Paragraph& paragraph, const Column& column);
  ParagraphShape ShapeOfMarginNumber(ParagraphShape shape, const std::string& label,
                                     const Column& column);
  ParagraphShape ShapeOfEntry(const compose::Paragraph& paragraph, const Column& column);
  void SetParagraph(const std::vector<compose::Inline>& content, const ParagraphShape& shape,
                    const Column& column, Stack& stack);
  void SetFlow(Flow flow, const ParagraphShape& shape, const Column& column, Stack& stack);
  std::vector<Slab> SetLines(const Flow& flow, const ParagraphShape& shape, const Column& column);
  void SetLeader(const Flow& number, Length from, const ParagraphShape& shape, const Column& column,
                 Slab& slab);
  Length SetLabel(const std::string& label, const TextStyle& style, Length x, Length baseline,
                  int element, Slab& slab);
  Length LabelWidth(const std::string& label, const TextStyle& style);
  bool LabelFits(const ParagraphShape& shape, const Column& column);
  void SetLabelAbove(const ParagraphShape& like, const Column& column, Stack& stack);
  void SetNotes(const Flow& flow, int parent);

  // Tables.
  std::vector<Slab> SetRow(const compose::TableRow& row, const ColumnPlan& plan,
                           const Column& column, bool head, bool ruled);

  // Structure.
  int Tag(structure::Role role, int parent);
  int Tag(structure::Element element, int parent);

  BlockContext context_;
  LaidBlock& laid_;
  int next_note_;
};

/// Gives every segment of `flow` its element: `element`, or an element of its own below it for a link
/// and for words in another language.
void TagFlow(Flow& flow, int element, structure::Tree& tree);

/// A paragraph of plain words.
[[nodiscard]] std::vector<compose::Inline> Words(std::string text);

/// Where the first baseline of a line of this type lies below the top of the line.
[[nodiscard]] Length BaselineOf(const TextStyle& style);

/// Moves everything of `from` down by `down` and into `into`; the height of `into` stays.
void Merge(Slab from, Length down, Slab& into);

/// `column` without `indent` on the left, as long as enough is left.
[[nodiscard]] Column Indented(const Column& column, Length left, Length right);

}  // namespace dossier::layout
