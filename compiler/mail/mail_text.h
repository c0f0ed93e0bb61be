// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/inspect/exhibit_facts.h"

namespace dossier::mail {

/// Blocks of the plain text of a message: paragraphs are parted by empty lines, their lines joined;
/// lines that begin with ">" are quotations of that depth. `flowed` and `drops_spaces` as RFC 3676
/// declares them. Needs UTF-8. Every letter of the text is in some block.
[[nodiscard]] std::vector<inspect::TextBlock> ReadMailText(std::string_view text, bool flowed,
                                                           bool drops_spaces);

}  // namespace dossier::mail
