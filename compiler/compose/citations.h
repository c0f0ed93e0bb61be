// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
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

/// The running pages of several exhibits as one list in rising order, ranges over their borders
/// included; what has no pages is left out, and a dash stands where none has any.
[[nodiscard]] Inlines PagesTogether(const Context& context, const std::vector<std::size_t>& exhibits);

/// The exhibit, by its place in the register, that an element of the model document is or that `id`
/// names; nothing where neither is an exhibit.
[[nodiscard]] std::optional<std::size_t> ExhibitNamed(const Context& context, std::string_view id,
                                                      const xml::Element& element);

/// The label of an exhibit with a link to its row in the list of exhibits.
[[nodiscard]] Inline LabelLink(const Context& context, std::size_t exhibit);

}  // namespace dossier::compose
