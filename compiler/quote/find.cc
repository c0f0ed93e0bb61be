// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/find.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/align.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kMaxOmission = 2000;
constexpr std::size_t kNone = std::string::npos;

/// A place where the whole quotation stands: bytes of the folded text.
struct Match {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint8_t rules = 0;
};

/// `memmem`: linear in the worst case, which `std::string::find` is not.
std::size_t Search(std::string_view text, std::size_t from, std::string_view wanted) {
  if (from > text.size() || wanted.empty()) return kNone;
  const void* found = memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return kNone;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Hyphens inside words have to agree, but one at the end of a line reads both ways.
bool JointsAgree(Joint source, Joint quoted) {
  return source == quoted || source == Joint::kLineBreak;
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

/// The rules that made the two equal at `at`, or nothing when their hyphens differ. A quotation
/// that begins or ends inside a word is no quotation of it.
std::optional<std::uint8_t> Verify(const Folded& source, std::size_t at, const Folded& quoted) {
  const std::size_t size = quoted.size();
  if (CutsAt(source, at) || CutsAt(source, at + size)) return std::nullopt;
  std::uint8_t rules = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t j = at + i;
    if (i > 0 && !JointsAgree(source.joints[j], quoted.joints[i])) return std::nullopt;
    const std::string_view left(source.source.data() + source.begin[j],
                                source.end[j] - source.begin[j]);
    const std::string_view right(quoted.source.data() + quoted.begin[i],
                                 quoted.end[i] - quoted.begin[i]);
    const std::uint8_t left_rules = i == 0 ? 0 : source.rules[j];
    const std::uint8_t right_rules = i == 0 ? 0 : quoted.rules[i];
    if (left != right) {
      rules |= static_cast<std::uint8_t>(source.rules[j] | quoted.rules[i]);
    } else if (left_rules != right_rules) {
      rules |= static_cast<std::uint8_t>(left_rules | right_rules);
    }
  }
  return rules;
}

/// The first place in [from, limit) where `part` begins.
std::optional<Match> Next(const Folded& source, std::size_t from, std::size_t limit,
                          const Folded& part) {
  const std::string_view text =
      std::string_view(source.text).substr(0, limit > source.size() ? kNone : limit + part.size());
  for (std::size_t at = Search(text, from, part.text); at != kNone && at < limit;
       at = Search(text, at + 1, part.text)) {
    if (const auto rules = Verify(source, at, part)) {
      return Match{.begin = at, .end = at + part.size(), .rules = *rules};
    }
  }
  return std::nullopt;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

/// The quotation at its marks of omission.
std::vector<Folded> Parts(std::string_view quotation) {
  std::vector<Folded> parts;
  while (true) {
    std::size_t at = kNone;
    std::size_t width = 0;
    for (const std::string_view mark : {"[…]", "[...]", "[. . .]"}) {
      const std::size_t found = quotation.find(mark);
      if (found < at) {
        at = found;
        width = mark.size();
      }
    }
    Folded part = Fold(Trim(quotation.substr(0, at)));
    if (part.size() > 0) parts.push_back(std::move(part));
    if (at == kNone) return parts;
    quotation.remove_prefix(at + width);
  }
}

/// Places that begin in [from, limit), in order, at most `kMaxPlaces`.
std::vector<Match> Matches(const Folded& source, std::size_t from, std::size_t limit,
                           const std::vector<Folded>& parts) {
  std::vector<Match> found;
  while (found.size() < kMaxPlaces) {
    auto match = Next(source, from, limit, parts.front());
    if (!match) return found;
    from = match->begin + 1;
    bool whole = true;
    for (std::size_t i = 1; i < parts.size() && whole; ++i) {
      const auto more = Next(source, match->end, match->end + kMaxOmission, parts[i]);
      whole = more.has_value();
      if (whole) {
        match->end = more->end;
        match->rules |= static_cast<std::uint8_t>(more->rules | kOmission);
      }
    }
    if (whole) found.push_back(*match);
  }
  return found;
}

bool Touches(const PreparedText& text, const Match& match, const std::vector<SectionRange>& cited) {
  const int first = text.SectionAt(match.begin);
  const int last = text.SectionAt(match.end - 1);
  return cited.empty() || std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
           return first <= range.last && last >= range.first;
         });
}

/// Places in the cited sections; when there are none, those anywhere.
std::vector<Match> MatchesFor(const PreparedText& text, const std::vector<Folded>& parts,
                              const std::vector<SectionRange>& cited) {
  const Folded& source = text.folded();
  std::size_t reach = parts.size() * kMaxOmission;  // how far before a section one may begin
  for (const Folded& part : parts) reach += part.size();
  std::vector<Match> found;
  for (const SectionRange& range : cited) {
    const auto [begin, end] = text.Extent(range.first, range.last);
    for (const Match& match : Matches(source, begin - std::min(begin, reach), end, parts)) {
      if (Touches(text, match, {range})) found.push_back(match);
    }
  }
  return found.empty() ? Matches(source, 0, source.size(), parts) : found;
}

/// A match without any rule is exact when the very bytes agree, which form C alone may have hidden.
Verdict Grade(const Match& match, std::string_view quotation, const Folded& folded) {
  if (match.rules != 0) return Verdict::kNormalised;
  return folded.source == quotation ? Verdict::kExact : Verdict::kNormalised;
}

FindResult FromMatches(const std::vector<Match>& matches, const PreparedText& text,
                       std::string_view quotation, const std::vector<Folded>& parts,
                       const std::vector<SectionRange>& cited) {
  FindResult result;
  const Match* best = nullptr;
  for (const Match& match : matches) {
    if (!Touches(text, match, cited)) continue;
    if (best == nullptr || match.rules < best->rules) best = &match;
    const int section = text.SectionAt(match.begin);
    if (result.sections.empty() || result.sections.back() != section) {
      result.sections.push_back(section);
    }
  }
  if (best != nullptr) {
    result.verdict = Grade(*best, quotation, parts.front());
    result.rules = RuleNames(best->rules);
    if (result.verdict == Verdict::kNormalised && result.rules.empty()) result.rules = {"N2"};
    return result;
  }
  result.verdict = Verdict::kWrongPage;
  for (const Match& match : matches) {
    const int section = text.SectionAt(match.begin);
    if (result.sections.empty() || result.sections.back() != section) {
      result.sections.push_back(section);
    }
  }
  return result;
}

/// The full stop or comma that some put inside the closing mark.
bool DropEndPunctuation(std::vector<Folded>& parts) {
  std::string& source = parts.back().source;
  if (source.size() < 2 || (source.back() != '.' && source.back() != ',')) return false;
  if (source[source.size() - 2] == '.') return false;
  parts.back() = Fold(std::string_view(source).substr(0, source.size() - 1));
  return parts.back().size() > 0;
}

FindResult Altered(const std::vector<Folded>& parts, const PreparedText& text,
                   const std::vector<SectionRange>& cited) {
  FindResult result;
  if (parts.size() != 1) return result;
  std::vector<SectionRange> ranges = cited;
  if (ranges.empty()) ranges.push_back({1, text.sections()});
  const std::string quoted = WithHyphens(parts.front(), 0, parts.front().size());
  for (const SectionRange& range : ranges) {
    const auto [begin, end] = text.Extent(range.first, range.last);
    const std::string passage = WithHyphens(text.folded(), begin, end);
    const auto near = Nearest(quoted, passage);
    if (!near || near->edits.empty()) continue;
    result.verdict = Verdict::kAltered;
    // Hyphens that were written again move the place by a few bytes at most.
    result.sections = {text.SectionAt(std::min(begin + near->begin, std::max(begin + 1, end) - 1))};
    result.edits = near->edits;
    return result;
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
    case Verdict::kNotFound:
      return "not-found";
    case Verdict::kWrongPage:
      return "wrong-page";
    case Verdict::kNotCheckable:
      return "not-checkable";
  }
  return "not-checkable";
}

PreparedText::PreparedText(const std::vector<std::string>& sections) {
  // Sections are folded as one text, so that a sentence may run from one to the next. Each is put
  // into form C before, so that the ends are those of the folded source.
  std::string whole;
  std::vector<std::size_t> raw_ends;
  for (const std::string& section : sections) {
    whole += text::ToNfc(section);
    whole += '\n';
    raw_ends.push_back(whole.size());
  }
  folded_ = Fold(whole);
  std::size_t byte = 0;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    starts_.push_back(byte);
    while (byte < folded_.size() && folded_.begin[byte] < raw_ends[i]) ++byte;
  }
}

int PreparedText::SectionAt(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<int>(std::max<std::ptrdiff_t>(1, after - starts_.begin()));
}

std::pair<std::size_t, std::size_t> PreparedText::Extent(int from, int to) const {
  const int count = sections();
  const auto start = [&](int section) {
    if (section < 1) return std::size_t{0};
    return section > count ? folded_.size() : starts_[static_cast<std::size_t>(section - 1)];
  };
  const std::size_t begin = start(from);
  return {begin, std::max(begin, start(std::min(to, count) + 1))};
}

bool PreparedText::Empty(int from, int to) const {
  const auto [begin, end] = Extent(from, to);
  return std::string_view(folded_.text).substr(begin, end - begin).find_first_not_of(' ') == kNone;
}

FindResult Find(std::string_view quotation, const PreparedText& text,
                const std::vector<SectionRange>& cited) {
  quotation = Trim(quotation);
  if (quotation.empty() || quotation.size() > kMaxQuotation) {
    return {.verdict = Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
  }
  std::vector<Folded> parts = Parts(quotation);
  if (parts.empty())
    return {.verdict = Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
  const auto touches = [&](const Match& match) { return Touches(text, match, cited); };
  std::vector<Match> matches = MatchesFor(text, parts, cited);
  if (std::none_of(matches.begin(), matches.end(), touches)) {
    std::vector<Folded> shorter = parts;
    if (DropEndPunctuation(shorter)) {
      std::vector<Match> more = MatchesFor(text, shorter, cited);
      for (Match& match : more) match.rules |= kEndPunctuation;
      const bool better = std::any_of(more.begin(), more.end(), touches);
      if (better || matches.empty()) matches = std::move(more);
    }
  }
  if (!matches.empty()) return FromMatches(matches, text, quotation, parts, cited);
  return Altered(parts, text, cited);
}

}  // namespace dossier::quote
