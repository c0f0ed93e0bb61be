// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/words.h"

#include <algorithm>

#include "compiler/text/normalise.h"

namespace dossier::forum {
namespace {

using markdown::Block;
using markdown::Inline;
using markdown::InlineKind;

void AppendText(const std::vector<Block>& blocks, std::string& out) {
  for (const Block& block : blocks) {
    out += markdown::PlainText(block.inlines);
    out += '\n';
    AppendText(block.children, out);
  }
}

int CitedWords(const std::vector<Inline>& inlines) {
  int count = 0;
  for (const Inline& node : inlines) {
    if (node.kind == InlineKind::kCitation) count += CountWords(node.text);
    count += CitedWords(node.children);
  }
  return count;
}

int CitedWords(const std::vector<Block>& blocks) {
  int count = 0;
  for (const Block& block : blocks) count += CitedWords(block.inlines) + CitedWords(block.children);
  return count;
}

}  // namespace

int CountWords(std::string_view text) {
  const std::string plain = text::CollapseSpaces(text);
  int count = 0;
  std::size_t begin = 0;
  while (begin < plain.size()) {
    const std::size_t end = std::min(plain.find(' ', begin), plain.size());
    const std::string_view word = std::string_view(plain).substr(begin, end - begin);
    if (word.find_first_not_of(".,;:!?()[]\"'") != std::string_view::npos) ++count;
    begin = end + 1;
  }
  return count;
}

WordCount CountWords(const markdown::Document& document) {
  std::string body;
  AppendText(document.blocks, body);
  WordCount count{.body = CountWords(body), .notes = CitedWords(document.blocks)};
  for (const markdown::Note& note : document.notes) {
    std::string words;
    AppendText(note.blocks, words);
    count.notes += CountWords(words) + CitedWords(note.blocks);
  }
  return count;
}

std::string TextOf(const markdown::Document& document) {
  std::string text;
  AppendText(document.blocks, text);
  for (const markdown::Note& note : document.notes) AppendText(note.blocks, text);
  return text;
}

}  // namespace dossier::forum
