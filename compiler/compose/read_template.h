// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/template.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/xml/tree.h"

namespace dossier::compose {

/// Takes a template from its XML. White space between elements goes; runs of it inside words are
/// one space. Reports D0910 when the root is no `<document>` of format 1; what the elements mean is
/// checked by `Compose`.
[[nodiscard]] Template ReadTemplate(const xml::Element& root, diagnostics::Sink& sink);

}  // namespace dossier::compose
