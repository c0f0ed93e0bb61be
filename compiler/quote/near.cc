// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/near.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/quote/align.h"
#include "compiler/quote/excerpt.h"
#include "compiler/quote/guarded_words.h"
#include "compiler/quote/look_alikes.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

/// The windows of the cited sections where a passage near the quotation may be.
std::vector<std::pair<std::size_t, std::size_t>> WindowsFor(
    std::string_view quoted, const PreparedText& text, const std::vector<SectionRange>& cited) {
  constexpr std::size_t kFewBytes = std::size_t{32} << 10;
  const Reading& reading = text.readings().back();
  std::vector<SectionRange> ranges = cited;
  if (ranges.empty()) ranges.push_back({1, text.sections()});
  std::vector<std::pair<std::size_t, std::size_t>> windows;
  for (const SectionRange& range : ranges) {
    const auto extent = reading.Extent(range.first, range.last);
    if (extent.second - extent.first <= kFewBytes) {
      windows.push_back(extent);
      continue;
    }
    for (const auto& window : text.Words().Windows(quoted)) {
      if (window.first < extent.second && window.second > extent.first) windows.push_back(window);
    }
  }
  return windows;
}

bool AnyGuarded(std::string_view words) {
  if (!DigitsOf(words).empty()) return true;
  const std::vector<std::string> all = WordsOf(words);
  return std::any_of(all.begin(), all.end(), [](const std::string& word) {
    return IsNegation(word) || IsCountingWord(word) || IsCapitalised(word);
  });
}

/// The rules that forbid a difference, as far as one names it.
Rules RulesAgainst(const Edit& edit) {
  if (LookAlike(edit.quoted, edit.source)) return kLookAlikes;
  if (text::FoldCase(edit.quoted) == text::FoldCase(edit.source)) return kCase;
  if (AnyGuarded(edit.quoted) || AnyGuarded(edit.source)) return kContent;
  return 0;
}

}  // namespace

FindResult NearestPassage(const Folded& quotation, const PreparedText& text,
                          const std::vector<SectionRange>& cited) {
  FindResult result;
  const Reading& reading = text.readings().back();
  const std::string quoted = WithHyphens(quotation, 0, quotation.size());
  std::size_t passage = 0, passage_end = 0;
  for (const auto& [begin, end] : WindowsFor(quoted, text, cited)) {
    const auto near = Nearest(quoted, WithHyphens(reading.folded, begin, end));
    if (!near || near->edits.empty()) continue;
    if (!result.edits.empty() && near->edits.size() >= result.edits.size()) continue;
    result.verdict = Verdict::kContentMismatch;
    result.edits = near->edits;
    // Hyphens that were written again move the place by a few bytes at most.
    passage = std::min(begin + near->begin, std::max(begin + 1, end) - 1);
    passage_end = std::clamp(begin + near->end, passage, end);
  }
  if (result.edits.empty()) return result;
  Rules rules = 0;
  for (const Edit& edit : result.edits) rules |= RulesAgainst(edit);
  result.rules = RuleNames(rules);
  result.places = {{.section = reading.SectionAt(passage),
                    .last = reading.SectionAt(std::max(passage + 1, passage_end) - 1),
                    .excerpt = ExcerptOf(reading.folded, passage, passage_end)}};
  result.basis = text.OriginOf(result.places.front().section);
  return result;
}

}  // namespace dossier::quote
