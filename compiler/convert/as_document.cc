// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/as_document.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/read_transcript.h"
#include "compiler/text/normalise.h"

namespace dossier::convert {
namespace {

using inspect::BlockKind;
using inspect::TextBlock;

/// Soft hyphens, joiners, marks of direction, byte order marks: no glyph shows them, and overrides
/// of direction would show a text that is not the one quotations are compared with.
bool IsInvisible(char32_t code) {
  return code == 0x00AD || (code >= 0x200B && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
         (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

compose::Inline Run(std::string words, compose::Face face = compose::Face::kRegular) {
  compose::TextRun run;
  run.text = std::move(words);
  run.face = face;
  return {std::move(run)};
}

/// Lines of preformatted text keep their ends and their indents.
std::vector<compose::Inline> Lines(std::string_view words) {
  std::vector<compose::Inline> content;
  while (true) {
    const std::size_t end = words.find('\n');
    std::string line(words.substr(0, end));
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    std::string fixed;
    for (std::size_t i = 0; i < indent; ++i) fixed += "\u00A0";
    content.push_back(Run(fixed + line.substr(indent)));
    if (end == std::string_view::npos) return content;
    content.push_back({compose::LineBreak{}});
    words.remove_prefix(end + 1);
  }
}

std::vector<compose::Inline> ContentOf(const TextBlock& block, bool marked) {
  const std::string words = Visible(block.text);
  switch (block.kind) {
    case BlockKind::kPreformatted:
      return Lines(words);
    case BlockKind::kQuotation:
      return {Run(words, compose::Face::kItalic)};
    case BlockKind::kNote: {
      compose::TextRun mark;
      mark.text = std::to_string(block.level);
      mark.superscript = true;
      return {{std::move(mark)}, Run("\u00A0" + words)};
    }
    case BlockKind::kMargin: {
      compose::Inline line = Run(words, compose::Face::kItalic);
      std::get<compose::TextRun>(line.value).small = true;
      return {std::move(line)};
    }
    // Markdown keeps the author's own marker in the text.
    case BlockKind::kListItem:
      return {Run(marked ? words : "•\u00A0" + words)};
    default:
      return {Run(words)};
  }
}

compose::Block Numbered(const TextBlock& block, bool marked) {
  compose::Paragraph paragraph;
  paragraph.style = compose::ParagraphStyle::kNumbered;
  paragraph.label = "[" + std::to_string(block.number) + "]";
  paragraph.anchor = AnchorOf(block.number);
  if (block.at_ms >= 0) {
    paragraph.content.push_back(Run(inspect::TimeInWords(block.at_ms) + " ", compose::Face::kBold));
  }
  for (compose::Inline& piece : ContentOf(block, marked)) paragraph.content.push_back(std::move(piece));
  return {std::move(paragraph)};
}

compose::Block HeadingOf(const TextBlock& block, std::size_t position) {
  compose::Heading heading;
  heading.level = std::clamp(block.level, 1, 3);
  heading.content = {Run(Visible(block.text))};
  heading.anchor = "heading." + std::to_string(position);
  heading.in_contents = false;
  return {std::move(heading)};
}

/// "letter.pdf · application/pdf · 48213 B · SHA-256 …", small, below a rule.
void AddAttachments(const std::vector<inspect::Attachment>& attachments, compose::Document& document) {
  if (attachments.empty()) return;
  document.blocks.push_back({compose::Rule{}});
  for (const inspect::Attachment& attachment : attachments) {
    std::string line = Visible(attachment.name);
    if (!attachment.type.empty()) line += " · " + Visible(attachment.type);
    line += " · " + std::to_string(attachment.size) + " B · SHA-256 " + attachment.sha256.ToHex();
    compose::Paragraph paragraph;
    paragraph.style = compose::ParagraphStyle::kSmall;
    paragraph.content = {Run(std::move(line))};
    document.blocks.push_back({std::move(paragraph)});
  }
}

}  // namespace

std::string Visible(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t at = 0; at < words.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(words, at);
    if (!IsInvisible(decoded.code)) out.append(words.substr(at, decoded.size));
    at += decoded.size;
  }
  return text::ToNfc(out);
}

std::string AnchorOf(int paragraph) { return "para." + std::to_string(paragraph); }

compose::Document EmptyDocument(const Request& request) {
  compose::Document document;
  document.title = Visible(request.title);
  document.language = request.language;
  document.running.left = document.title;
  compose::Paragraph origin;
  origin.style = compose::ParagraphStyle::kSmall;
  origin.content = {Run(Visible(request.path) + " · SHA-256 " + request.facts->sha256.ToHex())};
  document.blocks.push_back({std::move(origin)});
  document.blocks.push_back({compose::Rule{}});
  return document;
}

void AddBlocks(const Request& request, compose::Document& document) {
  const bool marked = request.facts->media == inspect::MediaType::kMarkdown;
  const std::vector<TextBlock>& blocks = request.facts->blocks;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    document.blocks.push_back(blocks[i].kind == BlockKind::kHeading ? HeadingOf(blocks[i], i)
                                                                    : Numbered(blocks[i], marked));
  }
}

compose::Document AsDocument(const Request& request) {
  compose::Document document = EmptyDocument(request);
  AddBlocks(request, document);
  AddAttachments(request.facts->attachments, document);
  return document;
}

}  // namespace dossier::convert
