// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/docx/markup.h"
#include "compiler/docx/work.h"

namespace dossier::docx {

/// The paper, its margins, its heads and feet (ECMA-376-1, 17.6.17). `first`: it begins the document;
/// `goes_on`: it begins on the page on which the section before it ends.
void PutSection(const Work& work, bool first, bool goes_on, Markup& xml);

/// What stands at the head of the first page (the mark of a draft alone) or of the others, and at
/// the foot of the others, in the words of the printed brief. The page, the number of pages and the
/// heading at hand are fields.
[[nodiscard]] Bytes HeadXml(Work& work, bool first_page);
[[nodiscard]] Bytes FootXml(Work& work);

}  // namespace dossier::docx
