// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/document.h"

namespace dossier::docx {

/// What a place is called inside the file. Word takes letters, digits and underscores for names, and
/// hides those that begin with an underscore.
struct Bookmark {
  std::string name;         // of the place itself
  std::string number_name;  // of the number that is written there; empty for none
  bool note = false;        // the place is the mark of a note
};

/// The places of a document and the numbers of its notes, found before anything is written, so that
/// what refers to a later place can be written.
class Places {
 public:
  explicit Places(const compose::Document& document);

  /// Null when the anchor stands nowhere in the document: a page of an exhibit.
  [[nodiscard]] const Bookmark* Find(std::string_view anchor) const;
  /// From 1; as the printed brief numbers them.
  [[nodiscard]] int NumberOf(const compose::Note& note) const;
  /// Word knows no note inside of a note: when there is one, all numbers are written out.
  [[nodiscard]] bool notes_in_notes() const { return notes_in_notes_; }
  [[nodiscard]] bool has_notes() const { return !notes_.empty(); }

 private:
  class Finder;

  std::map<std::string, Bookmark, std::less<>> bookmarks_;
  std::map<const compose::Note*, int> notes_;
  bool notes_in_notes_ = false;
};

}  // namespace dossier::docx
