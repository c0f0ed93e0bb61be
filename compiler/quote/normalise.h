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

/// Where a byte of a folded text came from: bytes [begin, end) of its source.
struct Origin {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Rules rules = 0;
  Joint joint = Joint::kNone;  // in front of it
};

/// Where the bytes of a folded text came from. Most are bytes of the source that follow one another,
/// and only what interrupts them is kept: a tenth of the text in memory, not its elevenfold.
class Origins {
 public:
  /// `width` more bytes that stand for `source.length` bytes of the source, with rules of the first
  /// and of the others.
  struct Piece {
    std::uint32_t at = 0;  // in the folded text
    std::uint32_t begin = 0, length = 0;
    Rules rules = 0, rest = 0;
    std::uint8_t width = 0;
    Joint joint = Joint::kNone;
  };
  void Add(const Piece& piece);
  /// `size` more bytes, valid UTF-8, that are bytes of the source from `begin` on.
  void AddVerbatim(std::uint32_t begin, std::uint32_t size);

  /// Of byte `index` of the folded text. Logarithmic.
  [[nodiscard]] Origin At(std::size_t index, std::string_view source) const;
  /// Bytes with a hyphen in front of them, rising.
  [[nodiscard]] std::vector<std::uint32_t> Hyphens() const;

 private:
  std::vector<Piece> pieces_ = {{}};
  std::uint32_t size_ = 0;
};

/// A folded text and where each of its bytes came from.
struct Folded {
  std::string source;  // in form C
  std::string text;
  Origins origins;

  [[nodiscard]] std::size_t size() const { return text.size(); }
  [[nodiscard]] Origin At(std::size_t index) const { return origins.At(index, source); }
  /// What byte `index` stands for.
  [[nodiscard]] std::string_view SourceAt(std::size_t index) const;
  /// The first byte that came from `place` of the source or from behind it, at or behind `from`.
  [[nodiscard]] std::size_t FirstFrom(std::size_t place, std::size_t from) const;
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
