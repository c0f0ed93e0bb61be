// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "compiler/diagnostics/sink.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::forum {

/// Whether the annexes of a report and its citations agree: each part of the register ("section") has
/// a document that is cited, and each cited exhibit with pages stands in a part. Says nothing of a
/// case whose register has no parts. A translation is cited with its original.
/// Reports: D0919, D0920.
void CheckAnnexes(const resolve::ResolvedCase& resolved, diagnostics::Sink& sink);

/// Whether the lists that a template prints and counts are held against a number by a claim.
/// Reports: D0921.
void CheckPrintedLists(const model::Case& source, const std::set<std::string>& printed,
                       diagnostics::Sink& sink);

}  // namespace dossier::forum
