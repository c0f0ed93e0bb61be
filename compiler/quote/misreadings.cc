// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/misreadings.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/guarded_words.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

struct Confusion {
  std::string_view one, other;
};

constexpr Confusion kConfusions[] = {
#define DOSSIER_CONFUSION(id, one, other) {one, other},
#include "compiler/quote/confusions.def"
#undef DOSSIER_CONFUSION
};

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// Depth first, the same character before anything else, so that a text without misread letters
/// takes one step a character.
class Aligner {
 public:
  Aligner(std::string_view source, std::string_view quoted) : source_(source), quoted_(quoted) {}
  std::optional<std::vector<AlignedStep>> Run();

 private:
  // 0: the same character; 1, 2: a space on one side; then the pairs, each both ways.
  static constexpr std::size_t kMoves = 3 + 2 * std::size(kConfusions);
  std::optional<AlignedStep> Try(std::size_t i, std::size_t j, std::size_t move) const;

  std::string_view source_, quoted_;
};

std::optional<AlignedStep> Aligner::Try(std::size_t i, std::size_t j, std::size_t move) const {
  const std::string_view source = source_.substr(i);
  const std::string_view quoted = quoted_.substr(j);
  AlignedStep step{.source = i, .quoted = j, .source_size = 0, .quoted_size = 0, .same = move == 0};
  if (move == 0) {
    if (source.empty() || quoted.empty()) return std::nullopt;
    const std::size_t size = utf8::DecodeAt(quoted, 0).size;
    if (source.substr(0, size) != quoted.substr(0, size)) return std::nullopt;
    step.source_size = step.quoted_size = size;
    return step;
  }
  if (move == 1 || move == 2) {
    const std::string_view side = move == 1 ? source : quoted;
    if (!StartsWith(side, " ")) return std::nullopt;
    (move == 1 ? step.source_size : step.quoted_size) = 1;
    return step;
  }
  const Confusion& pair = kConfusions[(move - 3) / 2];
  const bool turned = (move - 3) % 2 == 1;
  const std::string_view left = turned ? pair.other : pair.one;
  const std::string_view right = turned ? pair.one : pair.other;
  if (!StartsWith(source, left) || !StartsWith(quoted, right)) return std::nullopt;
  step.source_size = left.size();
  step.quoted_size = right.size();
  return step;
}

std::optional<std::vector<AlignedStep>> Aligner::Run() {
  struct Frame {
    std::size_t i = 0, j = 0, move = 0;
  };
  const std::size_t most = 20 * (source_.size() + quoted_.size()) + 1000;
  std::vector<Frame> frames(1);
  std::vector<AlignedStep> steps;
  std::set<std::pair<std::size_t, std::size_t>> dead;
  for (std::size_t tries = 0; tries < most && !frames.empty(); ++tries) {
    Frame& frame = frames.back();
    if (frame.i == source_.size() && frame.j == quoted_.size()) return steps;
    std::optional<AlignedStep> step;
    while (frame.move < kMoves && !step) {
      step = Try(frame.i, frame.j, frame.move++);
      if (step && dead.contains({step->source + step->source_size, step->quoted + step->quoted_size}))
        step.reset();
    }
    if (!step) {
      dead.emplace(frame.i, frame.j);
      frames.pop_back();
      if (!steps.empty()) steps.pop_back();
      continue;
    }
    steps.push_back(*step);
    frames.push_back({step->source + step->source_size, step->quoted + step->quoted_size, 0});
  }
  return std::nullopt;
}

/// True at the beginning of a text or behind the end of a sentence; "Dr." and "J." end none.
bool BeginsSentence(std::string_view before) {
  constexpr std::size_t kLongestShortForm = 3;
  while (!before.empty() && std::string_view(" \"'(").find(before.back()) != std::string_view::npos) {
    before.remove_suffix(1);
  }
  if (before.empty() || before.back() == '!' || before.back() == '?') return true;
  if (before.back() != '.') return false;
  before.remove_suffix(1);
  const std::size_t space = before.rfind(' ');
  const std::size_t length = space == std::string_view::npos ? before.size() : before.size() - space - 1;
  return length > kLongestShortForm;
}

/// The words of a source in which digits and bars may stand for letters: "c0ntract" is one word.
std::vector<std::string> WordsRead(std::string_view source) {
  std::string whole(source);
  for (char& c : whole) {
    if (IsDigit(c) || c == '|' || c == '!') c = 'x';
  }
  return WordsOf(whole);
}

/// Words of one letter say too little; the article and those of other scripts are let through.
bool IsBareLetter(std::string_view word) {
  return utf8::CountCodePoints(word) < 2 && word != "a" && static_cast<unsigned char>(word[0]) < 0x80;
}

/// Digits that a machine may have read for letters.
bool DigitsMayBeLetters(std::string_view source, const std::vector<std::string>& quoted,
                        const Lexicon& lexicon) {
  const bool known = std::all_of(quoted.begin(), quoted.end(),
                                 [&](const std::string& word) { return lexicon.Has(word); });
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (!IsDigit(source[at])) continue;
    const bool inside = at > 0 && at + 1 < source.size() && IsLower(source[at - 1]) && IsLower(source[at + 1]);
    if (!inside && !known) return false;
  }
  return !WordsOf(source).empty();
}

bool CapitalMayDiffer(const std::vector<std::string>& source, const std::vector<std::string>& quoted,
                      std::string_view before, const Lexicon& lexicon) {
  const bool begins = BeginsSentence(before);
  for (std::size_t i = 0; i < quoted.size(); ++i) {
    if (!IsCapitalised(quoted[i])) continue;
    if (i > 0 || !begins || !lexicon.Has(text::FoldCase(quoted[i]))) return false;
  }
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (!IsCapitalised(source[i])) continue;
    const bool first = i == 0 && begins && !quoted.empty() && IsCapitalised(quoted[0]);
    const bool known = std::all_of(quoted.begin(), quoted.end(),
                                   [&](const std::string& word) { return lexicon.Has(word); });
    if (!first && !known) return false;
  }
  return true;
}

}  // namespace

std::optional<std::vector<AlignedStep>> AlignMisread(std::string_view source,
                                                     std::string_view quoted) {
  return Aligner(source, quoted).Run();
}

std::vector<MisreadWords> DifferingWords(const std::vector<AlignedStep>& steps,
                                         std::string_view source) {
  std::vector<MisreadWords> words;
  MisreadWords open;
  bool differs = false;
  for (const AlignedStep& step : steps) {
    if (step.same && source[step.source] == ' ') {
      if (differs) words.push_back(open);
      differs = false;
      open = {step.source + 1, step.source + 1, step.quoted + 1, step.quoted + 1};
      continue;
    }
    open.source_end = step.source + step.source_size;
    open.quoted_end = step.quoted + step.quoted_size;
    differs = differs || !step.same;
  }
  if (differs) words.push_back(open);
  return words;
}

bool MayBeMisread(std::string_view source, std::string_view quoted, std::string_view before,
                  const Lexicon& lexicon) {
  if (!DigitsOf(quoted).empty()) return false;
  const std::vector<std::string> ours = WordsOf(quoted);
  const std::vector<std::string> theirs = WordsRead(source);
  if (!DigitsOf(source).empty() && !DigitsMayBeLetters(source, ours, lexicon)) return false;
  const bool split = ours.size() != theirs.size() ||
                     (source.find(' ') == std::string_view::npos) != (quoted.find(' ') == std::string_view::npos);
  for (const auto* side : {&ours, &theirs}) {
    for (const std::string& word : *side) {
      if (IsNegation(word) || IsCountingWord(word) || lexicon.IsName(word)) return false;
      if (IsBareLetter(word) || (split && IsPrefix(word))) return false;
    }
  }
  return CapitalMayDiffer(theirs, ours, before, lexicon);
}

}  // namespace dossier::quote
