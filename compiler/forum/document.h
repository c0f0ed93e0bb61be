// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/evaluate/dates.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

/// What a forum asks of the document itself: limits, form and wording. Rules of the packs; knows no
/// layout.
namespace dossier::forum {

/// What the template and this program make of a document.
struct DocumentForm {
  bool paragraphs_numbered = true;
  bool pages_numbered = true;
  bool names_submitters = true;
  std::vector<std::string> formats = {"pdf"};  // in which it is written
};

/// Holds the case against the `document` rules of the packs: words, language, file format, those
/// who submit it, numbered paragraphs and pages, exhibits that are the work of others.
///
/// Counts the words of the argument files as they stand between white space: `body` without
/// citations and footnotes, `notes` are these two, `cover` the title and the names on it. The words
/// of annexes are not counted, and a rule that wants them is told so. Conditions are asked of the
/// case; a rule applies unless its condition is certainly false.
///
/// The level follows the weight of the rule: core as in the registry, supporting one lower, context
/// a note.
/// Reports: D0306, D0914, D0915.
void CheckDocument(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
                   const DocumentForm& form, const std::vector<evaluate::DateOverride>& as_of,
                   diagnostics::Sink& sink);

/// How many words a document has, part by part, and the strictest limit that a rule sets.
struct Length {
  struct Part {
    std::string id;  // "body", "notes", "cover"
    int words = 0;
    bool counted = false;  // towards the limit; without one the body is
  };
  std::vector<Part> parts;
  std::optional<int> limit;
};

/// Counts as `CheckDocument` does; of several limits that may apply the lowest. Reports nothing.
[[nodiscard]] Length MeasureLength(const model::Case& source, const std::vector<model::RulePack>& packs,
                                   const std::vector<evaluate::DateOverride>& as_of);

/// The same for the pages of the brief, once they are known. Reports: D0914.
void CheckPages(const model::Case& source, const std::vector<model::RulePack>& packs, int pages,
                const std::vector<evaluate::DateOverride>& as_of, diagnostics::Sink& sink);

}  // namespace dossier::forum
