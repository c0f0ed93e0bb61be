// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/model/citation.h"
#include "compiler/xml/tree.h"

/// Citations as the reader sees them: "A-14, p. 3, bundle p. 57", linked to the exhibit's page.
namespace dossier::compose {

/// One citation. The label and the pinpoint lead to the first page cited, each bundle page to
/// itself; nothing leads anywhere when the exhibit has no pages in the bundle. A citation that was
/// not bound stands as it was written.
[[nodiscard]] Inlines CitationInlines(const Context& context, const model::Citation& citation);

/// The same as plain words without bundle pages, "A-14, p. 3".
[[nodiscard]] std::string CitationWords(const Context& context, const model::Citation& citation);

/// Its exhibit without the pinpoint: "A-14, bundle p. 57". Needs: the citation is bound.
[[nodiscard]] Inlines ExhibitInlines(const Context& context, const model::Citation& citation);

/// "pp. 14–16, 20" in the words of the document.
[[nodiscard]] std::string PinpointWords(const Strings& strings, const model::Pinpoint& pinpoint);

/// Several, with semicolons.
[[nodiscard]] Inlines CitationList(const Context& context,
                                   const std::vector<model::Citation>& citations);

/// A group of Markdown in parentheses.
[[nodiscard]] Inlines CitationGroup(const Context& context, std::string_view text, Span span);

/// The running pages of an exhibit in the bundle, "57–60", each a link; a dash where it has none.
[[nodiscard]] Inlines ExhibitPages(const std::string& id, const resolve::BoundExhibit& bound);

/// An exhibit that an element of the model document is, or that `id` names: its label with a link to
/// its row in the list of exhibits, or with `pages` its running pages in the bundle. Where neither
/// is an exhibit, nothing.
[[nodiscard]] Inlines ExhibitReference(const Context& context, std::string_view id,
                                       const xml::Element& element, bool pages);

/// The label of an exhibit with a link to its row in the list of exhibits.
[[nodiscard]] Inline LabelLink(const Context& context, std::size_t exhibit);

}  // namespace dossier::compose
