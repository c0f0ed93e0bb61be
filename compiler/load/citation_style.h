// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/citation_style.h"
#include "compiler/yaml/tree.h"

namespace dossier::load {

/// A guide to citation from its file (templates/citations/*.yaml; rules/schemas/citation-style.schema.json).
/// Reports D0101 to D0110, and then there is no guide: citations in half a form would look right.
[[nodiscard]] std::optional<model::CitationStyle> DecodeCitationStyle(const yaml::Node& root,
                                                                      diagnostics::Sink& sink);

}  // namespace dossier::load
