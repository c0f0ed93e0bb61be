// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/model/citation.h"

/// Citations as the reader sees them: "A-14, p. 3, bundle p. 57", linked to the exhibit's page.
namespace dossier::compose {

/// One citation. The label and the pinpoint lead to the first page cited, each bundle page to
/// itself; nothing leads anywhere when the exhibit has no pages in the bundle. A citation that was
/// not bound stands as it was written.
[[nodiscard]] Inlines CitationInlines(const Context& context, const model::Citation& citation);

/// Its exhibit without the pinpoint: "A-14, bundle p. 57". Needs: the citation is bound.
[[nodiscard]] Inlines ExhibitInlines(const Context& context, const model::Citation& citation);

/// "pp. 14–16, 20" in the words of the document.
[[nodiscard]] std::string PinpointWords(const Strings& strings, const model::Pinpoint& pinpoint);

/// Several, with semicolons.
[[nodiscard]] Inlines CitationList(const Context& context,
                                   const std::vector<model::Citation>& citations);

/// A group of Markdown in parentheses.
[[nodiscard]] Inlines CitationGroup(const Context& context, std::string_view text, Span span);

/// The label of an exhibit with a link to its row in the list of exhibits.
[[nodiscard]] Inline LabelLink(const Context& context, std::size_t exhibit);

}  // namespace dossier::compose
