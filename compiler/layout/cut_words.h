// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/layout/flow.h"
#include "compiler/text/hyphenate.h"

namespace dossier::layout {

/// Offsets in the flow at which the word in bytes `begin` to `end` may be cut. Empty for what may
/// be a name, a date or a reference: words with a capital, a digit or a hyphen, runs that are
/// whole, words that change their face inside, words held by a no-break space.
[[nodiscard]] std::vector<std::uint32_t> FindCuts(const Flow& flow, std::uint32_t begin,
                                                  std::uint32_t end,
                                                  text::Hyphenation& hyphenation);

}  // namespace dossier::layout
