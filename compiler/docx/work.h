// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/docx/pictures.h"
#include "compiler/docx/places.h"
#include "compiler/layout/layout.h"
#include "compiler/layout/page_measure.h"

namespace dossier::docx {

class PartWriter;

/// Ids of the relationships of the body to heads and feet; empty where there is none.
struct HeadParts {
  std::string head, first_head, foot;
};

/// What the parts of one file share while they are written.
struct Work {
  const compose::Document& document;
  const layout::PageNumbers& numbers;
  Places places;
  layout::PageMeasure page;
  std::vector<layout::HeadingEntry> headings;
  Pictures pictures{};
  PartWriter* notes = nullptr;  // the part that takes the words of the notes

  HeadParts heads{};

  int next_bookmark = 0;
  std::set<std::string, std::less<>> marked{};  // names of bookmarks that stand already
  std::map<std::string, int, std::less<>> bullets{};  // w:numId by the sign
  std::optional<Failure> failure{};

  [[nodiscard]] bool notes_at_end() const { return document.notes == compose::NotePlacement::kEnd; }
};

}  // namespace dossier::docx
