// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/find.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "compiler/quote/excerpt.h"
#include "compiler/quote/guarded_words.h"
#include "compiler/quote/matching.h"
#include "compiler/quote/near.h"
#include "compiler/quote/pattern.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kMostExcerpts = 10;

/// A match without any rule is exact when the very bytes agree, which form C alone may have hidden.
Verdict Grade(const Match& match, std::string_view quotation, const Folded& folded) {
  if ((match.rules & kMisread) != 0) return Verdict::kOcrTolerant;
  if ((match.rules & kAlteration) != 0) return Verdict::kAltered;
  if (match.rules != 0) return Verdict::kNormalised;
  return folded.source == quotation ? Verdict::kExact : Verdict::kNormalised;
}

void AddPlace(const Reading& reading, const Match& match, FindResult& result) {
  const int section = reading.SectionAt(match.begin);
  if (!result.places.empty() && result.places.back().section == section) return;
  FoundPlace place{.section = section, .last = reading.SectionAt(match.end - 1), .excerpt = {}};
  if (result.places.size() < kMostExcerpts) {
    place.excerpt = ExcerptOf(reading.folded, match.begin, match.end);
  }
  result.places.push_back(std::move(place));
}

/// The least of what the sections are: what was read by machine proves less than a text layer.
Basis BasisOf(const PreparedText& text, int first, int last) {
  Basis basis = text.OriginOf(first);
  for (int section = first + 1; section <= last; ++section) {
    if (text.OriginOf(section) != Basis::kTextLayer) basis = text.OriginOf(section);
  }
  return basis;
}

std::vector<Edit> EditsOf(const Match& match, const Reading& reading, const Pattern& pattern) {
  std::vector<Edit> edits = match.edits;
  const bool as_it_is = pattern.pieces.size() == 1 && (match.rules & kMisread) == 0;
  if (!as_it_is || match.rules == 0) return edits;
  std::vector<Edit> formatting = FormattingEdits(reading.folded, match.begin, pattern.pieces.front());
  edits.insert(edits.end(), formatting.begin(), formatting.end());
  return edits;
}

FindResult FromMatches(const std::vector<Match>& matches, const PreparedText& text,
                       const Reading& reading, std::string_view quotation, const Pattern& pattern,
                       const std::vector<SectionRange>& cited) {
  FindResult result;
  const Match* best = nullptr;
  for (const Match& match : matches) {
    if (!Touches(reading, match, cited)) continue;
    if (best == nullptr || match.rules < best->rules) best = &match;
    AddPlace(reading, match, result);
  }
  if (best != nullptr) {
    result.verdict = Grade(*best, quotation, pattern.pieces.front());
    result.rules = RuleNames(best->rules);
    result.edits = EditsOf(*best, reading, pattern);
    result.basis = BasisOf(text, reading.SectionAt(best->begin), reading.SectionAt(best->end - 1));
    if (result.verdict == Verdict::kNormalised && result.rules.empty()) result.rules = {"N2"};
    return result;
  }
  result.verdict = Verdict::kWrongPage;
  for (const Match& match : matches) AddPlace(reading, match, result);
  result.basis = BasisOf(text, result.places.front().section, result.places.front().last);
  return result;
}

/// The full stop or comma that some put inside the closing mark.
bool DropEndPunctuation(Pattern& pattern) {
  if (pattern.back) return false;
  std::string& source = pattern.pieces.back().source;
  if (source.size() < 2 || (source.back() != '.' && source.back() != ',')) return false;
  if (source[source.size() - 2] == '.') return false;
  pattern.pieces.back() = Fold(std::string_view(source).substr(0, source.size() - 1));
  return pattern.pieces.back().size() > 0;
}

/// By one way of reading both. `kNotFound` when it is nowhere.
FindResult FindIn(std::string_view quotation, const Pattern& pattern, const PreparedText& text,
                  const Matcher& matcher, const std::vector<SectionRange>& cited) {
  const Reading& reading = matcher.reading();
  const auto touches = [&](const Match& match) { return Touches(reading, match, cited); };
  std::vector<Match> matches = MatchesFor(matcher, pattern, cited);
  Pattern used = pattern;
  if (std::none_of(matches.begin(), matches.end(), touches)) {
    Pattern shorter = pattern;
    if (DropEndPunctuation(shorter)) {
      std::vector<Match> more = MatchesFor(matcher, shorter, cited);
      for (Match& match : more) match.rules |= kEndPunctuation;
      const bool better = std::any_of(more.begin(), more.end(), touches);
      if (better || matches.empty()) {
        matches = std::move(more);
        used = std::move(shorter);
      }
    }
  }
  if (matches.empty()) return {};
  return FromMatches(matches, text, reading, quotation, used, cited);
}

}  // namespace

std::vector<int> FindResult::sections() const {
  std::vector<int> sections;
  for (const FoundPlace& place : places) sections.push_back(place.section);
  return sections;
}

bool RestsOnDoubt(const FindResult& result, const PreparedText& text,
                  const std::vector<SectionRange>& cited) {
  if (Holds(result.verdict) && !result.places.empty()) {
    // One of several places that can be taken is enough.
    return std::all_of(result.places.begin(), result.places.end(), [&](const FoundPlace& place) {
      return text.Doubtful(place.section, std::max(place.section, place.last));
    });
  }
  if (cited.empty()) return text.Doubtful(1, text.sections());
  return std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
    return text.Doubtful(range.first, range.last);
  });
}

bool PlaceIsOpen(std::string_view quotation, const FindResult& result) {
  constexpr std::ptrdiff_t kFewWords = 4;
  if (!Holds(result.verdict) || result.places.size() < 2) return false;
  const std::string folded = Fold(TrimSpaces(quotation)).text;
  return std::count(folded.begin(), folded.end(), ' ') < kFewWords;
}

FindResult Find(std::string_view quotation, const PreparedText& text,
                const std::vector<SectionRange>& cited) {
  FindResult best{.verdict = Verdict::kNotCheckable};
  quotation = TrimSpaces(quotation);
  if (quotation.empty() || quotation.size() > kMaxQuotation) return best;
  const std::optional<Pattern> declared = DeclaredPattern(quotation);
  const Pattern whole = WholePattern(quotation);
  if (whole.pieces.empty()) return best;
  const bool nothing_but_marks =
      !declared && quotation.find_first_not_of("[].…() ") == std::string::npos;
  if (nothing_but_marks) return best;
  best.verdict = Verdict::kNotFound;
  if (text.sections() > 0) best.basis = text.OriginOf(cited.empty() ? 1 : cited.front().first);
  // As it is first: brackets and dots may be the source's own. Misread letters last.
  for (const Tolerance tolerance : {Tolerance::kNone, Tolerance::kMisreadLetters}) {
    if (tolerance == Tolerance::kMisreadLetters && !text.ReadByMachine()) break;
    for (const Pattern* pattern : {&whole, declared ? &*declared : nullptr}) {
      if (pattern == nullptr) continue;
      for (const Reading& reading : text.readings()) {
        FindResult result =
            FindIn(quotation, *pattern, text, Matcher(text, reading, tolerance), cited);
        if (Holds(result.verdict)) return result;
        if (best.verdict == Verdict::kNotFound && result.verdict != Verdict::kNotFound)
          best = std::move(result);
      }
    }
  }
  if (best.verdict != Verdict::kNotFound) return best;
  FindResult near = NearestPassage(whole.pieces.front(), text, cited);
  return near.verdict == Verdict::kNotFound ? best : near;
}

}  // namespace dossier::quote
