// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/cut_words.h"

#include <algorithm>
#include <string_view>

#include "compiler/foundation/utf8.h"

namespace dossier::layout {
namespace {

/// Shorter words gain nothing.
constexpr std::size_t kShortest = 5;

bool IsMark(char32_t code) {
  constexpr std::u32string_view kMarks =
      U"()[]{}\"'.,:;!?\u2018\u2019\u201A\u201C\u201D\u201E\u00AB\u00BB\u2026";
  return kMarks.find(code) != kMarks.npos;
}

/// Trims marks from both ends of [begin, end).
void TrimMarks(std::string_view text, std::uint32_t& begin, std::uint32_t& end) {
  while (begin < end) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, begin);
    if (!IsMark(decoded.code)) break;
    begin += static_cast<std::uint32_t>(decoded.size);
  }
  while (begin < end) {
    std::uint32_t last = end - 1;
    while (last > begin && utf8::IsContinuation(text[last])) --last;
    if (!IsMark(utf8::DecodeAt(text, last).code)) break;
    end = last;
  }
}

bool IsPlainBlank(std::string_view text, std::uint32_t at) {
  return at >= text.size() || text[at] == ' ' || text[at] == '\n';
}

}  // namespace

std::vector<std::uint32_t> FindCuts(const Flow& flow, std::uint32_t begin, std::uint32_t end,
                                    text::Hyphenation& hyphenation) {
  // A mark of a note stands behind a word in a segment of its own.
  const auto inside = std::find_if(flow.segments.begin(), flow.segments.end(),
                                   [&](const Segment& one) { return one.end > begin; });
  const bool parted = begin > 0 && !IsPlainBlank(flow.text, begin - 1);
  if (inside == flow.segments.end() || !inside->hyphenate || parted ||
      (!flow.levels.of.empty() && flow.levels.of[begin] != 0)) {
    return {};
  }
  const bool mark_behind = inside->end < end && std::next(inside) != flow.segments.end() &&
                           std::next(inside)->note_mark;
  if (inside->end < end && !mark_behind) {
    return {};
  }
  end = std::min(end, inside->end);
  TrimMarks(flow.text, begin, end);
  if (end - begin < kShortest) {
    return {};
  }
  const std::string_view word = std::string_view(flow.text).substr(begin, end - begin);
  std::vector<std::uint32_t> cuts =
      hyphenation.Find(inside->language.empty() ? flow.language : inside->language, word);
  for (std::uint32_t& cut : cuts) {
    cut += begin;
  }
  return cuts;
}

}  // namespace dossier::layout
