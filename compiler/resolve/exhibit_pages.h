// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/anchors/anchor_index.h"
#include "compiler/foundation/digest.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// What `resolve` has to know of one file of an exhibit: counts, labels and numbers, never its text.
struct PartPages {
  ExhibitState state = ExhibitState::kUsed;
  std::optional<Digest> sha256;
  bool paged = false;                // the file has pages of its own
  int pages = 0;                     // its own, or of the pages made of it when the lock has none
  std::vector<std::string> labels;   // printed label of each page; empty where it has none
  bool read_by_machine = false;      // the words of some of its pages are those that a machine read
  int paragraphs = 0;                // of an unpaged file
  std::vector<int> paragraph_pages;  // page (from 1) of paragraph n+1, when the lock has none
  std::int64_t duration_ms = 0;      // of a recording; 0: not known
  std::vector<std::int64_t> cue_ms;  // transcripts: when paragraph n+1 begins; -1: not known
  /// What the file numbers itself, by page from 0 or, without pages, by paragraph from 1; null: not
  /// looked for.
  std::shared_ptr<const anchors::AnchorIndex> anchors;
};

/// Facts of the exhibits by id, parts in step with `model::Exhibit::files`. An exhibit with files
/// that is not named here counts as unreadable.
struct ExhibitPages {
  std::vector<PartPages> parts;
};

using ExhibitPagesById = std::map<std::string, ExhibitPages, std::less<>>;

}  // namespace dossier::resolve
