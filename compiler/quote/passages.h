// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

#include "compiler/quote/matching.h"

namespace dossier::quote {

inline constexpr std::size_t kMaxPlaces = 100;

/// Sections that are cited, from 1, both ends in.
struct SectionRange {
  int first = 0;
  int last = 0;
};

/// True when a match begins or ends in one of the ranges, or none is given.
[[nodiscard]] bool Touches(const Reading& reading, const Match& match,
                           const std::vector<SectionRange>& cited);

/// Places of a quotation with its declared changes, in order, at most `kMaxPlaces` a range: those
/// in the cited sections; when there are none, those anywhere.
[[nodiscard]] std::vector<Match> MatchesFor(const Matcher& matcher, const Pattern& pattern,
                                            const std::vector<SectionRange>& cited);

}  // namespace dossier::quote
