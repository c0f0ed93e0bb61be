// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/find.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/align.h"
#include "compiler/quote/lift.h"
#include "compiler/quote/pattern.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kShortestFirstHalf = 3;  // "ill-treatment", but not "re-sign"
constexpr std::size_t kShortestSecondHalf = 4;
constexpr std::size_t kNone = std::string::npos;

/// A place where the whole quotation stands: bytes of the folded text.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  Rules rules = 0;
  std::vector<Edit> edits;
};

/// `memmem`: linear in the worst case, which `std::string::find` is not.
std::size_t Search(std::string_view text, std::size_t from, std::string_view wanted) {
  if (from > text.size() || wanted.empty()) return kNone;
  const void* found = memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return kNone;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Letters in front of, or from, byte `at`.
std::size_t Letters(const Folded& text, std::size_t at, bool forward) {
  std::size_t count = 0;
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  if (forward) {
    while (at + count < text.size() && letter(text.text[at + count])) ++count;
  } else {
    while (count < at && letter(text.text[at - count - 1])) ++count;
  }
  return count;
}

/// Hyphens inside words have to agree, but one at the end of a line reads both ways. Where the
/// reader of the file took hyphens from the ends of lines, a long compound may have lost its own.
bool JointsAgree(const Reading& reading, std::size_t at, Joint quoted) {
  const Joint source = reading.folded.joints[at];
  if (source == quoted || source == Joint::kLineBreak || quoted == Joint::kLineBreak) return true;
  if (source != Joint::kNone || !reading.hyphens_lost) return false;
  const char first = reading.folded.text[at];
  if (first >= 'A' && first <= 'Z') return true;
  return Letters(reading.folded, at, false) >= kShortestFirstHalf &&
         Letters(reading.folded, at, true) >= kShortestSecondHalf;
}

bool IsDigit(char32_t code) { return code >= '0' && code <= '9'; }

char32_t CodeAt(std::string_view text, std::size_t at) { return utf8::DecodeAt(text, at).code; }

char32_t CodeBefore(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do {
    --at;
  } while (at > 0 && utf8::IsContinuation(text[at]));
  return CodeAt(text, at);
}

/// True where a cut between the two would leave half a word or half a number. A digit straight
/// after a letter is the mark of a note in most reports.
bool SplitsWord(char32_t left, char32_t right) {
  if (IsLetter(left)) return IsLetter(right);
  return IsDigit(left) && (IsDigit(right) || IsLetter(right));
}

/// "1.5" is one number, and "5" is no quotation of it.
bool SplitsNumber(std::string_view text, std::size_t at) {
  if (at < 2 || at >= text.size()) return false;
  const auto mark = [](char c) { return c == '.' || c == ','; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (mark(text[at - 1])) return digit(text[at - 2]) && digit(text[at]);
  return mark(text[at]) && digit(text[at - 1]) && at + 1 < text.size() && digit(text[at + 1]);
}

bool CutsAt(const Folded& source, std::size_t at) {
  if (at == 0 || at >= source.size() || source.joints[at] != Joint::kNone) return false;
  return SplitsWord(CodeBefore(source.text, at), CodeAt(source.text, at)) ||
         SplitsNumber(source.text, at);
}

/// Ends of a piece of a quotation that may be inside a word: "[t]he".
struct Cuts {
  bool front = false;
  bool back = false;
};

/// The rules that made the two equal at `at`, or nothing when their hyphens differ. A quotation
/// that begins or ends inside a word is no quotation of it.
std::optional<Rules> Verify(const Reading& reading, std::size_t at, const Folded& quoted,
                            Cuts cuts) {
  const Folded& source = reading.folded;
  const std::size_t size = quoted.size();
  if (!cuts.front && CutsAt(source, at)) return std::nullopt;
  if (!cuts.back && CutsAt(source, at + size)) return std::nullopt;
  Rules rules = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t j = at + i;
    if (i > 0 && source.joints[j] != quoted.joints[i]) {
      if (!JointsAgree(reading, j, quoted.joints[i])) return std::nullopt;
      rules |= kLineBreakHyphen;
    }
    const std::string_view left(source.source.data() + source.begin[j],
                                source.end[j] - source.begin[j]);
    const std::string_view right(quoted.source.data() + quoted.begin[i],
                                 quoted.end[i] - quoted.begin[i]);
    const Rules left_rules = i == 0 ? Rules{0} : source.rules[j];
    const Rules right_rules = i == 0 ? Rules{0} : quoted.rules[i];
    if (left != right) {
      rules |= static_cast<Rules>(source.rules[j] | quoted.rules[i]);
    } else if (left_rules != right_rules) {
      rules |= static_cast<Rules>(left_rules | right_rules);
    }
  }
  return rules;
}

/// The first place in [from, limit) where `part` begins.
std::optional<Match> Next(const Reading& reading, std::size_t from, std::size_t limit,
                          const Folded& part, Cuts cuts) {
  const Folded& source = reading.folded;
  const std::string_view text =
      std::string_view(source.text).substr(0, limit > source.size() ? kNone : limit + part.size());
  for (std::size_t at = Search(text, from, part.text); at != kNone && at < limit;
       at = Search(text, at + 1, part.text)) {
    if (const auto rules = Verify(reading, at, part, cuts)) {
      return Match{.begin = at, .end = at + part.size(), .rules = *rules, .edits = {}};
    }
  }
  return std::nullopt;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

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
                         .source = std::string(Trim(WithHyphens(source, begin, end))),
                         .kind = EditKind::kStructure});
  return true;
}

/// What a change in front of or behind everything covers: the rest of the word that it cuts.
bool NoteEnds(const Folded& source, const Pattern& pattern, Match& match) {
  if (pattern.back) {
    const std::size_t more = pattern.back->glued_before ? Letters(source, match.end, true) : 0;
    if (!Note(source, match.end, match.end + more, *pattern.back, match)) return false;
  }
  if (!pattern.front) return true;
  const std::size_t less = pattern.front->glued_after ? Letters(source, match.begin, false) : 0;
  std::vector<Edit> later = std::move(match.edits);
  match.edits.clear();
  if (!Note(source, match.begin - less, match.begin, *pattern.front, match)) return false;
  match.edits.insert(match.edits.end(), later.begin(), later.end());
  return true;
}

/// The next piece behind a change, at the first place where the change may stand for the gap.
bool Extend(const Reading& reading, const Pattern& pattern, std::size_t piece, Match& match) {
  constexpr int kMostTries = 100;
  const Declared& change = pattern.between[piece - 1];
  const std::size_t limit = match.end + ReachOf(change) + 1;
  std::size_t from = match.end;
  for (int tries = 0; tries < kMostTries; ++tries) {
    const auto more = Next(reading, from, limit, pattern.pieces[piece], CutsOf(pattern, piece));
    if (!more) return false;
    if (Note(reading.folded, match.end, more->begin, change, match)) {
      match.end = more->end;
      match.rules |= more->rules;
      return true;
    }
    from = more->begin + 1;
  }
  return false;
}

/// Places that begin in [from, limit), in order, at most `kMaxPlaces`.
std::vector<Match> Matches(const Reading& reading, std::size_t from, std::size_t limit,
                           const Pattern& pattern) {
  std::vector<Match> found;
  while (found.size() < kMaxPlaces) {
    auto match = Next(reading, from, limit, pattern.pieces.front(), CutsOf(pattern, 0));
    if (!match) return found;
    from = match->begin + 1;
    bool whole = true;
    for (std::size_t i = 1; i < pattern.pieces.size() && whole; ++i) {
      whole = Extend(reading, pattern, i, *match);
    }
    if (whole && NoteEnds(reading.folded, pattern, *match)) found.push_back(std::move(*match));
  }
  return found;
}

bool Touches(const Reading& reading, const Match& match, const std::vector<SectionRange>& cited) {
  const int first = reading.SectionAt(match.begin);
  const int last = reading.SectionAt(match.end - 1);
  return cited.empty() || std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
           return first <= range.last && last >= range.first;
         });
}

/// Places in the cited sections; when there are none, those anywhere.
std::vector<Match> MatchesFor(const Reading& reading, const Pattern& pattern,
                              const std::vector<SectionRange>& cited) {
  std::size_t reach = 0;  // how far before a section one may begin
  for (const Declared& change : pattern.between) reach += ReachOf(change);
  for (const Folded& piece : pattern.pieces) reach += piece.size();
  std::vector<Match> found;
  for (const SectionRange& range : cited) {
    const auto [begin, end] = reading.Extent(range.first, range.last);
    for (Match& match : Matches(reading, begin - std::min(begin, reach), end, pattern)) {
      if (Touches(reading, match, {range})) found.push_back(std::move(match));
    }
  }
  return found.empty() ? Matches(reading, 0, reading.folded.size(), pattern) : found;
}

/// A match without any rule is exact when the very bytes agree, which form C alone may have hidden.
Verdict Grade(const Match& match, std::string_view quotation, const Folded& folded) {
  if ((match.rules & kAlteration) != 0) return Verdict::kAltered;
  if (match.rules != 0) return Verdict::kNormalised;
  return folded.source == quotation ? Verdict::kExact : Verdict::kNormalised;
}

void AddSection(int section, FindResult& result) {
  if (result.sections.empty() || result.sections.back() != section)
    result.sections.push_back(section);
}

FindResult FromMatches(const std::vector<Match>& matches, const Reading& reading,
                       std::string_view quotation, const Pattern& pattern,
                       const std::vector<SectionRange>& cited) {
  FindResult result;
  const Match* best = nullptr;
  for (const Match& match : matches) {
    if (!Touches(reading, match, cited)) continue;
    if (best == nullptr || match.rules < best->rules) best = &match;
    AddSection(reading.SectionAt(match.begin), result);
  }
  if (best != nullptr) {
    result.verdict = Grade(*best, quotation, pattern.pieces.front());
    result.rules = RuleNames(best->rules);
    result.edits = best->edits;
    if (result.verdict == Verdict::kNormalised && result.rules.empty()) result.rules = {"N2"};
    return result;
  }
  result.verdict = Verdict::kWrongPage;
  for (const Match& match : matches) AddSection(reading.SectionAt(match.begin), result);
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
FindResult FindIn(std::string_view quotation, const Pattern& pattern, const Reading& reading,
                  const std::vector<SectionRange>& cited) {
  const auto touches = [&](const Match& match) { return Touches(reading, match, cited); };
  std::vector<Match> matches = MatchesFor(reading, pattern, cited);
  if (std::none_of(matches.begin(), matches.end(), touches)) {
    Pattern shorter = pattern;
    if (DropEndPunctuation(shorter)) {
      std::vector<Match> more = MatchesFor(reading, shorter, cited);
      for (Match& match : more) match.rules |= kEndPunctuation;
      const bool better = std::any_of(more.begin(), more.end(), touches);
      if (better || matches.empty()) matches = std::move(more);
    }
  }
  if (matches.empty()) return {};
  return FromMatches(matches, reading, quotation, pattern, cited);
}

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

FindResult Mismatch(const Folded& quotation, const PreparedText& text,
                    const std::vector<SectionRange>& cited) {
  FindResult result;
  const Reading& reading = text.readings().back();
  const std::string quoted = WithHyphens(quotation, 0, quotation.size());
  for (const auto& [begin, end] : WindowsFor(quoted, text, cited)) {
    const auto near = Nearest(quoted, WithHyphens(reading.folded, begin, end));
    if (!near || near->edits.empty()) continue;
    if (!result.edits.empty() && near->edits.size() >= result.edits.size()) continue;
    result.verdict = Verdict::kContentMismatch;
    // Hyphens that were written again move the place by a few bytes at most.
    result.sections = {
        reading.SectionAt(std::min(begin + near->begin, std::max(begin + 1, end) - 1))};
    result.edits = near->edits;
  }
  return result;
}

}  // namespace

std::string_view ToString(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact:
      return "exact";
    case Verdict::kNormalised:
      return "normalised";
    case Verdict::kAltered:
      return "altered";
    case Verdict::kContentMismatch:
      return "content-mismatch";
    case Verdict::kNotFound:
      return "not-found";
    case Verdict::kWrongPage:
      return "wrong-page";
    case Verdict::kNotCheckable:
      return "not-checkable";
  }
  return "not-checkable";
}

bool Holds(Verdict verdict) {
  return verdict == Verdict::kExact || verdict == Verdict::kNormalised ||
         verdict == Verdict::kAltered;
}

std::string_view ToString(EditKind kind) {
  return kind == EditKind::kContent ? "content" : "structure";
}

PreparedText::PreparedText(const std::vector<std::string>& sections, Sections kind) {
  // Sections are folded as one text, so that a sentence may run from one to the next. Each is put
  // into form C before, so that the ends are those of the folded source.
  std::string whole;
  std::vector<std::size_t> raw_ends;
  for (const std::string& section : sections) {
    whole += text::ToNfc(section);
    whole += '\n';
    raw_ends.push_back(whole.size());
  }
  const bool pages = kind == Sections::kPages;
  const auto read = [&](const std::vector<Lift>& lifts) {
    Reading reading{.folded = Fold(whole, lifts), .starts = {}, .hyphens_lost = pages};
    std::size_t byte = 0;
    for (const std::size_t end : raw_ends) {
      reading.starts.push_back(byte);
      while (byte < reading.folded.size() && reading.folded.begin[byte] < end) ++byte;
    }
    readings_.push_back(std::move(reading));
  };
  read({});
  const std::vector<Lift> lifts =
      FindLifts(readings_.front().folded.source, pages ? raw_ends : std::vector<std::size_t>{});
  if (!lifts.empty()) read(lifts);
}

int Reading::SectionAt(std::size_t offset) const {
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return static_cast<int>(std::max<std::ptrdiff_t>(1, after - starts.begin()));
}

std::pair<std::size_t, std::size_t> Reading::Extent(int from, int to) const {
  const int count = static_cast<int>(starts.size());
  const auto start = [&](int section) {
    if (section < 1) return std::size_t{0};
    return section > count ? folded.size() : starts[static_cast<std::size_t>(section - 1)];
  };
  const std::size_t begin = start(from);
  return {begin, std::max(begin, start(std::min(to, count) + 1))};
}

const WordIndex& PreparedText::Words() const {
  if (!words_) words_ = std::make_shared<const WordIndex>(readings_.back().folded);
  return *words_;
}

bool PreparedText::Empty(int from, int to) const {
  const auto [begin, end] = readings_.front().Extent(from, to);
  return std::string_view(folded().text).substr(begin, end - begin).find_first_not_of(' ') == kNone;
}

FindResult Find(std::string_view quotation, const PreparedText& text,
                const std::vector<SectionRange>& cited) {
  FindResult best{.verdict = Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
  quotation = Trim(quotation);
  if (quotation.empty() || quotation.size() > kMaxQuotation) return best;
  const std::optional<Pattern> declared = DeclaredPattern(quotation);
  const Pattern whole = WholePattern(quotation);
  if (whole.pieces.empty()) return best;
  const bool nothing_but_marks = !declared && quotation.find_first_not_of("[].…() ") == kNone;
  if (nothing_but_marks) return best;
  best.verdict = Verdict::kNotFound;
  // As it is first: brackets and dots may be the source's own.
  for (const Pattern* pattern : {&whole, declared ? &*declared : nullptr}) {
    if (pattern == nullptr) continue;
    for (const Reading& reading : text.readings()) {
      FindResult result = FindIn(quotation, *pattern, reading, cited);
      if (Holds(result.verdict)) return result;
      if (best.verdict == Verdict::kNotFound) best = std::move(result);
    }
  }
  if (best.verdict != Verdict::kNotFound) return best;
  return Mismatch(whole.pieces.front(), text, cited);
}

}  // namespace dossier::quote
