// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/normalise.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

struct Replacement {
  char32_t code;
  std::string_view text;
  Rule rule;
};

constexpr Replacement kReplacements[] = {
    {0x00B4, "'", kQuotationMarks},  {0x2039, "'", kQuotationMarks},
    {0x203A, "'", kQuotationMarks},  {0x2018, "'", kQuotationMarks},
    {0x2019, "'", kQuotationMarks},  {0x201A, "'", kQuotationMarks},
    {0x201B, "'", kQuotationMarks},  {0x2032, "'", kQuotationMarks},
    {0x201C, "\"", kQuotationMarks}, {0x201D, "\"", kQuotationMarks},
    {0x201E, "\"", kQuotationMarks}, {0x201F, "\"", kQuotationMarks},
    {0x00AB, "\"", kQuotationMarks}, {0x00BB, "\"", kQuotationMarks},
    {0x2033, "\"", kQuotationMarks}, {0x2010, "-", kDashes},
    {0x2011, "-", kDashes},          {0x2012, "-", kDashes},
    {0x2013, "-", kDashes},          {0x2014, "-", kDashes},
    {0x2015, "-", kDashes},          {0x2212, "-", kDashes},
    {0x2026, "...", kCharacterForm}, {0xFB00, "ff", kCharacterForm},
    {0xFB01, "fi", kCharacterForm},  {0xFB02, "fl", kCharacterForm},
    {0xFB03, "ffi", kCharacterForm}, {0xFB04, "ffl", kCharacterForm},
    {0xFB05, "st", kCharacterForm},  {0xFB06, "st", kCharacterForm},
    {0x017F, "s", kCharacterForm}};

bool IsWhite(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 ||
         (code >= 0x2000 && code <= 0x200A) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool IsZeroWidth(char32_t code) { return code == 0x200B || code == 0x2060 || code == 0xFEFF; }

bool IsUpper(char32_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xC0 && code <= 0xDE) ||
         (code >= 0x400 && code <= 0x42F);
}

class Folder {
 public:
  explicit Folder(Folded& out) : out_(out) {}
  void Run(const std::vector<Lift>& lifts);

 private:
  void Take(const utf8::Decoded& decoded);
  void TakeLift(const Lift& lift);
  void TakeLetters(std::size_t limit);
  void TakeWhite(char32_t code, std::size_t size);
  void TakeHyphen(std::size_t size, Rules rule);
  void Put(std::string_view text, std::size_t size, Rules rule, bool letter);
  void FlushSpace(char32_t next);
  void DropSpace();
  void FlushHyphen(bool letter_follows, char32_t next);

  Folded& out_;
  std::size_t at_ = 0;
  Rules pending_rules_ = 0;  // of characters that left nothing behind
  bool after_letter_ = false;
  bool after_soft_hyphen_ = false;
  // White space that was read and not written yet.
  std::size_t space_begin_ = 0, space_end_ = 0;
  bool space_plain_ = true;
  bool space_has_line_end_ = false;
  // A hyphen behind a letter, not decided yet.
  std::size_t hyphen_begin_ = 0, hyphen_end_ = 0;
  Rules hyphen_rule_ = 0;
  Joint joint_ = Joint::kNone;
};

void Folder::Put(std::string_view text, std::size_t size, Rules rule, bool letter) {
  const bool plain = rule == 0 && pending_rules_ == 0 && joint_ == Joint::kNone;
  if (plain && std::string_view(out_.source).substr(at_, size) == text && utf8::IsValid(text)) {
    out_.origins.AddVerbatim(static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(size));
    out_.text += text;
    after_letter_ = letter;
    return;
  }
  out_.origins.Add({.begin = static_cast<std::uint32_t>(at_),
                    .length = static_cast<std::uint32_t>(size),
                    .rules = static_cast<Rules>(rule | pending_rules_),
                    .rest = rule,
                    .width = static_cast<std::uint8_t>(text.size()),
                    .joint = joint_});
  out_.text += text;
  pending_rules_ = 0;
  joint_ = Joint::kNone;
  after_letter_ = letter;
}

void Folder::DropSpace() {
  space_begin_ = space_end_ = 0;
  space_plain_ = true;
  space_has_line_end_ = false;
}

/// Writes the white space that was read as one space; none at the beginning of the text, and none
/// where a word or a number goes on in the next line.
void Folder::FlushSpace(char32_t next) {
  if (space_end_ == space_begin_) return;
  const std::string& text = out_.text;
  const auto is_digit = [](char32_t code) { return code >= '0' && code <= '9'; };
  const bool number_goes_on = text.size() > 1 && text.back() == '-' && is_digit(next) &&
                              is_digit(static_cast<unsigned char>(text[text.size() - 2]));
  if (space_has_line_end_ && (number_goes_on || (after_soft_hyphen_ && IsLetter(next)))) {
    pending_rules_ |= kLineBreakHyphen;
  } else if (!text.empty()) {
    const std::size_t at = std::exchange(at_, space_begin_);
    Put(" ", space_end_ - space_begin_, space_plain_ ? 0 : kWhiteSpace, false);
    at_ = at;
  }
  DropSpace();
}

/// Decides what a hyphen behind a letter is: part of a compound, the end of a line, or a dash.
void Folder::FlushHyphen(bool letter_follows, char32_t next) {
  if (hyphen_end_ == hyphen_begin_) return;
  const bool spaced = space_end_ != space_begin_;
  const bool line_break = spaced && space_has_line_end_;
  const std::size_t begin = std::exchange(hyphen_begin_, 0);
  const std::size_t end = std::exchange(hyphen_end_, 0);
  if (letter_follows && (!spaced || line_break)) {
    // "Kassym-" before "Jomart" is a name with a hyphen: nothing to choose.
    joint_ = line_break && !IsUpper(next) ? Joint::kLineBreak : Joint::kHyphen;
    pending_rules_ |= hyphen_rule_;
    if (line_break) pending_rules_ |= kLineBreakHyphen;
    DropSpace();
    return;
  }
  const std::size_t at = std::exchange(at_, begin);
  Put("-", end - begin, hyphen_rule_, false);
  at_ = at;
}

void Folder::TakeWhite(char32_t code, std::size_t size) {
  if (space_end_ == space_begin_) {
    space_begin_ = at_;
    space_plain_ = code == ' ';
  } else {
    space_plain_ = false;
  }
  space_end_ = at_ + size;
  space_has_line_end_ = space_has_line_end_ || code == '\n' || code == '\f' || code == 0x2028;
}

void Folder::TakeHyphen(std::size_t size, Rules rule) {
  if (after_letter_ && space_end_ == space_begin_ && hyphen_end_ == hyphen_begin_) {
    hyphen_begin_ = at_;
    hyphen_end_ = at_ + size;
    hyphen_rule_ = rule;
    return;
  }
  FlushHyphen(false, 0);
  FlushSpace('-');
  Put("-", size, rule, false);
}

void Folder::Take(const utf8::Decoded& decoded) {
  const char32_t code = decoded.code;
  if (IsWhite(code)) return TakeWhite(code, decoded.size);
  if (IsZeroWidth(code)) {
    pending_rules_ |= kWhiteSpace;
    return;
  }
  if (code == 0xAD) {
    pending_rules_ |= kSoftHyphen;
    after_soft_hyphen_ = after_letter_;
    return;
  }
  const Replacement* replacement = nullptr;
  if (code >= 0x80) {
    for (const Replacement& entry : kReplacements) {
      if (entry.code == code) replacement = &entry;
    }
  }
  if (code == '-' || (replacement != nullptr && replacement->text == "-")) {
    return TakeHyphen(decoded.size, replacement == nullptr ? 0 : replacement->rule);
  }
  const bool letter = IsLetter(code);
  FlushHyphen(letter, code);
  FlushSpace(code);
  after_soft_hyphen_ = false;
  if (replacement != nullptr)
    return Put(replacement->text, decoded.size, replacement->rule, letter);
  if (code >= 0xFF01 && code <= 0xFF5E) {
    return Put(utf8::Encode(code - 0xFEE0), decoded.size, kCharacterForm, IsLetter(code - 0xFEE0));
  }
  Put(std::string_view(out_.source).substr(at_, decoded.size), decoded.size, 0, letter);
}

void Folder::TakeLift(const Lift& lift) {
  pending_rules_ |= lift.rule;
  if (lift.stands_for == 0) return;
  const std::size_t size = lift.end - lift.begin;
  if (IsWhite(lift.stands_for)) return TakeWhite(lift.stands_for, size);
  const bool letter = IsLetter(lift.stands_for);
  FlushHyphen(letter, lift.stands_for);
  FlushSpace(lift.stands_for);
  Put(utf8::Encode(lift.stands_for), size, lift.rule, letter);
}

/// What is left of a word behind its first letter, as far as it is plain: most of any text.
void Folder::TakeLetters(std::size_t limit) {
  std::size_t end = at_;
  while (end < limit && IsAsciiLetter(out_.source[end])) ++end;
  out_.text.append(out_.source, at_, end - at_);
  out_.origins.AddVerbatim(static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end - at_));
  at_ = end;
}

void Folder::Run(const std::vector<Lift>& lifts) {
  auto lift = lifts.begin();
  while (at_ < out_.source.size()) {
    if (lift != lifts.end() && at_ >= lift->begin) {
      TakeLift(*lift);
      at_ = std::max(at_, lift->end);
      ++lift;
      continue;
    }
    const utf8::Decoded decoded = utf8::DecodeAt(out_.source, at_);
    const bool plain = IsAsciiLetter(out_.source[at_]);
    Take(decoded);
    at_ += decoded.size;
    if (plain) TakeLetters(lift != lifts.end() ? lift->begin : out_.source.size());
  }
  FlushHyphen(false, 0);
}

}  // namespace

// Good enough to tell words from marks: ASCII letters, and what is above the Latin-1 signs but not
// general punctuation or symbols.
bool IsLetter(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  return code >= 0xC0 && code != 0xD7 && code != 0xF7 && !(code >= 0x2000 && code <= 0x2BFF);
}

std::string WithHyphens(const Folded& folded, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < std::min(end, folded.size()); ++i) {
    if (i > begin && folded.At(i).joint == Joint::kHyphen) out += '-';
    out += folded.text[i];
  }
  return out;
}

std::vector<std::string> RuleNames(Rules rules) {
  static constexpr std::pair<Rule, std::string_view> kNames[] = {
      {kWhiteSpace, "N1"},      {kCharacterForm, "N2"},  {kSoftHyphen, "N3"},
      {kLineBreakHyphen, "N4"}, {kQuotationMarks, "N5"}, {kDashes, "N6"},
      {kOmission, "N7"},        {kAlteration, "N8"},     {kNoteMark, "N9"},
      {kMarkup, "N10"},         {kFurniture, "N11"},     {kCase, "N12"},
      {kMisread, "N13"},        {kContent, "N14"},       {kLookAlikes, "N15"},
      {kEndPunctuation, "end-punctuation"}};
  std::vector<std::string> names;
  for (const auto& [rule, name] : kNames) {
    if ((rules & rule) != 0) names.emplace_back(name);
  }
  return names;
}

Folded Fold(std::string_view text, const std::vector<Lift>& lifts) {
  return FoldComposed(text::ToNfc(text), lifts);
}

Folded FoldComposed(std::string text, const std::vector<Lift>& lifts) {
  Folded out;
  out.source = std::move(text);
  out.text.reserve(out.source.size());
  Folder(out).Run(lifts);
  return out;
}

}  // namespace dossier::quote
