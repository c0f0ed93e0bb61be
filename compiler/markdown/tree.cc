// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/tree.h"

namespace dossier::markdown {

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
