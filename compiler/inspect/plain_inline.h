// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::inspect {

/// The words of a Markdown paragraph as a reader sees them: pairs of marks of emphasis and of code
/// go, a backslash before punctuation goes, "[words](address)" becomes "words (address)". Marks
/// without a partner stay. Linear in the length of the text.
[[nodiscard]] std::string PlainInline(std::string_view text);

}  // namespace dossier::inspect
