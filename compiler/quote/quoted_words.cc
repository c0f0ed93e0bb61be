// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/quoted_words.h"

#include <optional>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/running_text.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::quote {
namespace {

using markdown::Block;
using markdown::BlockKind;
using markdown::Inline;
using markdown::InlineKind;

constexpr std::size_t kNone = std::string::npos;

/// A citation group, and the words in front of it since the last one.
struct Segment {
  RunningText words;
  std::optional<Inline> citation;  // nothing behind the last words of a paragraph
};

void Walk(const std::vector<Inline>& inlines, std::vector<Segment>& out) {
  for (const Inline& node : inlines) {
    switch (node.kind) {
      case InlineKind::kText:
      case InlineKind::kCode:
        out.back().words.Add(node.text, node.span);
        break;
      case InlineKind::kSoftBreak:
        out.back().words.Add(" ", {});
        break;
      case InlineKind::kHardBreak:
        out.back().words.Add("\n", {});
        break;
      case InlineKind::kEmphasis:
      case InlineKind::kStrong:
      case InlineKind::kLink:
      case InlineKind::kPicture:
        Walk(node.children, out);
        break;
      case InlineKind::kCitation:
        out.back().citation = node;
        out.emplace_back();
        break;
      case InlineKind::kNoteReference:
        break;
    }
  }
}

std::vector<Segment> SegmentsOf(const Block& block) {
  std::vector<Segment> segments(1);
  Walk(block.inlines, segments);
  return segments;
}

/// A line or paragraph behind a dash that says who wrote a block quotation.
bool IsAttribution(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\n')) line.remove_prefix(1);
  for (const std::string_view dash : {"—", "–", "―", "--", "- "}) {
    if (line.substr(0, dash.size()) == dash) return true;
  }
  return false;
}

class Finder {
 public:
  std::vector<QuotedWords> Take() { return std::move(found_); }
  void ScanBlocks(const std::vector<Block>& blocks);

 private:
  void ScanParagraph(const Block& block);
  void ScanRow(const Block& row);
  void ScanBlockQuotation(const Block& block);
  void Collect(const std::vector<Block>& blocks, std::vector<Segment>& out);
  void AddBlock(const RunningText& words, const Inline& citation);
  void Add(const RunningText& words, Extent extent, const Inline& citation);
  [[nodiscard]] std::optional<Inline> CitationBefore() const;

  std::vector<QuotedWords> found_;
  RunningText open_;                 // a quotation that earlier paragraphs left open
  std::vector<Segment> before_;      // the paragraph before, at this level
};

void Finder::Add(const RunningText& words, Extent extent, const Inline& citation) {
  if (extent.empty()) return;
  QuotedWords found{.text = words.text.substr(extent.begin, extent.end - extent.begin),
                    .place = words.PlaceOf(extent.begin, extent.end),
                    .citations = resolve::SplitGroup(citation.text, citation.span)};
  if (!found.citations.empty()) found_.push_back(std::move(found));
}

void Finder::ScanParagraph(const Block& block) {
  before_ = SegmentsOf(block);
  for (std::size_t i = 0; i < before_.size(); ++i) {
    RunningText words;
    if (i == 0 && !open_.text.empty()) {
      // The opening mark is written again at the head of each paragraph; only the first opens.
      const std::size_t mark = OpeningMarkAt(before_[0].words.text);
      words = open_;
      words.Add(" ", {});
      RunningText rest = before_[0].words;
      rest.text.erase(0, mark);
      rest.places.erase(rest.places.begin(), rest.places.begin() + static_cast<std::ptrdiff_t>(mark));
      words.Add(rest);
    }
    const bool joined = !words.text.empty() && !QuotedAtTheEnd(words.text).empty();
    const RunningText& used = joined ? words : before_[i].words;
    if (before_[i].citation) {
      Add(used, QuotedAtTheEnd(used.text), *before_[i].citation);
    } else if (LeavesQuotationOpen(used.text)) {
      // With the mark, so that the pair is found when it closes.
      const std::size_t mark = OpenQuotation(used.text);
      RunningText rest{.text = used.text.substr(mark), .places = {}};
      rest.places.assign(used.places.begin() + static_cast<std::ptrdiff_t>(mark), used.places.end());
      open_ = std::move(rest);
      return;
    }
  }
  open_.Clear();
}

void Finder::Collect(const std::vector<Block>& blocks, std::vector<Segment>& out) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kQuotation) continue;
    std::vector<Segment> segments = SegmentsOf(block);
    Segment& last = out.back();
    if (!last.words.text.empty() && !segments.front().words.text.empty()) last.words.Add("\n", {});
    last.words.Add(segments.front().words);
    last.citation = segments.front().citation;
    for (std::size_t i = 1; i < segments.size(); ++i) out.push_back(std::move(segments[i]));
    Collect(block.children, out);
  }
}

/// The citation in the last sentence of the paragraph before, if one is there.
std::optional<Inline> Finder::CitationBefore() const {
  if (before_.size() < 2) return std::nullopt;
  const std::string& behind = before_.back().words.text;
  // A full stop with words behind it has ended that sentence.
  const std::size_t stop = behind.find_first_of(".!?");
  if (stop != kNone && behind.find_first_not_of(" .!?:)\n", stop) != kNone) return std::nullopt;
  return before_[before_.size() - 2].citation;
}

/// True when nothing but the opening mark, of any style, stands before the quoted words.
bool OpensAtTheStart(std::string_view whole, const Extent& quoted) {
  const std::size_t mark = utf8::DecodeAt(whole, 0).size;
  return quoted.begin >= mark && whole.substr(mark, quoted.begin - mark).find_first_not_of(" \u00A0\u202F") == kNone;
}

/// All the words, without marks around the whole and without the line that says who wrote them.
void Finder::AddBlock(const RunningText& words, const Inline& citation) {
  std::size_t end = words.text.size();
  for (std::size_t line = words.text.rfind('\n', end); end > 0;
       line = line == 0 ? kNone : words.text.rfind('\n', line - 1)) {
    const std::size_t begin = line == kNone ? 0 : line + 1;
    if (IsAttribution(std::string_view(words.text).substr(begin, end - begin))) {
      end = line == kNone ? 0 : line;
      break;
    }
    if (line == kNone) break;
  }
  constexpr std::string_view kSpace = " \n";
  std::size_t begin = 0;
  const auto trim = [&] {
    while (begin < end && kSpace.find(words.text[begin]) != kNone) ++begin;
    while (end > begin && kSpace.find(words.text[end - 1]) != kNone) --end;
  };
  trim();
  const std::string_view whole = std::string_view(words.text).substr(begin, end - begin);
  const Extent quoted = QuotedAtTheEnd(whole);
  if (!quoted.empty() && OpensAtTheStart(whole, quoted)) {
    end = begin + quoted.end;
    begin += quoted.begin;
  }
  trim();
  Add(words, {begin, end}, citation);
}

void Finder::ScanBlockQuotation(const Block& block) {
  std::vector<Segment> segments(1);
  Collect(block.children, segments);
  bool cited = false;
  for (const Segment& segment : segments) {
    if (!segment.citation) continue;
    cited = true;
    AddBlock(segment.words, *segment.citation);
  }
  const std::optional<Inline> before = CitationBefore();
  if (!cited && before) AddBlock(segments.back().words, *before);
  open_.Clear();
  before_.clear();
}

/// A row of a table reads as one paragraph: what one cell quotes, the next may cite.
void Finder::ScanRow(const Block& row) {
  Block words;
  for (const Block& cell : row.children) {
    if (!words.inlines.empty()) words.inlines.push_back({.kind = markdown::InlineKind::kSoftBreak});
    words.inlines.insert(words.inlines.end(), cell.inlines.begin(), cell.inlines.end());
  }
  open_.Clear();
  ScanParagraph(words);
  open_.Clear();
  before_.clear();
}

void Finder::ScanBlocks(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::kTableRow) {
      ScanRow(block);
      continue;
    }
    if (block.kind == BlockKind::kQuotation) {
      ScanBlockQuotation(block);
      for (const Block& child : block.children) {
        if (child.kind == BlockKind::kQuotation) ScanBlocks({child});
      }
      continue;
    }
    if (block.children.empty()) {
      ScanParagraph(block);
      continue;
    }
    ScanBlocks(block.children);
    before_.clear();
  }
}

}  // namespace

std::vector<QuotedWords> FindQuotedWords(const markdown::Document& document) {
  Finder finder;
  finder.ScanBlocks(document.blocks);
  for (const markdown::Note& note : document.notes) finder.ScanBlocks(note.blocks);
  return finder.Take();
}

}  // namespace dossier::quote
