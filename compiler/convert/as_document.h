// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/compose/document.h"
#include "compiler/convert/convert.h"

namespace dossier::convert {

/// The document without content: head line with path and digest, title, language.
[[nodiscard]] compose::Document EmptyDocument(const Request& request);

/// The blocks of an unpaged exhibit as a document; paragraph n has the anchor `AnchorOf(n)`.
[[nodiscard]] compose::Document AsDocument(const Request& request);

[[nodiscard]] std::string AnchorOf(int paragraph);

}  // namespace dossier::convert
