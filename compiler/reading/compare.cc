// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/compare.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"
#include "compiler/reading/align.h"
#include "compiler/reading/letters.h"
#include "compiler/text/normalise.h"

namespace dossier::reading {
namespace {

/// Below this a reading proves nothing against a word; chosen so that honest pages of 9 to 12 pt
/// give no false alarm (tests/accept/rendered.py measures it).
constexpr int kSure = 85;

/// Below this what was read is a speck, a rule or half a line rather than a word.
constexpr int kSpeck = 50;

std::string Spelled(std::u32string_view letters) {
  std::string text;
  for (const char32_t code : letters) utf8::Append(code, text);
  return text;
}

bool IsCapital(char32_t code) {
  const char32_t base = BaseOf(code);
  return (base >= U'A' && base <= U'Z') || (base >= U'А' && base <= U'Я');
}

/// Small letters are read as capitals now and then where both have one shape.
bool DifferInCase(std::u32string_view a, std::u32string_view b) {
  return text::FoldCase(Spelled(a)) == text::FoldCase(Spelled(b));
}

/// Digits, names, negations and words so short that one letter makes another word.
bool IsStrict(std::u32string_view letters) {
  constexpr std::size_t kShort = 3;
  return letters.size() <= kShort || HasDigit(letters) || IsCapital(letters.front()) || IsNegation(letters);
}

bool Agrees(std::u32string_view layer, std::u32string_view read) {
  return layer == read || (!IsStrict(layer) && !HasDigit(read) && InDeclaredClasses(layer, read));
}

std::u32string DigitsOf(std::u32string_view letters) {
  std::u32string digits;
  std::copy_if(letters.begin(), letters.end(), std::back_inserter(digits), IsDigit);
  return digits;
}

/// Two numbers that differ in digits alone: nothing was lost or won, and no letter stands for one.
bool AreOtherNumbers(std::u32string_view layer, std::u32string_view read) {
  const auto same_kind = [](char32_t a, char32_t b) { return IsDigit(a) == IsDigit(b) && (IsDigit(a) || a == b); };
  return layer.size() == read.size() && std::equal(layer.begin(), layer.end(), read.begin(), same_kind) &&
         DigitsOf(layer) != DigitsOf(read);
}

/// What both readings agree on, and are sure of, speaks against the word.
bool Contradicts(std::u32string_view layer, const WordReading& first, const WordReading& second) {
  if (first.letters.empty() || first.letters != second.letters) return false;
  if (std::min(first.confidence, second.confidence) < kSure) return false;
  // One word for one word; where the machine parted or joined words, letters may have gone astray.
  if (first.tokens != 1 || second.tokens != 1) return false;
  if (HasDigit(layer)) return AreOtherNumbers(layer, first.letters);
  if (HasDigit(first.letters)) return false;
  return !LookAlike(layer, first.letters);
}

/// What was found in one passage.
class PassageJudge {
 public:
  PassageJudge(const Passage& passage, bool font_missing, Comparison& out)
      : passage_(passage), font_missing_(font_missing), out_(out) {
    for (const std::vector<Word>& reading : passage.readings) readings_.push_back(Align(passage.layer, reading));
  }

  /// Counts into `blank` and `words`; false when a word is not confirmed.
  bool Judge(int& blank, int& words) {
    if (readings_.size() < 2) return Doubt("its picture could not be read");
    bool confirmed = true;
    for (std::size_t i = 0; i < passage_.layer.size(); ++i) {
      const std::u32string letters = LettersOf(passage_.layer[i].text);
      if (!passage_.layer[i].quoted || letters.empty()) continue;
      ++words;
      confirmed = JudgeWord(letters, i, blank) && confirmed;
    }
    for (std::size_t i = 0; i < readings_.front().extra.size(); ++i) confirmed = JudgeExtra(readings_.front().extra[i]) && confirmed;
    return confirmed;
  }

 private:
  bool Doubt(std::string reason) {
    if (out_.reason.empty()) out_.reason = std::move(reason);
    return false;
  }

  bool JudgeWord(const std::u32string& letters, std::size_t at, int& blank) {
    const WordReading& first = readings_[0].words[at];
    const WordReading& second = readings_[1].words[at];
    const bool agrees_first = Agrees(letters, first.letters);
    if (agrees_first || Agrees(letters, second.letters)) {
      const WordReading& other = agrees_first ? second : first;
      const bool opposed = !other.letters.empty() && other.confidence >= kSure && !Agrees(letters, other.letters) &&
                           !DifferInCase(letters, other.letters);
      return !opposed || !IsStrict(letters) || Doubt("a number or name in its picture was read in two ways");
    }
    if (!passage_.layer[at].ink && first.letters.empty() && second.letters.empty()) {
      if (font_missing_) return Doubt("a font of the page is neither in the file nor on this machine");
      ++blank;
      return Doubt("a word of it is not visible");
    }
    if (!font_missing_ && Contradicts(letters, first, second)) {
      out_.agreement = Agreement::kContradicted;
      out_.layer = Spelled(letters);
      out_.picture = Spelled(first.letters);
      return false;
    }
    return Doubt("not every word of its picture could be read with certainty");
  }

  bool JudgeExtra(const ExtraWord& extra) {
    if (!extra.amid_quoted || extra.letters.size() < 2 || extra.confidence < kSpeck) return true;
    const std::vector<ExtraWord>& others = readings_[1].extra;
    const bool both = std::any_of(others.begin(), others.end(),
                                  [&](const ExtraWord& other) { return other.letters == extra.letters; });
    // Specks are read as letters now and then, but not as the same letters at two sizes.
    return both ? Doubt("its picture seems to show a word that the text layer lacks") : true;
  }

  const Passage& passage_;
  bool font_missing_;
  Comparison& out_;
  std::vector<AlignedReading> readings_;
};

}  // namespace

Comparison Compare(const Shown& shown) {
  Comparison result;
  bool confirmed = !shown.passages.empty();
  int blank = 0;
  int words = 0;
  for (const Passage& passage : shown.passages) {
    confirmed = PassageJudge(passage, shown.font_missing, result).Judge(blank, words) && confirmed;
    if (result.agreement == Agreement::kContradicted) return result;
  }
  if (blank > 0 && (blank >= 2 || blank == words)) {
    result.agreement = Agreement::kContradicted;
    return result;
  }
  if (confirmed && words > 0) {
    result.agreement = Agreement::kConfirmed;
  } else if (result.reason.empty()) {
    result.reason = "its words could not be found among the places of the words of the page";
  }
  return result;
}

}  // namespace dossier::reading
