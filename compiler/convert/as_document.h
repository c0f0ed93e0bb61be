// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/compose/document.h"
#include "compiler/convert/convert.h"

namespace dossier::convert {

/// The document without content: head line with path and digest, title, language.
[[nodiscard]] compose::Document EmptyDocument(const Request& request);

/// The blocks of an unpaged exhibit as a document; paragraph n has the anchor `AnchorOf(n)`. Files
/// inside of it are listed below the text, each with name, type, size and digest.
[[nodiscard]] compose::Document AsDocument(const Request& request);

/// Appends the blocks of the exhibit; paragraph n has the anchor `AnchorOf(n)`, and a cue begins with
/// its time.
void AddBlocks(const Request& request, compose::Document& document);

[[nodiscard]] std::string AnchorOf(int paragraph);

/// Without characters that no glyph shows and without overrides of direction; NFC.
[[nodiscard]] std::string Visible(std::string_view words);

}  // namespace dossier::convert
