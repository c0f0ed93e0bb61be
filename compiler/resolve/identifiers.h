// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::resolve {

/// Reads the identifiers that the register gives (D0116, D0117), compares them (D0225), and looks
/// at those that the argument names (D0226; words written as code are left alone). No document of
/// the case is later than its last filing.
void CheckIdentifiers(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
                      diagnostics::Sink& sink);

}  // namespace dossier::resolve
