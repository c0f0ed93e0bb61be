// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/quote/normalise.h"
#include "compiler/quote/word_index.h"

namespace dossier::quote {

/// What a quotation is worth. The names are those of DESIGN section 6.
enum class Verdict {
  kExact,
  kNormalised,       // but for formatting, notes and furniture, and omissions that are marked
  kAltered,          // but for changes in brackets, which the quoter declares
  kContentMismatch,  // near a passage, but in other words
  kNotFound,
  kWrongPage,
  kNotCheckable
};

[[nodiscard]] std::string_view ToString(Verdict verdict);

/// True of a quotation that says what the source says.
[[nodiscard]] bool Holds(Verdict verdict);

enum class EditKind { kContent, kStructure };

[[nodiscard]] std::string_view ToString(EditKind kind);

/// Words of the quotation and what stands in the source in their place; either may be empty.
struct Edit {
  std::string quoted;
  std::string source;
  EditKind kind = EditKind::kContent;
  friend bool operator==(const Edit&, const Edit&) = default;
};

struct FindResult {
  Verdict verdict = Verdict::kNotFound;
  std::vector<int> sections;       // where it begins, from 1, rising, at most `kMaxPlaces`
  std::vector<std::string> rules;  // what was folded to find it: "N1", ...
  /// Changes that are declared, or content that differs.
  std::vector<Edit> edits;
};

inline constexpr std::size_t kMaxPlaces = 100;
/// Longest quotation that is looked for.
inline constexpr std::size_t kMaxQuotation = std::size_t{64} << 10;

/// A way to read an exhibit.
struct Reading {
  Folded folded;
  std::vector<std::size_t> starts;  // of sections, in the folded text
  /// Hyphens at the ends of lines may have been taken away when the text was read.
  bool hyphens_lost = false;

  /// Section (from 1) of a byte of the folded text.
  [[nodiscard]] int SectionAt(std::size_t offset) const;
  /// Bytes [first, second) of the folded text that sections `from` to `to` (from 1) cover.
  [[nodiscard]] std::pair<std::size_t, std::size_t> Extent(int from, int to) const;
};

enum class Sections { kPages, kParagraphs };

/// The text of an exhibit, folded once for many quotations. A section is what citations count: a
/// page, or a paragraph of an exhibit without pages. It is read as it is and, where that differs,
/// without what `FindLifts` lifts out.
class PreparedText {
 public:
  explicit PreparedText(const std::vector<std::string>& sections, Sections kind = Sections::kPages);

  /// One or two.
  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
  [[nodiscard]] const Folded& folded() const { return readings_.front().folded; }
  [[nodiscard]] int SectionAt(std::size_t offset) const {
    return readings_.front().SectionAt(offset);
  }
  [[nodiscard]] int sections() const { return static_cast<int>(readings_.front().starts.size()); }
  /// Of the last reading, made when it is first asked for; not for several threads at once.
  [[nodiscard]] const WordIndex& Words() const;
  /// True when none of the sections has a word.
  [[nodiscard]] bool Empty(int from, int to) const;

 private:
  std::vector<Reading> readings_;
  mutable std::shared_ptr<const WordIndex> words_;
};

/// Sections that are cited, from 1, both ends in.
struct SectionRange {
  int first = 0;
  int last = 0;
};

/// Looks for a quotation. Formatting may differ by the rules of `normalise.h`; words, digits,
/// names, case and order may not.
///
/// With `cited`, a match counts that begins or ends in one of these ranges; one elsewhere is
/// `kWrongPage`. Omissions and changes in brackets are read as `pattern.h` says. `kContentMismatch`
/// is a best effort: a passage of the cited sections that differs in at
/// most a third of the words; anything else is `kNotFound`. Time is linear but for that last step,
/// which is bounded.
[[nodiscard]] FindResult Find(std::string_view quotation, const PreparedText& text,
                              const std::vector<SectionRange>& cited);

}  // namespace dossier::quote
