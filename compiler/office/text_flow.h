// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/inspect/exhibit_facts.h"

namespace dossier::office {

/// Gathers what a reader of a word processor file finds into blocks in reading order.
///
/// A paragraph is a block. A row of a table is one block, its cells joined by " | "; but where a row
/// has one cell with words, or a cell of more than `kMostInCell` paragraphs, the table only arranges
/// the page, and each paragraph is a block. What stands in a box beside a paragraph follows it. Runs
/// of white space are one space; empty paragraphs are left out.
class TextFlow {
 public:
  static constexpr std::size_t kMostInCell = 8;
  static constexpr std::size_t kMostBlocks = 1'000'000;

  /// Begins a paragraph; one that is open ends.
  void Begin(inspect::BlockKind kind = inspect::BlockKind::kParagraph, int level = 0);
  /// What the open paragraph turns out to be. A label stands before its words ("12.").
  void Become(inspect::BlockKind kind, int level, std::string_view label = {});
  [[nodiscard]] bool open() const { return frames_.back().open.has_value(); }
  void Words(std::string_view words);
  void End();

  void BeginRow();
  void BeginCell();
  void EndCell();
  void EndRow();
  void BeginAside();
  void EndAside();

  [[nodiscard]] bool too_many() const { return count_ > kMostBlocks; }
  /// Everything gathered, not numbered.
  [[nodiscard]] std::vector<inspect::TextBlock> Take();

 private:
  using Blocks = std::vector<inspect::TextBlock>;
  using Row = std::vector<Blocks>;  // a list of blocks for each cell

  /// The text itself, or a box.
  struct Frame {
    Blocks blocks;
    std::vector<Row> rows;  // rows inside cells of rows
    std::optional<inspect::TextBlock> open;
    Blocks asides;  // of the open paragraph
  };

  void Emit(inspect::TextBlock block);
  void EmitAll(Blocks blocks);

  std::vector<Frame> frames_ = std::vector<Frame>(1);
  std::size_t count_ = 0;
};

}  // namespace dossier::office
