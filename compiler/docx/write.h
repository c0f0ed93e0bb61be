// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "compiler/compose/document.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::docx {

/// What is known of the printed brief.
struct WriteOptions {
  /// Pages by anchor, also those of exhibits behind the brief. What is not here shows "?".
  std::map<std::string, int, std::less<>> pages = {};
  std::string date = {};  // of the filing: 2026-01-31; empty when there is none
};

/// The document as a Word file (DOCX: ECMA-376 transitional, 5th edition), for authorities that take
/// nothing else and for those who go on writing. The same words in the same order as in print.
///
/// Headings, lists of bullets, notes, tables with heads, the contents, links and places are those of
/// Word, so its navigation and screen readers know them; each word has its language and direction.
/// Numbers of headings, paragraphs, tables, figures and labelled entries are words of the text: they
/// are cited, so they stay what they are when something is moved or copied. Notes alone are counted
/// by Word, in the same order. What refers to a number or a page is a field that shows what the
/// printed brief shows until somebody updates it. Names are not checked for spelling and not cut.
///
/// Total; no character is dropped, but one that XML cannot hold is U+FFFD. The same bytes for the
/// same input. Fails when a file of 4 GiB would be too small. Nothing in it can be signed here.
[[nodiscard]] Result<Bytes> Write(const compose::Document& document, const WriteOptions& options);

}  // namespace dossier::docx
