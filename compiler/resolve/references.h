// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/bind.h"

namespace dossier::resolve {

/// Looks up every id of the case that is not part of a citation: persons and organisations (D0206),
/// exhibits (D0202), filings and procedures (D0211), argument files (D0215).
void CheckReferences(const model::Case& source, Binder& binder, diagnostics::Sink& sink);

}  // namespace dossier::resolve
