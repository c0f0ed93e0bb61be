// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/matching.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/misreadings.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kShortestFirstHalf = 3;  // "ill-treatment", but not "re-sign"
constexpr std::size_t kShortestSecondHalf = 4;
constexpr std::size_t kNone = std::string::npos;

/// Hyphens inside words have to agree, but one at the end of a line reads both ways. Where the
/// reader of the file took hyphens from the ends of lines, a long compound may have lost its own.
bool JointsAgree(const Reading& reading, std::size_t at, Joint quoted) {
  const Joint source = reading.folded.At(at).joint;
  if (source == quoted || source == Joint::kLineBreak || quoted == Joint::kLineBreak) return true;
  if (source != Joint::kNone || !reading.hyphens_lost) return false;
  const char first = reading.folded.text[at];
  if (first >= 'A' && first <= 'Z') return true;
  return LettersAt(reading.folded, at, false) >= kShortestFirstHalf &&
         LettersAt(reading.folded, at, true) >= kShortestSecondHalf;
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
  if (at == 0 || at >= source.size() || source.At(at).joint != Joint::kNone) return false;
  return SplitsWord(CodeBefore(source.text, at), CodeAt(source.text, at)) ||
         SplitsNumber(source.text, at);
}

/// The rules that made byte `j` of the source and byte `i` of the quotation equal.
Rules RulesBetween(const Folded& source, std::size_t j, const Folded& quoted, std::size_t i) {
  const Rules left = source.At(j).rules;
  const Rules right = quoted.At(i).rules;
  if (source.SourceAt(j) != quoted.SourceAt(i)) return static_cast<Rules>(left | right);
  const Rules left_rules = i == 0 ? Rules{0} : left;
  const Rules right_rules = i == 0 ? Rules{0} : right;
  return left_rules == right_rules ? Rules{0} : static_cast<Rules>(left_rules | right_rules);
}

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
    const Joint joint = quoted.At(i).joint;
    if (i > 0 && source.At(j).joint != joint) {
      if (!JointsAgree(reading, j, joint)) return std::nullopt;
      rules |= kLineBreakHyphen;
    }
    rules |= RulesBetween(source, j, quoted, i);
  }
  return rules;
}

/// The words in front of a place, as far back as its paragraph goes.
std::string_view Before(const Folded& folded, std::size_t at) {
  if (at == 0) return {};
  const std::string_view gap = folded.SourceAt(at - 1);
  const bool paragraph = gap.find('\n') != gap.rfind('\n');
  return paragraph ? std::string_view() : std::string_view(folded.text).substr(0, at);
}

}  // namespace

std::size_t Search(std::string_view text, std::size_t from, std::string_view wanted) {
  if (from > text.size() || wanted.empty()) return kNone;
  const void* found = memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  if (found == nullptr) return kNone;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

std::size_t LettersAt(const Folded& text, std::size_t at, bool forward) {
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

std::optional<Match> Matcher::NextExact(std::size_t from, std::size_t limit, const Folded& part,
                                        Cuts cuts) const {
  const Folded& source = reading_.folded;
  const std::string_view text =
      std::string_view(source.text).substr(0, limit > source.size() ? kNone : limit + part.size());
  for (std::size_t at = Search(text, from, part.text); at != kNone && at < limit;
       at = Search(text, at + 1, part.text)) {
    if (const auto rules = Verify(reading_, at, part, cuts)) {
      return Match{.begin = at, .end = at + part.size(), .rules = *rules, .edits = {}};
    }
  }
  return std::nullopt;
}

/// The whole piece at one place, letter by letter: what differs has to be in sections that a machine
/// read, in words that may be misread, and few in all.
std::optional<Match> Matcher::VerifyMisread(std::size_t begin, std::size_t end, const Folded& part,
                                            Cuts cuts) const {
  constexpr std::size_t kBytesAMisreading = 20;
  const Folded& source = reading_.folded;
  if (!cuts.front && CutsAt(source, begin)) return std::nullopt;
  if (!cuts.back && CutsAt(source, end)) return std::nullopt;
  const std::string_view here = std::string_view(source.text).substr(begin, end - begin);
  const auto steps = AlignMisread(here, part.text);
  if (!steps) return std::nullopt;
  Match match{.begin = begin, .end = end, .rules = 0, .edits = {}};
  std::size_t differences = 0;
  for (const AlignedStep& step : *steps) {
    const std::size_t j = begin + step.source;
    if (!step.same) {
      ++differences;
      continue;
    }
    const Joint joint = part.At(step.quoted).joint;
    if (step.quoted > 0 && source.At(j).joint != joint) {
      if (!JointsAgree(reading_, j, joint)) return std::nullopt;
      match.rules |= kLineBreakHyphen;
    }
    match.rules |= RulesBetween(source, j, part, step.quoted);
  }
  if (differences > 1 + part.size() / kBytesAMisreading) return std::nullopt;
  for (const MisreadWords& words : DifferingWords(*steps, here)) {
    const std::string_view theirs = here.substr(words.source_begin, words.source_end - words.source_begin);
    const std::string_view ours = std::string_view(part.text)
                                      .substr(words.quoted_begin, words.quoted_end - words.quoted_begin);
    const std::size_t at = begin + words.source_begin;
    const std::size_t last = begin + std::max(words.source_end, words.source_begin + 1) - 1;
    if (text_.OriginOf(reading_.SectionAt(at)) != Basis::kOcr ||
        text_.OriginOf(reading_.SectionAt(last)) != Basis::kOcr ||
        !MayBeMisread(theirs, ours, Before(source, at), text_.WordsAndNames()))
      return std::nullopt;
    match.edits.push_back({.quoted = std::string(ours), .source = std::string(theirs), .kind = EditKind::kOcr});
  }
  if (!match.edits.empty()) match.rules |= kMisread;
  return match;
}

std::optional<Match> Matcher::NextMisread(std::size_t from, std::size_t limit, const Folded& part,
                                          Cuts cuts) const {
  const Skeleton& skeleton = text_.SkeletonOf(reading_);
  const std::string wanted = Skeleton(part.text).text();
  if (wanted.empty()) return std::nullopt;
  for (std::size_t at = Search(skeleton.text(), skeleton.At(from), wanted); at != kNone;
       at = Search(skeleton.text(), at + 1, wanted)) {
    const std::size_t begin = skeleton.Begin(at);
    if (begin >= limit) return std::nullopt;
    if (!skeleton.IsEdge(at) || !skeleton.IsEdge(at + wanted.size())) continue;
    std::size_t end = skeleton.Begin(at + wanted.size());
    while (end > begin && reading_.folded.text[end - 1] == ' ') --end;
    if (auto match = VerifyMisread(begin, end, part, cuts)) return match;
  }
  return std::nullopt;
}

std::optional<Match> Matcher::Next(std::size_t from, std::size_t limit, const Folded& part,
                                   Cuts cuts) const {
  return tolerance_ == Tolerance::kNone ? NextExact(from, limit, part, cuts)
                                        : NextMisread(from, limit, part, cuts);
}

}  // namespace dossier::quote
