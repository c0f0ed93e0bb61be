// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <utility>

#include "compiler/quote/check_quotations.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::quote {
namespace {

using markdown::Block;
using markdown::Inline;
using markdown::InlineKind;

/// The words in front of a citation, and where each byte stands in its file.
struct Running {
  std::string text;
  std::vector<Span> places;  // of each byte; unknown where the source differs

  void Add(std::string_view words, Span span) {
    const bool same = span.known() && span.end - span.begin == words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      Span place;
      if (same) {
        place = span;
        place.begin = span.begin + static_cast<std::uint32_t>(i);
        place.end = place.begin + 1;
      }
      places.push_back(place);
    }
    text += words;
  }
  void Clear() {
    text.clear();
    places.clear();
  }
};

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

struct Marks {
  std::string_view close;
  std::string_view open[2];  // any of them opens
};

constexpr Marks kMarks[] = {
    {"”", {"“", "„"}}, {"“", {"„", "„"}}, {"»", {"«", "«"}}, {"\"", {"\"", "\""}}};

/// Begin of the mark that opens what ends at `end`, nested pairs skipped; npos when there is none.
std::size_t Opening(std::string_view text, std::size_t end, const Marks& marks) {
  int depth = 1;
  for (std::size_t at = end; at-- > 0;) {
    const std::string_view rest = text.substr(at);
    const bool opens = rest.substr(0, marks.open[0].size()) == marks.open[0] ||
                       rest.substr(0, marks.open[1].size()) == marks.open[1];
    if (opens) {
      if (--depth == 0) return at;
    } else if (rest.substr(0, marks.close.size()) == marks.close) {
      ++depth;
    }
  }
  return std::string::npos;
}

/// Takes the quotation at the end of the words, or nothing: an empty text.
QuotedWords AtTheEnd(const Running& running) {
  std::string_view text = running.text;
  const auto trim = [&] {
    while (EndsWith(text, " ") || EndsWith(text, "\u00A0")) {
      text.remove_suffix(EndsWith(text, " ") ? 1 : 2);
    }
  };
  trim();
  // One mark of punctuation may stand between the closing mark and the citation.
  if (!text.empty() && std::string_view(",.;:").find(text.back()) != std::string_view::npos) {
    text.remove_suffix(1);
  }
  QuotedWords found;
  for (const Marks& marks : kMarks) {
    if (!EndsWith(text, marks.close)) continue;
    const std::size_t end = text.size() - marks.close.size();
    const std::size_t open = Opening(text, end, marks);
    if (open == std::string::npos) continue;
    const std::size_t width = text.substr(open, 1) == "\"" ? 1 : (text[open] == '\xC2' ? 2 : 3);
    const std::size_t begin = open + width;
    if (begin >= end) continue;
    found.text = std::string(text.substr(begin, end - begin));
    const Span& first = running.places[begin];
    const Span& last = running.places[end - 1];
    if (first.known() && last.known() && first.file == last.file && first.begin < last.end) {
      found.place = {.file = first.file, .begin = first.begin, .end = last.end};
    }
    return found;
  }
  return found;
}

void Scan(const std::vector<Inline>& inlines, Running& running, std::vector<QuotedWords>& out) {
  for (const Inline& node : inlines) {
    switch (node.kind) {
      case InlineKind::kText:
      case InlineKind::kCode:
        running.Add(node.text, node.span);
        break;
      case InlineKind::kSoftBreak:
      case InlineKind::kHardBreak:
        running.Add(" ", {});
        break;
      case InlineKind::kEmphasis:
      case InlineKind::kStrong:
      case InlineKind::kLink:
        Scan(node.children, running, out);
        break;
      case InlineKind::kCitation: {
        QuotedWords found = AtTheEnd(running);
        if (!found.text.empty()) {
          found.citations = resolve::SplitGroup(node.text, node.span);
          if (!found.citations.empty()) out.push_back(std::move(found));
        }
        running.Clear();
        break;
      }
      case InlineKind::kNoteReference:
        break;
    }
  }
}

void ScanBlocks(const std::vector<Block>& blocks, std::vector<QuotedWords>& out) {
  for (const Block& block : blocks) {
    Running running;
    Scan(block.inlines, running, out);
    ScanBlocks(block.children, out);
  }
}

}  // namespace

std::vector<QuotedWords> FindQuotedWords(const markdown::Document& document) {
  std::vector<QuotedWords> out;
  ScanBlocks(document.blocks, out);
  for (const markdown::Note& note : document.notes) ScanBlocks(note.blocks, out);
  return out;
}

}  // namespace dossier::quote
