// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/pdf/content/page_marks.h"
#include "compiler/pdf/page_truth.h"

namespace dossier::pdf::content {

/// Which words of a page a reader does not see, from the order in which everything was drawn.
///
/// Goes for few false alarms: where the look of something is not certain (patterns, masks,
/// transparency, shapes that were not followed) the words count as seen. A word that also stands
/// seen in the same place (a shadow, a second layer of the same text) is not hidden.
[[nodiscard]] PageTruth JudgePage(const PageMarks& marks, int page);

}  // namespace dossier::pdf::content
