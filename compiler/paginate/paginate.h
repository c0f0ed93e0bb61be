// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/document.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/fonts/font_set.h"
#include "compiler/paginate/pages.h"
#include "compiler/text/hyphenate.h"

namespace dossier::paginate {

/// Lays `document` out on the pages that it asks for: lines, footnotes, tables, running heads, page numbers.
///
/// Total: always gives at least one page. No text is lost or drawn outside its column: a word wider
/// than its column is broken, a row or a note taller than a page continues on the next.
///
/// Page numbers (`PageNumberOf`, contents) are those of the bundle: page of the brief from 1, and
/// brief pages + distance + 1 for anchors in `following`; an unknown anchor shows "?". "page x of
/// y" counts `following.total`. Numbers settle in rounds, two as a rule, five at most.
///
/// Words are cut when `document.hyphenate` says so and `hyphenation` is there.
///
/// Reports: D0901 kGlyphMissing, once a character and place; D0902 kPagesDoNotSettle; D0909
///          kContentTooWide; D0927 kTableTooWide.
/// Pure: equal input gives equal pages.
[[nodiscard]] Pages Paginate(const compose::Document& document, const fonts::FontSet& fonts,
                             const FollowingPages& following, diagnostics::Sink& sink,
                             text::Hyphenation* hyphenation = nullptr);

}  // namespace dossier::paginate
