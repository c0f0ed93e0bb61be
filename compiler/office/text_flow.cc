// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/text_flow.h"

#include <algorithm>
#include <utility>

namespace dossier::office {
namespace {

using inspect::BlockKind;
using inspect::TextBlock;

std::string Joined(const std::vector<TextBlock>& blocks) {
  std::string words;
  for (const TextBlock& block : blocks) {
    if (!words.empty()) words += ' ';
    words += block.text;
  }
  return words;
}

}  // namespace

void TextFlow::Begin(BlockKind kind, int level) {
  End();
  frames_.back().open = TextBlock{.kind = kind, .level = level, .number = 0, .text = {}};
}

void TextFlow::Become(BlockKind kind, int level, std::string_view label) {
  if (!open()) Begin();
  TextBlock& block = *frames_.back().open;
  block.kind = kind;
  block.level = level;
  if (!label.empty()) block.text = std::string(label) + " " + block.text;
}

void TextFlow::Words(std::string_view words) {
  if (!open()) Begin();
  std::string& text = frames_.back().open->text;
  for (const char c : words) {
    const bool space = static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    if (!space) {
      text += c;
    } else if (!text.empty() && text.back() != ' ') {
      text += ' ';
    }
  }
}

void TextFlow::End() {
  Frame& frame = frames_.back();
  if (frame.open) {
    TextBlock block = std::move(*frame.open);
    frame.open.reset();
    while (!block.text.empty() && block.text.back() == ' ') block.text.pop_back();
    if (!block.text.empty()) Emit(std::move(block));
  }
  EmitAll(std::exchange(frame.asides, {}));
}

void TextFlow::BeginRow() {
  End();
  frames_.back().rows.emplace_back();
}

void TextFlow::BeginCell() {
  End();
  if (!frames_.back().rows.empty()) frames_.back().rows.back().emplace_back();
}

void TextFlow::EndCell() { End(); }

void TextFlow::EndRow() {
  End();
  Frame& frame = frames_.back();
  if (frame.rows.empty()) return;
  Row row = std::move(frame.rows.back());
  frame.rows.pop_back();
  std::erase_if(row, [](const Blocks& cell) { return cell.empty(); });
  const bool arranges = row.size() == 1 || std::any_of(row.begin(), row.end(), [](const Blocks& cell) {
                          return cell.size() > kMostInCell;
                        });
  if (arranges) {
    for (Blocks& cell : row) EmitAll(std::move(cell));
    return;
  }
  TextBlock joined{.kind = BlockKind::kTableRow, .level = 0, .number = 0, .text = {}};
  for (const Blocks& cell : row) {
    if (!joined.text.empty()) joined.text += " | ";
    joined.text += Joined(cell);
  }
  if (!joined.text.empty()) Emit(std::move(joined));
}

void TextFlow::BeginAside() { frames_.emplace_back(); }

void TextFlow::EndAside() {
  if (frames_.size() < 2) return;
  while (!frames_.back().rows.empty()) EndRow();
  End();
  Blocks blocks = std::move(frames_.back().blocks);
  frames_.pop_back();
  Blocks& asides = frames_.back().asides;
  asides.insert(asides.end(), std::make_move_iterator(blocks.begin()),
                std::make_move_iterator(blocks.end()));
  if (!open()) EmitAll(std::exchange(asides, {}));
}

std::vector<TextBlock> TextFlow::Take() {
  while (frames_.size() > 1) EndAside();
  while (!frames_.back().rows.empty()) EndRow();
  End();
  return std::exchange(frames_.back().blocks, {});
}

void TextFlow::Emit(TextBlock block) {
  Frame& frame = frames_.back();
  ++count_;
  if (too_many()) return;
  if (frame.rows.empty()) {
    frame.blocks.push_back(std::move(block));
    return;
  }
  Row& row = frame.rows.back();
  if (row.empty()) row.emplace_back();
  row.back().push_back(std::move(block));
}

void TextFlow::EmitAll(Blocks blocks) {
  for (TextBlock& block : blocks) Emit(std::move(block));
}

}  // namespace dossier::office
