// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Texts without their formatting, for comparing quotations. What may be folded is a closed list;
/// words, digits, negations, names, case and order are never folded.
namespace dossier::quote {

/// What was folded at a place, as a set of bits. The numbers of `RuleName` are those that the
/// program prints.
enum Rule : std::uint16_t {
  kWhiteSpace = 1,        // N1: runs of white space of any kind; zero-width characters
  kCharacterForm = 2,     // N2: Unicode form C, ligatures, full-width letters, long s
  kSoftHyphen = 4,        // N3
  kLineBreakHyphen = 8,   // N4: a hyphen at the end of a line may be part of the word or not
  kQuotationMarks = 16,   // N5
  kDashes = 32,           // N6: any dash is a hyphen
  kOmission = 64,         // N7: "[…]" stands for words left out
  kEndPunctuation = 128,  // the last full stop or comma before the closing mark is the quoter's
  kAlteration = 256,      // N8: "[t]he", "[he]": changes that the quoter declares
  kNoteMark = 512,        // N9: the number of a note behind a word
  kMarkup = 1024,         // N10: emphasis, escapes, entities
  kFurniture = 2048,      // N11: running heads, page numbers, notes at the foot of a page
  kMisread = 4096,        // N13: letters that machine reading confuses
  // Never folded; named where they are what differs.
  kCase = 8192,        // N12
  kContent = 16384,    // N14: digits, number words, negations, names
  kLookAlikes = 32768  // N15: letters of another script that look the same
};

/// A set of `Rule`s.
using Rules = std::uint16_t;

/// "N1" to "N15", "end-punctuation".
[[nodiscard]] std::vector<std::string> RuleNames(Rules rules);

/// A hyphen between two letters is no character of the folded text but a mark on the letter after
/// it, so that one search finds a word in both readings.
enum class Joint : std::uint8_t { kNone, kHyphen, kLineBreak };

/// A folded text and where each of its bytes came from.
struct Folded {
  std::string source;  // in form C
  std::string text;
  std::vector<std::uint32_t> begin;  // bytes of `source` behind each byte of `text`
  std::vector<std::uint32_t> end;
  std::vector<Rules> rules;
  std::vector<Joint> joints;  // in front of each byte

  [[nodiscard]] std::size_t size() const { return text.size(); }
};

/// True for what words are made of: letters of any script, no digits, no marks.
[[nodiscard]] bool IsLetter(char32_t code);

/// The text of bytes [begin, end) with the hyphens inside words written again.
[[nodiscard]] std::string WithHyphens(const Folded& folded, std::size_t begin, std::size_t end);

/// Bytes of a text that are no words of it, and the character they stand for, if any.
struct Lift {
  std::size_t begin = 0;
  std::size_t end = 0;
  Rule rule = kMarkup;
  char32_t stands_for = 0;
};

/// Folds a text of less than 4 GiB. Linear. `lifts`, in order and apart, are left out; their places
/// are those in form C, so with any the text has to be in that form.
[[nodiscard]] Folded Fold(std::string_view text, const std::vector<Lift>& lifts = {});

/// The same of a text that is in form C already.
[[nodiscard]] Folded FoldComposed(std::string text, const std::vector<Lift>& lifts = {});

}  // namespace dossier::quote
