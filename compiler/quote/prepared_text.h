// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/quote/lexicon.h"
#include "compiler/quote/normalise.h"
#include "compiler/quote/skeleton.h"
#include "compiler/quote/verdict.h"
#include "compiler/quote/word_index.h"

namespace dossier::quote {

/// The words of an exhibit as citations count them: of a paged one a text for each page, over all
/// parts; of an unpaged one a text for each numbered paragraph.
struct ExhibitText {
  std::vector<std::string> sections;
  bool by_paragraph = false;
  /// Where the words of each section come from; empty: all from the file itself.
  std::vector<Basis> origins = {};
  /// Sections, from 1, rising, whose text cannot be taken for what the page shows.
  std::vector<int> doubtful = {};
};

/// A way to read an exhibit.
struct Reading {
  Folded folded;
  std::vector<std::size_t> starts;  // of sections, in the folded text
  /// Hyphens at the ends of lines may have been taken away when the text was read.
  bool hyphens_lost = false;
  /// For words read by machine; made when it is first asked for.
  mutable std::shared_ptr<const Skeleton> skeleton = nullptr;

  /// Section (from 1) of a byte of the folded text.
  [[nodiscard]] int SectionAt(std::size_t offset) const;
  /// Bytes [first, second) of the folded text that sections `from` to `to` (from 1) cover.
  [[nodiscard]] std::pair<std::size_t, std::size_t> Extent(int from, int to) const;
};

enum class Sections { kPages, kParagraphs };

/// The text of an exhibit, folded once for many quotations. A section is what citations count: a
/// page, or a paragraph of an exhibit without pages. It is read as it is and, where that differs,
/// without what `FindLifts` lifts out. What is only needed now and then is made when it is first
/// asked for, so one text is not for several threads at once.
class PreparedText {
 public:
  explicit PreparedText(const std::vector<std::string>& sections, Sections kind = Sections::kPages);
  /// `names`: words of names, which are never taken for misread ones.
  explicit PreparedText(const ExhibitText& text, const std::set<std::string>& names = {});

  /// One or two.
  [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
  [[nodiscard]] const Folded& folded() const { return readings_.front().folded; }
  [[nodiscard]] int SectionAt(std::size_t offset) const {
    return readings_.front().SectionAt(offset);
  }
  [[nodiscard]] int sections() const { return static_cast<int>(readings_.front().starts.size()); }
  /// True when none of the sections has a word.
  [[nodiscard]] bool Empty(int from, int to) const;

  /// Of a section, from 1.
  [[nodiscard]] Basis OriginOf(int section) const;
  /// True when one of these sections cannot be taken for what its page shows.
  [[nodiscard]] bool Doubtful(int from, int to) const;
  /// True when some section was read by machine.
  [[nodiscard]] bool ReadByMachine() const { return read_by_machine_; }

  /// Of the last reading.
  [[nodiscard]] const WordIndex& Words() const;
  [[nodiscard]] const Skeleton& SkeletonOf(const Reading& reading) const;
  /// Of the first reading, with the names.
  [[nodiscard]] const Lexicon& WordsAndNames() const;

 private:
  void Read(const std::vector<std::string>& sections, Sections kind);

  std::vector<Reading> readings_;
  std::vector<Basis> origins_;
  std::vector<int> doubtful_;
  bool read_by_machine_ = false;
  std::set<std::string> names_;
  mutable std::shared_ptr<const WordIndex> words_;
  mutable std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dossier::quote
