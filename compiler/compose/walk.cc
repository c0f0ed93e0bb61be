// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/walk.h"

#include <string>
#include <utility>

#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

using Visit = std::function<void(std::vector<Inline>&)>;
using BlockLists = std::function<void(std::vector<Block>&)>;

/// The words of a block itself.
void OwnInlines(Block& block, const Visit& visit) {
  if (auto* paragraph = std::get_if<Paragraph>(&block.value)) visit(paragraph->content);
  if (auto* heading = std::get_if<Heading>(&block.value)) visit(heading->content);
  if (auto* figure = std::get_if<Figure>(&block.value)) visit(figure->caption);
}

/// The blocks inside a block, without those of its notes.
void InnerBlocks(Block& block, const BlockLists& visit) {
  if (auto* list = std::get_if<List>(&block.value)) {
    for (ListItem& item : list->items) visit(item.content);
  } else if (auto* table = std::get_if<Table>(&block.value)) {
    for (std::vector<TableRow>* rows : {&table->head, &table->rows}) {
      for (TableRow& row : *rows) {
        for (TableCell& cell : row.cells) visit(cell.content);
      }
    }
  } else if (auto* quotation = std::get_if<Quotation>(&block.value)) {
    visit(quotation->content);
  } else if (auto* signature = std::get_if<SignatureBlock>(&block.value)) {
    visit(signature->content);
  }
}

void NotesOf(std::vector<Inline>& inlines, const BlockLists& visit) {
  for (Inline& node : inlines) {
    if (auto* link = std::get_if<Link>(&node.value)) NotesOf(link->content, visit);
    if (auto* note = std::get_if<Note>(&node.value)) visit(note->content);
  }
}

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

void Compose(std::string& text) {
  if (!text::IsNfc(text)) text = text::ToNfc(text);
}

}  // namespace

void VisitInlines(std::vector<Block>& blocks, const Visit& visit) {
  for (Block& block : blocks) {
    OwnInlines(block, [&](std::vector<Inline>& inlines) { VisitList(inlines, visit); });
    InnerBlocks(block, [&](std::vector<Block>& inner) { VisitInlines(inner, visit); });
  }
}

void VisitBlocks(std::vector<Block>& blocks, const std::function<void(Block&)>& visit) {
  const auto inside = [&](std::vector<Block>& inner) { VisitBlocks(inner, visit); };
  for (Block& block : blocks) {
    visit(block);
    OwnInlines(block, [&](std::vector<Inline>& inlines) { NotesOf(inlines, inside); });
    InnerBlocks(block, inside);
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
