// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compiler/foundation/date.h"
#include "compiler/model/case.h"
#include "compiler/model/citation.h"
#include "compiler/model/names.h"
#include "compiler/model/rules.h"

/// How a guide to citation writes the mention of a source: data, so that a new guide is a new file
/// (templates/citations/*.yaml) and no C++. Guides differ in more than order and punctuation: where the
/// mention stands, what a later one looks like, whether there is an "ibid".
namespace dossier::model {

/// What a part of a mention is filled with.
enum class CitedField {
  kAuthor, kPublisher,
  kBy,          // the author, else the publisher
  kTitle, kShort,
  kDate, kYear,
  kIdentifier,  // ECLI, application number, document symbol, ...
  kPin,         // the pinpoints
  kNote,        // the number of the note that mentions it in full
  kUrl, kArchived, kCaptured,
  kExhibit      // its label in the filing and the pages of the bundle
};

/// A part of a mention. Where the field is empty the part is, with what stands around it.
struct CitedPart {
  std::optional<CitedField> field;  // none: the words of `before` alone
  std::string before, after;
  bool italic = false;
  bool quoted = false;  // in the quotation marks of the style
};

/// The parts in order: of the first mention of a source, and of those after it.
struct CitedForm {
  std::vector<CitedPart> first;
  std::vector<CitedPart> later;  // empty: those that the style has for all
};

/// "ibid" for the source that the mention just before is of: the one mention of the note before, or
/// the one before in the same note.
struct IbidForm {
  std::vector<CitedPart> same;   // the same pinpoints, or none
  std::vector<CitedPart> other;  // other pinpoints
};

struct PinForm {
  std::string one, many;  // with {0}
};

/// A guide to citation.
struct CitationStyle {
  enum class Placement { kNotes, kText };
  Text id;
  LocalizedText title;
  std::string instrument, url;  // the guide
  Verification verified = Verification::kMemory;
  std::optional<Date> read;
  Placement placement = Placement::kNotes;
  bool mark_after_punctuation = true;  // kNotes: "word.1", not "word1."
  std::string separator = "; ", end;
  std::string quotation_open, quotation_close;
  std::map<PinpointKind, PinForm> pins;  // a kind that is missing has the words of the document
  std::optional<IbidForm> ibid;
  std::vector<CitedPart> later;  // for forms without a later mention of their own
  std::vector<std::pair<std::string, CitedForm>> forms;      // the first is for kinds without one
  std::map<ExhibitKind, std::string> kinds;                  // to the name of a form
};

[[nodiscard]] std::span<const Named<CitedField>> CitedFieldNames();

}  // namespace dossier::model
