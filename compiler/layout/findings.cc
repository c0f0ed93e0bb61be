// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/findings.h"

#include "compiler/foundation/utf8.h"

namespace dossier::layout {
namespace {

std::string Shortened(std::string_view words) {
  constexpr std::size_t kShown = 40;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < words.size() && count < kShown; ++count) {
    const std::size_t size = utf8::DecodeAt(words, offset).size;
    shown += words.substr(offset, size);
    offset += size;
  }
  if (shown.size() < words.size()) {
    shown += "…";
  }
  return shown;
}

/// The first run of words of a table.
const compose::TextRun* FirstWords(const compose::Table& table) {
  for (const auto* rows : {&table.head, &table.rows}) {
    for (const compose::TableRow& row : *rows) {
      for (const compose::TableCell& cell : row.cells) {
        for (const compose::Block& block : cell.content) {
          const auto* paragraph = std::get_if<compose::Paragraph>(&block.value);
          if (paragraph == nullptr || paragraph->content.empty()) continue;
          const auto* run = std::get_if<compose::TextRun>(&paragraph->content.front().value);
          if (run != nullptr) return run;
        }
      }
    }
  }
  return nullptr;
}

}  // namespace

void Findings::GlyphMissing(char32_t code, const Span& run, const Span& place) {
  if (!missing_.emplace(run, code).second) {
    return;
  }
  diagnostics::Finding finding;
  finding.kind = diagnostics::Kind::kGlyphMissing;
  finding.args = {diagnostics::Id(utf8::CodePointName(code) + " \"" + utf8::Encode(code) + "\"")};
  finding.place = place;
  finding.hint = "write it with letters that the fonts have, or leave it out";
  sink_.Report(std::move(finding));
}

void Findings::TooWide(std::string_view word, const Span& place) {
  const std::string shown = Shortened(word);
  if (!wide_.emplace(place, shown).second) {
    return;
  }
  diagnostics::Finding finding;
  finding.kind = diagnostics::Kind::kContentTooWide;
  finding.args = {shown};
  finding.place = place;
  sink_.Report(std::move(finding));
}

void Findings::TableTooWide(const compose::Table& table) {
  if (!tables_.insert(&table).second) {
    return;
  }
  const compose::TextRun* first = FirstWords(table);
  diagnostics::Finding finding;
  finding.kind = diagnostics::Kind::kTableTooWide;
  finding.args = {Shortened(!table.caption.empty() ? table.caption : first ? first->text : "")};
  finding.place = first != nullptr ? first->source : Span();
  finding.hint = "take out a column, or shorten its longest words";
  sink_.Report(std::move(finding));
}

}  // namespace dossier::layout
