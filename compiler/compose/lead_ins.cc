// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/lead_ins.h"

#include <cstddef>
#include <string>

namespace dossier::compose {
namespace {

/// The last printed character; 0 when nothing is printed.
char LastOf(const std::vector<Inline>& content) {
  for (auto it = content.rbegin(); it != content.rend(); ++it) {
    char last = 0;
    if (const auto* run = std::get_if<TextRun>(&it->value)) {
      const std::size_t end = run->text.find_last_not_of(" \n\t");
      last = end == std::string::npos ? '\0' : run->text[end];
    } else if (const auto* link = std::get_if<Link>(&it->value)) {
      last = LastOf(link->content);
    } else if (!std::holds_alternative<Note>(it->value) && !std::holds_alternative<AnchorHere>(it->value)) {
      return '0';  // a number
    }
    if (last != 0) return last;
  }
  return 0;
}

bool IsIntroduced(const Block& block) {
  return std::holds_alternative<List>(block.value) || std::holds_alternative<Quotation>(block.value) ||
         std::holds_alternative<Table>(block.value) || std::holds_alternative<Figure>(block.value);
}

}  // namespace

void KeepLeadIns(std::vector<Block>& blocks) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (auto* paragraph = std::get_if<Paragraph>(&blocks[i].value)) {
      const bool introduces = i + 1 < blocks.size() && IsIntroduced(blocks[i + 1]);
      if (introduces && LastOf(paragraph->content) == ':') paragraph->keep_with_next = true;
    } else if (auto* list = std::get_if<List>(&blocks[i].value)) {
      for (ListItem& item : list->items) KeepLeadIns(item.content);
    } else if (auto* quotation = std::get_if<Quotation>(&blocks[i].value)) {
      KeepLeadIns(quotation->content);
    }
  }
}

}  // namespace dossier::compose
