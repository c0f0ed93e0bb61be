// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/typesetting.h"

#include <array>
#include <fstream>
#include <iterator>
#include <string_view>

#include "compiler/crypto/sha256.h"
#include "compiler/fonts/pinned.h"
#include "compiler/foundation/check.h"

namespace dossier::testing {
fonts::FontSet InstalledFonts(std::string_view family) {
  std::vector<Bytes> files;
  for (const fonts::PinnedFace& face : fonts::PinnedFaces(family)) {
    std::ifstream in(std::string(face.path), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  Result<fonts::FontSet> loaded = fonts::FontSet::Load(std::move(files), crypto::Sha256, family);
  DOSSIER_CHECK(loaded.ok(), "the packages of the fonts are installed");
  return std::move(loaded).value();
}

namespace {

constexpr std::array<std::string_view, 40> kWords = {
    "the",      "harbour",  "council",  "wrote",     "that",       "no",         "ferry",
    "had",      "left",     "before",   "autumn",    "and",        "evidence",   "of",
    "repeated", "closures", "was",      "available", "to",         "every",      "resident",
    "who",      "asked",    "for",      "it",        "in",         "writing;",   "officials",
    "declined", "comment,", "although", "a",         "memorandum", "circulated", "among",
    "several",  "district", "offices.", "Later",     "testimony"};

}  // namespace

const fonts::FontSet& InstalledFonts() {
  static const fonts::FontSet fonts = InstalledFonts(fonts::kDefaultFamily);
  return fonts;
}

text::Hyphenation& InstalledHyphenation() {
  static text::Hyphenation installed = [] {
    std::vector<Bytes> files;
    for (const text::PinnedDictionary& one : text::PinnedDictionaries()) {
      std::ifstream in(std::string(one.path), std::ios::binary);
      files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    Result<text::Hyphenation> loaded = text::Hyphenation::Load(std::move(files), crypto::Sha256);
    DOSSIER_CHECK(loaded.ok(), "the packages of the dictionaries are installed");
    return std::move(loaded).value();
  }();
  return installed;
}

compose::Inline Words(std::string text, compose::Face face) {
  compose::TextRun run;
  run.text = std::move(text);
  run.face = face;
  return {std::move(run)};
}

compose::Inline PageOf(std::string anchor) { return {compose::PageNumberOf{std::move(anchor)}}; }

compose::Inline LinkTo(std::string anchor, std::vector<compose::Inline> content) {
  return {compose::Link{std::move(anchor), {}, std::move(content)}};
}

compose::Inline Address(std::string url) {
  std::vector<compose::Inline> content = {Words(url)};
  return {compose::Link{{}, std::move(url), std::move(content)}};
}

compose::Block Paragraph(std::vector<compose::Inline> content) {
  compose::Paragraph paragraph;
  paragraph.content = std::move(content);
  return {std::move(paragraph)};
}

compose::Block Paragraph(std::string text) {
  return Paragraph(std::vector<compose::Inline>{Words(std::move(text))});
}

compose::Block Numbered(std::string label, std::vector<compose::Inline> content) {
  compose::Paragraph paragraph;
  paragraph.style = compose::ParagraphStyle::kNumbered;
  paragraph.label = std::move(label);
  paragraph.content = std::move(content);
  return {std::move(paragraph)};
}

compose::Block Heading(int level, std::string number, std::string text, std::string anchor) {
  compose::Heading heading;
  heading.level = level;
  heading.number = std::move(number);
  heading.content = {Words(std::move(text))};
  heading.anchor = std::move(anchor);
  return {std::move(heading)};
}

compose::Inline Note(std::vector<compose::Inline> content) {
  return {compose::Note{{Paragraph(std::move(content))}}};
}

compose::TableCell Cell(std::string text) {
  compose::TableCell cell;
  cell.content = {Paragraph(std::move(text))};
  return cell;
}

std::string Filler(int count, unsigned seed) {
  std::string text;
  unsigned state = seed * 2654435761u + 12345u;
  for (int i = 0; i < count; ++i) {
    state = state * 1664525u + 1013904223u;
    text += text.empty() ? "" : " ";
    text += kWords[(state >> 16) % kWords.size()];
  }
  return text;
}

}  // namespace dossier::testing
