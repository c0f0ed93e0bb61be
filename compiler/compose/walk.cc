// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/walk.h"

#include <string>
#include <utility>

#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

using Visit = std::function<void(std::vector<Inline>&)>;

void VisitList(std::vector<Inline>& inlines, const Visit& visit) {
  visit(inlines);
  for (Inline& node : inlines) {
    if (auto* link = std::get_if<Link>(&node.value)) {
      VisitList(link->content, visit);
    } else if (auto* note = std::get_if<Note>(&node.value)) {
      VisitInlines(note->content, visit);
    }
  }
}

void VisitRows(std::vector<TableRow>& rows, const Visit& visit) {
  for (TableRow& row : rows) {
    for (TableCell& cell : row.cells) VisitInlines(cell.content, visit);
  }
}

void Compose(std::string& text) {
  if (!text::IsNfc(text)) text = text::ToNfc(text);
}

}  // namespace

void VisitInlines(std::vector<Block>& blocks, const Visit& visit) {
  for (Block& block : blocks) {
    if (auto* paragraph = std::get_if<Paragraph>(&block.value)) {
      VisitList(paragraph->content, visit);
    } else if (auto* heading = std::get_if<Heading>(&block.value)) {
      VisitList(heading->content, visit);
    } else if (auto* list = std::get_if<List>(&block.value)) {
      for (ListItem& item : list->items) VisitInlines(item.content, visit);
    } else if (auto* table = std::get_if<Table>(&block.value)) {
      VisitRows(table->head, visit);
      VisitRows(table->rows, visit);
    } else if (auto* figure = std::get_if<Figure>(&block.value)) {
      VisitList(figure->caption, visit);
    } else if (auto* quotation = std::get_if<Quotation>(&block.value)) {
      VisitInlines(quotation->content, visit);
    } else if (auto* signature = std::get_if<SignatureBlock>(&block.value)) {
      VisitInlines(signature->content, visit);
    }
  }
}

void ToFormC(Document& document) {
  for (std::string* text :
       {&document.title, &document.author, &document.subject, &document.running.left,
        &document.running.right, &document.running.draft_mark, &document.running.page_of}) {
    Compose(*text);
  }
  const auto compose = [](std::vector<Inline>& inlines) {
    for (Inline& node : inlines) {
      if (auto* run = std::get_if<TextRun>(&node.value)) Compose(run->text);
    }
  };
  VisitInlines(document.letterhead, compose);
  VisitInlines(document.blocks, compose);
}

}  // namespace dossier::compose
