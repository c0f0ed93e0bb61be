// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/tree.h"

namespace dossier::markdown {

namespace {

void Visit(const std::vector<Block>& blocks, const std::function<void(const Block&)>& visit) {
  for (const Block& block : blocks) {
    visit(block);
    Visit(block.children, visit);
  }
}

void Visit(const std::vector<Inline>& inlines, const std::function<void(const Inline&)>& visit) {
  for (const Inline& node : inlines) {
    visit(node);
    Visit(node.children, visit);
  }
}

}  // namespace

void ForEachBlock(const Document& document, const std::function<void(const Block&)>& visit) {
  Visit(document.blocks, visit);
  for (const Note& note : document.notes) Visit(note.blocks, visit);
}

void ForEachInline(const Document& document, const std::function<void(const Inline&)>& visit) {
  ForEachBlock(document, [&](const Block& block) { Visit(block.inlines, visit); });
}

const Note* Document::FindNote(std::string_view id) const {
  for (const Note& note : notes) {
    if (note.id == id) return &note;
  }
  return nullptr;
}

std::string PlainText(const std::vector<Inline>& inlines) {
  std::string text;
  for (const Inline& inline_node : inlines) {
    switch (inline_node.kind) {
      case InlineKind::kText:
      case InlineKind::kCode:
        text += inline_node.text;
        break;
      case InlineKind::kSoftBreak:
      case InlineKind::kHardBreak:
        text += ' ';
        break;
      case InlineKind::kEmphasis:
      case InlineKind::kStrong:
      case InlineKind::kLink:
      case InlineKind::kPicture:
        text += PlainText(inline_node.children);
        break;
      case InlineKind::kCitation:
      case InlineKind::kNoteReference:
        break;
    }
  }
  return text;
}

}  // namespace dossier::markdown
