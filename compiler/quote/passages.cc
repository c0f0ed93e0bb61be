// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/passages.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace dossier::quote {
namespace {

Cuts CutsOf(const Pattern& pattern, std::size_t piece) {
  Cuts cuts;
  if (piece > 0)
    cuts.front = pattern.between[piece - 1].glued_after;
  else if (pattern.front)
    cuts.front = pattern.front->glued_after;
  if (piece + 1 < pattern.pieces.size())
    cuts.back = pattern.between[piece].glued_before;
  else if (pattern.back)
    cuts.back = pattern.back->glued_before;
  return cuts;
}

/// Bytes [begin, end) of the source stand in the place of a change: notes it, if it may be so.
bool Note(const Folded& source, std::size_t begin, std::size_t end, const Declared& change,
          Match& match) {
  const std::string_view text = source.text;
  const std::string_view gap = text.substr(begin, end - begin);
  if (!Allows(change, gap, text.substr(0, begin), text.substr(end))) return false;
  match.rules |= change.kind == Declared::Kind::kOmission ? kOmission : kAlteration;
  match.edits.push_back({.quoted = change.mark,
                         .source = std::string(TrimSpaces(WithHyphens(source, begin, end))),
                         .kind = EditKind::kStructure});
  return true;
}

/// What a change in front of or behind everything covers: the rest of the word that it cuts.
bool NoteEnds(const Folded& source, const Pattern& pattern, Match& match) {
  if (pattern.back) {
    const std::size_t more = pattern.back->glued_before ? LettersAt(source, match.end, true) : 0;
    if (!Note(source, match.end, match.end + more, *pattern.back, match)) return false;
  }
  if (!pattern.front) return true;
  const std::size_t less = pattern.front->glued_after ? LettersAt(source, match.begin, false) : 0;
  std::vector<Edit> later = std::move(match.edits);
  match.edits.clear();
  if (!Note(source, match.begin - less, match.begin, *pattern.front, match)) return false;
  match.edits.insert(match.edits.end(), later.begin(), later.end());
  return true;
}

/// The next piece behind a change, at the first place where the change may stand for the gap.
bool Extend(const Matcher& matcher, const Pattern& pattern, std::size_t piece, Match& match) {
  constexpr int kMostTries = 100;
  const Declared& change = pattern.between[piece - 1];
  const std::size_t limit = match.end + ReachOf(change) + 1;
  std::size_t from = match.end;
  for (int tries = 0; tries < kMostTries; ++tries) {
    const auto more = matcher.Next(from, limit, pattern.pieces[piece], CutsOf(pattern, piece));
    if (!more) return false;
    if (Note(matcher.reading().folded, match.end, more->begin, change, match)) {
      match.end = more->end;
      match.rules |= more->rules;
      match.edits.insert(match.edits.end(), more->edits.begin(), more->edits.end());
      return true;
    }
    from = more->begin + 1;
  }
  return false;
}

/// Places that begin in [from, limit), in order, at most `kMaxPlaces`.
std::vector<Match> Matches(const Matcher& matcher, std::size_t from, std::size_t limit,
                           const Pattern& pattern) {
  std::vector<Match> found;
  while (found.size() < kMaxPlaces) {
    auto match = matcher.Next(from, limit, pattern.pieces.front(), CutsOf(pattern, 0));
    if (!match) return found;
    from = match->begin + 1;
    bool whole = true;
    for (std::size_t i = 1; i < pattern.pieces.size() && whole; ++i) {
      whole = Extend(matcher, pattern, i, *match);
    }
    if (whole && NoteEnds(matcher.reading().folded, pattern, *match)) found.push_back(std::move(*match));
  }
  return found;
}

}  // namespace

bool Touches(const Reading& reading, const Match& match, const std::vector<SectionRange>& cited) {
  const int first = reading.SectionAt(match.begin);
  const int last = reading.SectionAt(match.end - 1);
  return cited.empty() || std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
           return first <= range.last && last >= range.first;
         });
}

std::vector<Match> MatchesFor(const Matcher& matcher, const Pattern& pattern,
                              const std::vector<SectionRange>& cited) {
  const Reading& reading = matcher.reading();
  std::size_t reach = 0;  // how far before a section one may begin
  for (const Declared& change : pattern.between) reach += ReachOf(change);
  for (const Folded& piece : pattern.pieces) reach += piece.size();
  std::vector<Match> found;
  for (const SectionRange& range : cited) {
    const auto [begin, end] = reading.Extent(range.first, range.last);
    for (Match& match : Matches(matcher, begin - std::min(begin, reach), end, pattern)) {
      if (Touches(reading, match, {range})) found.push_back(std::move(match));
    }
  }
  return found.empty() ? Matches(matcher, 0, reading.folded.size(), pattern) : found;
}


}  // namespace dossier::quote
