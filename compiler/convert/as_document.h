// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/compose/document.h"
#include "compiler/convert/convert.h"

namespace dossier::convert {

/// The document without content: head line with path and digest, title, language.
[[nodiscard]] compose::Document EmptyDocument(const Request& request);

/// The blocks of an unpaged exhibit as a document; paragraph n has the anchor `AnchorOf(n)`. Files
/// inside of it are listed below the text, each with name, type, size and digest.
[[nodiscard]] compose::Document AsDocument(const Request& request);

[[nodiscard]] std::string AnchorOf(int paragraph);

}  // namespace dossier::convert
