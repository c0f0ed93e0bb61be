// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "compiler/layout/layout.h"

namespace dossier::layout {
namespace {

/// The number inside a label: "12." is 12, "Figure 3" is 3.
std::string NumberIn(std::string_view label) {
  while (!label.empty() && (label.back() == '.' || label.back() == ':' || label.back() == ' ')) {
    label.remove_suffix(1);
  }
  const std::size_t blank = label.find_last_of(' ');
  label.remove_prefix(blank == label.npos ? 0 : blank + 1);
  constexpr std::string_view kNoBreak = "\u00A0";
  const std::size_t joined = label.rfind(kNoBreak);
  label.remove_prefix(joined == label.npos ? 0 : joined + kNoBreak.size());
  return std::string(label);
}

class LabelCollector {
 public:
  void Collect(const std::vector<compose::Block>& blocks) {
    for (const compose::Block& block : blocks) {
      std::visit(*this, block.value);
    }
  }

  void operator()(const compose::Paragraph& paragraph) {
    Add(paragraph.anchor, NumberIn(paragraph.label));
    Count(paragraph.content);
  }
  void operator()(const compose::Heading& heading) {
    Add(heading.anchor, heading.number);
    Count(heading.content);
  }
  void operator()(const compose::List& list) {
    for (const compose::ListItem& item : list.items) {
      Collect(item.content);
    }
  }
  void operator()(const compose::Table& table) {
    Add(table.anchor, NumberIn(table.label));
    for (const auto* rows : {&table.head, &table.rows}) {
      for (const compose::TableRow& row : *rows) {
        for (const compose::TableCell& cell : row.cells) {
          Collect(cell.content);
        }
      }
    }
  }
  void operator()(const compose::Quotation& quotation) { Collect(quotation.content); }
  void operator()(const compose::SignatureBlock& signature) { Collect(signature.content); }
  void operator()(const compose::Figure& figure) {
    Add(figure.anchor, NumberIn(figure.label));
    Count(figure.caption);
  }
  template <typename Other>
  void operator()(const Other&) {}

  Labels Take() { return std::move(labels_); }

 private:
  void Add(const std::string& anchor, std::string number) {
    if (!anchor.empty() && !number.empty()) {
      labels_.try_emplace(anchor, std::move(number));
    }
  }

  /// The notes of a paragraph get their numbers before those inside them, as when it is set.
  void Count(const std::vector<compose::Inline>& content) {
    std::vector<const compose::Note*> notes;
    Find(content, notes);
    for (const compose::Note* note : notes) {
      Collect(note->content);
    }
  }

  void Find(const std::vector<compose::Inline>& content, std::vector<const compose::Note*>& notes) {
    for (const compose::Inline& item : content) {
      if (const auto* link = std::get_if<compose::Link>(&item.value)) {
        Find(link->content, notes);
      } else if (const auto* note = std::get_if<compose::Note>(&item.value)) {
        notes.push_back(note);
        Add(note->anchor, std::to_string(next_note_++));
      }
    }
  }

  Labels labels_;
  int next_note_ = 1;
};

}  // namespace

Labels FindLabels(const std::vector<const std::vector<compose::Block>*>& parts) {
  LabelCollector collector;
  for (const std::vector<compose::Block>* blocks : parts) {
    collector.Collect(*blocks);
  }
  return collector.Take();
}

}  // namespace dossier::layout
