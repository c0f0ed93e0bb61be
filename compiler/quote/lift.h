// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/quote/normalise.h"

namespace dossier::quote {

/// What stands between the words of a text and is none of them (rules N9 to N11), in order and
/// apart: numbers of notes ("<sup>3</sup>", "³" behind a word, "^{3}", "[^3]", and digits behind a
/// word that count on from note to note), markup (emphasis, escapes, entities, tags), and on pages
/// the lines that come back at their heads and feet, and notes at the foot whose number stands on
/// the page. "km²", "10³" and "COVID19" stay.
///
/// `text` is in form C; `page_ends` are where its pages end, empty for a text without pages.
[[nodiscard]] std::vector<Lift> FindLifts(std::string_view text,
                                          const std::vector<std::size_t>& page_ends);

}  // namespace dossier::quote
