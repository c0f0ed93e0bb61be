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
/// Nothing after D0003 to D0005 and D0011. Raw HTML and pictures inside other words (D0015), a citation that is not
/// closed (D0201), an id of a note used twice (D0109), a reference without a note, a note without a
/// reference and a note inside a note (D0211) are reported, and the tree is what can be made of the
/// rest. Linear in the size of the file.
[[nodiscard]] std::optional<Document> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                                            diagnostics::Sink& sink);

}  // namespace dossier::markdown
