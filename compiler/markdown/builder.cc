// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/builder.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/check.h"

namespace dossier::markdown {
namespace {

using diagnostics::Kind;

/// The smallest span that holds both.
void Widen(Span& span, const Span& with) {
  if (!with.known()) return;
  if (!span.known()) {
    span = with;
    return;
  }
  span.begin = std::min(span.begin, with.begin);
  span.end = std::max(span.end, with.end);
}

bool HoldsInlines(BlockKind kind) {
  return kind == BlockKind::kHeading || kind == BlockKind::kParagraph || kind == BlockKind::kCode ||
         kind == BlockKind::kTableCell;
}

bool IsNameCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Takes "{#name}" from the end of the words.
void TakeAnchor(Block& block) {
  if (block.inlines.empty() || block.inlines.back().kind != InlineKind::kText) return;
  Inline& last = block.inlines.back();
  const std::size_t open = last.text.rfind("{#");
  if (open == std::string::npos || !last.text.ends_with('}')) return;
  const std::string name = last.text.substr(open + 2, last.text.size() - open - 3);
  if (name.empty() || !std::all_of(name.begin(), name.end(), IsNameCharacter)) return;
  block.anchor = name;
  const std::size_t words = last.text.find_last_not_of(' ', open == 0 ? 0 : open - 1);
  const std::size_t kept = open == 0 || words == std::string::npos ? 0 : words + 1;
  const bool verbatim = last.text.size() == last.span.end - last.span.begin;
  last.text.resize(kept);
  if (verbatim) last.span.end = last.span.begin + static_cast<std::uint32_t>(kept);
  if (kept > 0) return;
  block.inlines.pop_back();
  if (!block.inlines.empty() && block.inlines.back().kind == InlineKind::kSoftBreak) block.inlines.pop_back();
}

/// What stands between the brackets, on one line, without the signs of a quotation.
std::string CitationWords(std::string_view source) {
  std::string words;
  bool line_start = false;
  for (const char c : source) {
    if (c == '\n' || c == '\r') {
      line_start = true;
    } else if (line_start && (c == ' ' || c == '\t' || c == '>')) {
      continue;
    } else {
      if (line_start && !words.empty() && words.back() != ' ') words += ' ';
      line_start = false;
      words += c;
    }
  }
  return words;
}

}  // namespace

Builder::Builder(std::string_view source, std::uint32_t file, const Marks& marks, bool in_note,
                 diagnostics::Sink& sink)
    : source_(source), file_(file), marks_(marks), in_note_(in_note), sink_(sink), blocks_(1) {}

Span Builder::At(std::size_t begin, std::size_t end) const {
  return {.file = file_,
          .begin = static_cast<std::uint32_t>(std::min(begin, source_.size())),
          .end = static_cast<std::uint32_t>(std::min(end, source_.size()))};
}

bool Builder::EnterBlock(Block block) {
  CloseImplicitParagraph();
  blocks_.push_back(std::move(block));
  if (blocks_.size() <= kMaxDepth) return true;
  sink_.Report({.kind = Kind::kNestingTooDeep,
                .args = {diagnostics::Number(static_cast<long long>(kMaxDepth))},
                .place = At(read_until_, read_until_)});
  return false;
}

void Builder::LeaveBlock() {
  if (implicit_paragraph_ && blocks_.back().kind == BlockKind::kParagraph) {
    CloseImplicitParagraph();
  }
  DOSSIER_CHECK(blocks_.size() > 1, "a block that ends has begun");
  Block block = std::move(blocks_.back());
  blocks_.pop_back();
  if (block.kind == BlockKind::kHeading || block.kind == BlockKind::kParagraph) {
    TakeAnchor(block);
  }
  if (HoldsInlines(block.kind)) RefusePictures(block);
  Widen(blocks_.back().span, block.span);
  blocks_.back().children.push_back(std::move(block));
}

void Builder::CloseImplicitParagraph() {
  if (!implicit_paragraph_) return;
  implicit_paragraph_ = false;
  LeaveBlock();
}

bool Builder::EnterSpan(Inline span) {
  spans_.push_back(std::move(span));
  if (spans_.size() <= kMaxDepth) return true;
  sink_.Report({.kind = Kind::kNestingTooDeep,
                .args = {diagnostics::Number(static_cast<long long>(kMaxDepth))},
                .place = At(read_until_, read_until_)});
  return false;
}

void Builder::LeaveSpan() {
  DOSSIER_CHECK(!spans_.empty(), "a span that ends has begun");
  Inline span = std::move(spans_.back());
  spans_.pop_back();
  for (const Inline& child : span.children) Widen(span.span, child.span);
  if (span.kind == InlineKind::kLink && span.children.empty()) {
    // A reference by its number alone has no words of its own: [](#risk).
    const std::size_t at = source_.find("[](", read_until_);
    if (at != source_.npos) span.span = At(at, std::min(source_.find(')', at), source_.size() - 1) + 1);
  }
  Append(std::move(span));
}

/// In a tight list the words stand in the item itself: they get a paragraph all the same.
std::vector<Inline>& Builder::CurrentInlines() {
  if (!spans_.empty()) return spans_.back().children;
  if (!HoldsInlines(blocks_.back().kind) || blocks_.size() == 1) {
    blocks_.push_back({});
    implicit_paragraph_ = true;
  }
  return blocks_.back().inlines;
}

void Builder::Append(Inline inline_node) {
  std::vector<Inline>& inlines = CurrentInlines();
  if (spans_.empty()) Widen(blocks_.back().span, inline_node.span);
  inlines.push_back(std::move(inline_node));
}

void Builder::Words(std::size_t begin, std::size_t end) {
  auto mark =
      std::lower_bound(marks_.marks.begin(), marks_.marks.end(), begin,
                       [](const Mark& candidate, std::size_t at) { return candidate.end <= at; });
  std::size_t at = begin;
  while (at < end) {
    if (mark != marks_.marks.end() && mark->begin <= at) {
      AppendMark(*mark);
      at = mark->end;
      ++mark;
      continue;
    }
    const std::size_t stop = mark == marks_.marks.end() ? end : std::min(end, mark->begin);
    Replaced(at, stop, std::string(source_.substr(at, stop - at)));
    at = stop;
  }
  read_until_ = std::max(read_until_, end);
}

void Builder::Replaced(std::size_t begin, std::size_t end, std::string text) {
  read_until_ = std::max(read_until_, end);
  std::vector<Inline>& inlines = CurrentInlines();
  if (!inlines.empty() && inlines.back().kind == InlineKind::kText) {
    Inline& before = inlines.back();
    const bool verbatim = before.text.size() == before.span.end - before.span.begin;
    // md4c cuts words at every character that might have meant something.
    if (verbatim && before.span.end == begin && text.size() == end - begin) {
      before.text += text;
      before.span.end = At(begin, end).end;
      if (spans_.empty()) Widen(blocks_.back().span, before.span);
      return;
    }
  }
  Inline words;
  words.text = std::move(text);
  words.span = At(begin, end);
  Append(std::move(words));
}

void Builder::AppendMark(const Mark& mark) {
  if (mark.end <= mark_until_) return;  // a later line of a citation that was broken
  mark_until_ = mark.end;
  Inline inline_node;
  inline_node.span = At(mark.begin, mark.end);
  const std::string_view inside = source_.substr(mark.begin + 1, mark.end - mark.begin - 2);
  if (mark.kind == MarkKind::kCitation) {
    inline_node.kind = InlineKind::kCitation;
    inline_node.text = CitationWords(inside);
    return Append(std::move(inline_node));
  }
  inline_node.kind = InlineKind::kNoteReference;
  inline_node.text = std::string(inside.substr(1));
  if (in_note_) {
    sink_.Report({.kind = Kind::kUnknownReference,
                  .args = {diagnostics::Id("note inside a note"), inline_node.text},
                  .place = inline_node.span,
                  .hint = "put the words of both into one note"});
    return;
  }
  references_.push_back(inline_node);
  Append(std::move(inline_node));
}

/// The code that is being read: a span of its own, or the words of a code block.
Inline& Builder::OpenCode() {
  if (!spans_.empty() && spans_.back().kind == InlineKind::kCode) return spans_.back();
  std::vector<Inline>& inlines = CurrentInlines();
  if (inlines.empty()) inlines.emplace_back();
  return inlines.back();
}

void Builder::Code(std::string_view text) { OpenCode().text += text; }

void Builder::CodeAt(std::size_t begin, std::size_t end) {
  read_until_ = std::max(read_until_, end);
  Inline& code = OpenCode();
  code.text += source_.substr(begin, end - begin);
  Widen(code.span, At(begin, end));
  if (spans_.empty()) Widen(blocks_.back().span, code.span);
}

void Builder::Break(InlineKind kind) {
  if (read_until_ < mark_until_) return;  // inside a citation
  Inline inline_node;
  inline_node.kind = kind;
  inline_node.span = At(read_until_, read_until_);
  Append(std::move(inline_node));
}

void Builder::RefuseHtml(std::size_t begin, std::size_t end) {
  const bool next_line = begin == html_until_ + 1 && source_[html_until_] == '\n';
  const bool goes_on = html_until_ != 0 && (begin == html_until_ || next_line);
  html_until_ = end;
  if (goes_on) return;
  sink_.Report({.kind = Kind::kMarkdownHtml,
                .place = At(begin, std::min(end, source_.find('\n', begin))),
                .hint = "use Markdown, or put a backslash before <"});
}

void Builder::RefuseCells(std::size_t begin, std::size_t end, int cells, int columns) {
  sink_.Report({.kind = Kind::kTableRowTooLong,
                .args = {diagnostics::Number(cells), diagnostics::Number(columns)},
                .place = At(begin, end),
                .hint = "give the head of the table a column more, or put a backslash before a | that belongs to the words"});
}

bool Builder::EnterPicture(Inline picture) {
  const std::size_t at = std::min(source_.find("![", read_until_), source_.size());
  picture.kind = InlineKind::kPicture;
  picture.span = At(at, at + 2);
  return EnterSpan(std::move(picture));
}

/// D0015 for a picture that is not all of a paragraph; its caption stays as words.
void Builder::RefusePictures(Block& block) {
  const bool alone = block.kind == BlockKind::kParagraph && block.inlines.size() == 1 && !in_note_;
  const auto refuse = [&](Inline& node, bool allowed, const auto& inside) -> void {
    if (node.kind == InlineKind::kPicture && !allowed) {
      sink_.Report({.kind = Kind::kMarkdownHtml,
                    .place = node.span,
                    .hint = "let the picture be a paragraph of its own, outside notes"});
      node.kind = InlineKind::kEmphasis;
    }
    for (Inline& child : node.children) inside(child, false, inside);
  };
  for (Inline& node : block.inlines) refuse(node, alone, refuse);
}

std::vector<Block> Builder::Finish() {
  CloseImplicitParagraph();
  DOSSIER_CHECK(blocks_.size() == 1 && spans_.empty(), "every block and span that began has ended");
  return std::move(blocks_.front().children);
}

}  // namespace dossier::markdown
