// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/tree.h>

#include "compiler/xml/html.h"

namespace dossier::xml::internal {

/// What the page says of itself: title, language, the usual `meta` names, the canonical address, and
/// the comment that browsers leave in a page they save. The first of several counts.
[[nodiscard]] HtmlHead ReadHead(const xmlNode* document);

}  // namespace dossier::xml::internal
