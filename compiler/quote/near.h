// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/quote/find.h"

namespace dossier::quote {

/// The passage of the cited sections that is nearest to a quotation which is not there:
/// `kContentMismatch` with what differs and which rules forbid it, or `kNotFound`.
[[nodiscard]] FindResult NearestPassage(const Folded& quotation, const PreparedText& text,
                                        const std::vector<SectionRange>& cited);

}  // namespace dossier::quote
