// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/compose/document.h"

namespace dossier::compose {

/// Content as text: "# 1 Heading", "12. Paragraph", "| cell | cell", "[words](anchor)", "{anchor}"
/// for a page number, "^[note]" for a footnote. No-break spaces as spaces.
[[nodiscard]] std::string Dump(const std::vector<Block>& blocks);
[[nodiscard]] std::string Dump(const std::vector<Inline>& inlines);
/// Everything that a reader of the document could see, heads and metadata too.
[[nodiscard]] std::string Dump(const Document& document);

}  // namespace dossier::compose
