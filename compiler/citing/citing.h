// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/model/citation_style.h"

/// Writes mentions of sources after a guide to citation. Knows what was mentioned before, no exhibit
/// and no page: sources come as words, what comes out goes into the document.
namespace dossier::citing {

/// A source, in the words of the document. What is empty is not known.
struct Source {
  std::string id;
  model::ExhibitKind kind = model::ExhibitKind::kNote;
  std::string author, publisher, title, short_title, date, year, identifier;
  std::string url, archived, captured;
};

/// One run of a mention. The words of `kNote` are those of the place that was given for the first
/// mention, those of `kExhibit` are empty: whoever sets the document knows the numbers.
struct Piece {
  std::optional<model::CitedField> field;  // none: words of the style
  std::string words;
  bool italic = false;
};

/// The mentions of one document, in reading order.
class Mentions {
 public:
  explicit Mentions(const model::CitationStyle& style) : style_(style) {}

  /// The note, or the parentheses, in which the next mentions stand. `place` is what later mentions
  /// refer to.
  void Begin(std::string place);

  /// The mention of `source` at `pin` (words, may be empty). The first of a source in a note is in full;
  /// a later one short, or "ibid" where the style has it and nothing stands between.
  [[nodiscard]] std::vector<Piece> Mention(const Source& source, const std::string& pin);

 private:
  struct Last {
    std::string source, pin;
  };
  [[nodiscard]] bool IsIbid(const Source& source) const;
  [[nodiscard]] const model::CitedForm& FormOf(model::ExhibitKind kind) const;
  [[nodiscard]] std::vector<Piece> Write(const std::vector<model::CitedPart>& parts,
                                         const Source& source, const std::string& pin) const;

  const model::CitationStyle& style_;
  std::string place_;
  std::map<std::string, std::string> first_;  // source to the place of its first mention
  std::vector<Last> here_, before_;           // mentions of this note and of the one before
};

/// The words of a pinpoint in the style; empty where it leaves them to the document.
[[nodiscard]] std::string PinWords(const model::CitationStyle& style, const model::Pinpoint& pinpoint);

}  // namespace dossier::citing
