// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compose/document.h"

/// Short ways to write content. Nothing here looks at the case.
namespace dossier::compose {

using Inlines = std::vector<Inline>;
using Blocks = std::vector<Block>;

[[nodiscard]] Inline Words(std::string_view text, Face face = Face::kRegular);
[[nodiscard]] Inline SmallWords(std::string_view text);
[[nodiscard]] Inline LinkTo(std::string anchor, Inlines content);
/// An outside address, shown as it is.
[[nodiscard]] Inline Address(std::string_view url);
[[nodiscard]] Inline PageOf(std::string anchor);

void Append(Inlines& to, Inlines more);
void Append(Blocks& to, Blocks more);

[[nodiscard]] Block Para(Inlines content, ParagraphStyle style = ParagraphStyle::kBody);
[[nodiscard]] Block Para(std::string_view text, ParagraphStyle style = ParagraphStyle::kBody);

[[nodiscard]] TableCell Cell(Blocks content, int columns = 1);
[[nodiscard]] TableCell Cell(Inlines content, int columns = 1);
[[nodiscard]] TableCell Cell(std::string_view text, Face face = Face::kRegular);
/// A head row of bold words.
[[nodiscard]] TableRow HeadRow(const std::vector<std::string_view>& words);

/// Anchor of a page (from 1) of an exhibit in the bundle, and of its row in the list of exhibits.
[[nodiscard]] std::string PageAnchor(std::string_view exhibit, int page);
[[nodiscard]] std::string ListAnchor(std::string_view exhibit);

}  // namespace dossier::compose
