// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"

namespace dossier::xml {

/// True when the file `document` is what the RELAX NG schema in the file `schema` describes.
///
/// Both are files of our own, under the limits of `Parse`; a schema is one file (no `include`, no
/// `externalRef`). Reports what `Parse` does, and D0910: for the document at the line of the first
/// element that does not fit, for a schema that is none at its start.
bool MatchesRelaxNg(const diagnostics::Sources& sources, std::uint32_t document,
                    std::uint32_t schema, diagnostics::Sink& sink);

}  // namespace dossier::xml
