// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/markdown/tree.h"

namespace dossier::markdown {

/// Reads one argument file.
///
/// Nothing after D0003 to D0005. Raw HTML and images (D0015), a note without a definition or a
/// definition nobody refers to (D0211) are reported and left out of the tree.
[[nodiscard]] std::optional<Document> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                                            diagnostics::Sink& sink);

}  // namespace dossier::markdown
