// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "compiler/anchors/anchor_index.h"

namespace dossier::anchors {

/// A page, or a block of a document without pages.
struct Unit {
  std::string_view text;  // UTF-8; a line end parts lines
  int place = 0;          // rises, or stays
};

/// Finds what a document numbers itself, in English, Lithuanian and Russian.
///
/// A numbering is taken for one only when it rises: numbers at the beginning of lines are joined to
/// the longest runs that can be read without a step back. Years, page numbers, running heads,
/// dates, lines of a table of contents and numbers inside sentences do not join one; a list on a
/// page of a longer document is none. What is a heading and what a paragraph is decided by their
/// lines; what is a note, by its mark, its words or its place at the foot of pages.
///
/// Pure and total; time is linear in the text, times the logarithm of the number of marks.
/// `paged`: units are pages, so that numbers on their first and last lines may be page numbers.
[[nodiscard]] AnchorIndex FindAnchors(std::span<const Unit> units, bool paged);

}  // namespace dossier::anchors
