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
enum Rule : std::uint8_t {
  kWhiteSpace = 1,       // N1: runs of white space of any kind; zero-width characters
  kCharacterForm = 2,    // N2: Unicode form C, ligatures, full-width letters, long s
  kSoftHyphen = 4,       // N3
  kLineBreakHyphen = 8,  // N4: a hyphen at the end of a line may be part of the word or not
  kQuotationMarks = 16,  // N5
  kDashes = 32,          // N6: any dash is a hyphen
  kOmission = 64,        // N7: "[…]" stands for words left out
  kEndPunctuation = 128  // the last full stop or comma before the closing mark is the quoter's
};

/// "N1" to "N7", "end-punctuation".
[[nodiscard]] std::vector<std::string> RuleNames(std::uint8_t rules);

/// A hyphen between two letters is no character of the folded text but a mark on the letter after
/// it, so that one search finds a word in both readings.
enum class Joint : std::uint8_t { kNone, kHyphen, kLineBreak };

/// A folded text and where each of its bytes came from.
struct Folded {
  std::string source;  // in form C
  std::string text;
  std::vector<std::uint32_t> begin;  // bytes of `source` behind each byte of `text`
  std::vector<std::uint32_t> end;
  std::vector<std::uint8_t> rules;
  std::vector<Joint> joints;  // in front of each byte

  [[nodiscard]] std::size_t size() const { return text.size(); }
};

/// True for what words are made of: letters of any script, no digits, no marks.
[[nodiscard]] bool IsLetter(char32_t code);

/// The text of bytes [begin, end) with the hyphens inside words written again.
[[nodiscard]] std::string WithHyphens(const Folded& folded, std::size_t begin, std::size_t end);

/// Folds a text of less than 4 GiB. Linear.
[[nodiscard]] Folded Fold(std::string_view text);

}  // namespace dossier::quote
