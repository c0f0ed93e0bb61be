// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/anchors/anchor_index.h"
#include "compiler/model/case.h"
#include "compiler/model/citation.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// A file of the exhibit, and which of its pages (or paragraphs) are looked at.
struct Scope {
  const BoundPart* part = nullptr;
  anchors::Window window;
};

/// What a pinpoint is looked for in: an exhibit, or the annex of it named before.
struct Target {
  const model::Exhibit& exhibit;
  const BoundExhibit& bound;
  const model::Citation& citation;
  std::string pinpoint;  // the one at hand, as text
  int first = 0;         // pages [first, end) of the exhibit
  int end = 0;
  std::vector<Scope> scopes;
  /// Pages that the citation named just before: what follows has to stand on them.
  std::optional<BoundPinpoint> pages_before;
  /// The article that the citation named just before: "art. 405 para 2".
  identifiers::Number article;
  bool narrowed = false;  // to an annex
  bool unsure = false;    // the annex named before could not be checked

  [[nodiscard]] int pages() const { return end - first; }
};

/// The whole exhibit.
[[nodiscard]] Target TargetOf(const model::Exhibit& exhibit, const BoundExhibit& bound,
                              const model::Citation& citation);

/// Narrows to pages [first, end) of the exhibit.
void NarrowToPages(int first, int end, Target& target);

/// Page of the exhibit, from 0, for a place in one of its files (`anchors::Unit::place`); -1: not
/// known.
[[nodiscard]] int PageOfPlace(const BoundExhibit& bound, const BoundPart& part, int place);

/// A place in words: "page 4 (printed iv)", "paragraph 12".
[[nodiscard]] std::string PlaceInWords(const BoundExhibit& bound, const BoundPart& part, int place);

/// "articles", "article".
[[nodiscard]] std::string_view Plural(model::PinpointKind kind);
[[nodiscard]] std::string_view Singular(model::PinpointKind kind);

/// "para 12", "the time 12:30".
[[nodiscard]] std::string PinpointInWords(const Target& target);

}  // namespace dossier::resolve
