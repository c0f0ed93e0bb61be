// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/places.h"

namespace dossier::docx {

/// Walks the document as `layout` numbers it: the notes of a paragraph before those inside them.
class Places::Finder {
 public:
  explicit Finder(Places& places) : places_(places) {}

  void Walk(const std::vector<compose::Block>& blocks) {
    for (const compose::Block& block : blocks) std::visit(*this, block.value);
  }

  void operator()(const compose::Paragraph& paragraph) {
    using compose::ParagraphStyle;
    const bool numbered = paragraph.style == ParagraphStyle::kNumbered || paragraph.style == ParagraphStyle::kMarginNumber;
    Add(paragraph.anchor, numbered && !paragraph.label.empty());
    Look(paragraph.content);
  }
  void operator()(const compose::Heading& heading) {
    Add(heading.anchor, !heading.number.empty());
    Look(heading.content);
  }
  void operator()(const compose::List& list) {
    for (const compose::ListItem& item : list.items) Walk(item.content);
  }
  void operator()(const compose::Table& table) {
    Add(table.anchor, !table.label.empty());
    for (const auto* rows : {&table.head, &table.rows}) {
      for (const compose::TableRow& row : *rows) {
        Add(row.anchor, false);
        for (const compose::TableCell& cell : row.cells) Walk(cell.content);
      }
    }
  }
  void operator()(const compose::Quotation& quotation) { Walk(quotation.content); }
  void operator()(const compose::SignatureBlock& signature) { Walk(signature.content); }
  void operator()(const compose::Figure& figure) {
    Add(figure.anchor, !figure.label.empty());
    Look(figure.caption);
  }
  template <typename Other>
  void operator()(const Other&) {}

 private:
  void Look(const std::vector<compose::Inline>& content) {
    std::vector<const compose::Note*> notes;
    Gather(content, notes);
    places_.notes_in_notes_ = places_.notes_in_notes_ || (depth_ > 0 && !notes.empty());
    ++depth_;
    for (const compose::Note* note : notes) Walk(note->content);
    --depth_;
  }

  void Gather(const std::vector<compose::Inline>& content, std::vector<const compose::Note*>& notes) {
    for (const compose::Inline& item : content) {
      if (const auto* link = std::get_if<compose::Link>(&item.value)) {
        Gather(link->content, notes);
      } else if (const auto* here = std::get_if<compose::AnchorHere>(&item.value)) {
        Add(here->name, false);
      } else if (const auto* note = std::get_if<compose::Note>(&item.value)) {
        Add(note->anchor, true, true);
        const int number = static_cast<int>(places_.notes_.size()) + 1;
        places_.notes_.emplace(note, number);
        notes.push_back(note);
      }
    }
  }

  void Add(const std::string& anchor, bool numbered, bool note = false) {
    if (anchor.empty()) return;
    const std::string number = std::to_string(places_.bookmarks_.size() + 1);
    places_.bookmarks_.try_emplace(anchor, Bookmark{"_Ref" + number, numbered ? "_Num" + number : "", note});
  }

  Places& places_;
  int depth_ = 0;  // notes around
};

Places::Places(const compose::Document& document) {
  Finder finder(*this);
  finder.Walk(document.letterhead);
  finder.Walk(document.blocks);
}

const Bookmark* Places::Find(std::string_view anchor) const {
  const auto found = bookmarks_.find(anchor);
  return found == bookmarks_.end() ? nullptr : &found->second;
}

int Places::NumberOf(const compose::Note& note) const {
  const auto found = notes_.find(&note);
  return found == notes_.end() ? 0 : found->second;
}

}  // namespace dossier::docx
