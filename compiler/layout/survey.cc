// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/layout/layout.h"

namespace dossier::layout {
namespace {

/// The number inside a label: "12." is 12, "Figure 3" and "3 pav." are 3.
std::string NumberIn(std::string_view label) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t first = label.find_first_of(kDigits);
  if (first == label.npos) {
    const std::size_t last = label.find_last_not_of(".: ");
    return std::string(label.substr(0, last == label.npos ? 0 : last + 1));
  }
  std::size_t begin = label.find_last_of(" \xA0", first);  // also the end of a no-break space
  begin = begin == label.npos ? 0 : begin + 1;
  const std::size_t end = std::min(label.find_first_of(" \xC2", first), label.size());
  std::string_view number = label.substr(begin, end - begin);
  while (number.ends_with('.')) {
    number.remove_suffix(1);
  }
  return std::string(number);
}

/// What the end of a paragraph and the space behind it take, in letters.
constexpr std::int64_t kParagraphEnd = 60;

class Surveyor {
 public:
  void Collect(const std::vector<compose::Block>& blocks) {
    for (const compose::Block& block : blocks) {
      std::visit(*this, block.value);
    }
  }

  void operator()(const compose::Paragraph& paragraph) {
    Reach(paragraph.anchor);
    number_ = NumberIn(paragraph.label);
    Add(paragraph.anchor, number_);
    Count(paragraph.content);
  }
  void operator()(const compose::Heading& heading) {
    Reach(heading.anchor);
    number_ = heading.number;
    Add(heading.anchor, number_);
    Count(heading.content);
  }
  void operator()(const compose::List& list) {
    for (const compose::ListItem& item : list.items) {
      Collect(item.content);
    }
  }
  void operator()(const compose::Table& table) {
    Reach(table.anchor);
    Add(table.anchor, NumberIn(table.label));
    for (const auto* rows : {&table.head, &table.rows}) {
      for (const compose::TableRow& row : *rows) {
        Reach(row.anchor);
        for (const compose::TableCell& cell : row.cells) {
          Collect(cell.content);
        }
      }
    }
  }
  void operator()(const compose::Quotation& quotation) { Collect(quotation.content); }
  void operator()(const compose::SignatureBlock& signature) { Collect(signature.content); }
  void operator()(const compose::Figure& figure) {
    Reach(figure.anchor);
    number_ = NumberIn(figure.label);
    Add(figure.anchor, number_);
    Count(figure.caption);
  }
  template <typename Other>
  void operator()(const Other&) {}

  Survey Take() { return std::move(survey_); }

 private:
  void Add(const std::string& anchor, std::string number) {
    if (!anchor.empty() && !number.empty()) {
      survey_.labels.try_emplace(anchor, std::move(number));
    }
  }

  void Reach(const std::string& anchor) {
    if (!anchor.empty()) {
      survey_.reached.try_emplace(anchor, letters_);
    }
  }

  /// The notes of a paragraph get their numbers before those inside them, as when it is set.
  void Count(const std::vector<compose::Inline>& content) {
    std::vector<const compose::Note*> notes;
    Find(content, notes);
    letters_ += kParagraphEnd;
    for (const compose::Note* note : notes) {
      Collect(note->content);
    }
  }

  void Find(const std::vector<compose::Inline>& content, std::vector<const compose::Note*>& notes) {
    for (const compose::Inline& item : content) {
      if (const auto* link = std::get_if<compose::Link>(&item.value)) {
        Find(link->content, notes);
      } else if (const auto* run = std::get_if<compose::TextRun>(&item.value)) {
        letters_ += std::count_if(run->text.begin(), run->text.end(),
                                  [](char c) { return !utf8::IsContinuation(c); });
      } else if (const auto* here = std::get_if<compose::AnchorHere>(&item.value)) {
        Reach(here->name);
        Add(here->name, number_);
      } else if (const auto* note = std::get_if<compose::Note>(&item.value)) {
        notes.push_back(note);
        Reach(note->anchor);
        Add(note->anchor, std::to_string(next_note_++));
      }
    }
  }

  Survey survey_;
  std::string number_;  // of the paragraph or heading at hand
  std::int64_t letters_ = 0;
  int next_note_ = 1;
};

}  // namespace

Survey SurveyOf(const std::vector<const std::vector<compose::Block>*>& parts) {
  Surveyor collector;
  for (const std::vector<compose::Block>* blocks : parts) {
    collector.Collect(*blocks);
  }
  return collector.Take();
}

}  // namespace dossier::layout
