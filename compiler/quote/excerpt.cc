// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/excerpt.h"

#include <algorithm>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kAround = 60;
constexpr std::size_t kLongest = 1000;
constexpr std::size_t kMostEdits = 20;

/// Bytes of the source behind bytes [begin, end) of the folded text.
std::string_view SourceOf(const Folded& folded, std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  const std::size_t first = folded.At(begin).begin;
  return std::string_view(folded.source).substr(first, folded.At(end - 1).end - first);
}

}  // namespace

std::string ExcerptOf(const Folded& folded, std::size_t begin, std::size_t end) {
  if (folded.size() == 0) return {};
  end = std::min({end, folded.size(), begin + kLongest});
  std::size_t from = begin - std::min(begin, kAround);
  std::size_t to = std::min(folded.size(), end + kAround);
  // Whole words only.
  while (from > 0 && from < begin && folded.text[from - 1] != ' ') ++from;
  while (to < folded.size() && to > end && folded.text[to] != ' ') --to;
  while (to < folded.size() && utf8::IsContinuation(folded.text[to])) ++to;
  return text::CollapseSpaces(SourceOf(folded, from, to));
}

std::vector<Edit> FormattingEdits(const Folded& source, std::size_t begin, const Folded& quoted) {
  std::vector<Edit> edits;
  for (std::size_t at = 0; at < quoted.size() && edits.size() < kMostEdits;) {
    const std::size_t end = std::min(quoted.text.find(' ', at), quoted.size());
    const std::string_view ours = SourceOf(quoted, at, end);
    const std::string_view theirs = SourceOf(source, begin + at, begin + end);
    if (ours != theirs) {
      edits.push_back({.quoted = text::CollapseSpaces(ours),
                       .source = text::CollapseSpaces(theirs),
                       .kind = EditKind::kFormatting});
    }
    at = end + 1;
  }
  return edits;
}

}  // namespace dossier::quote
