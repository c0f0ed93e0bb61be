// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::forum {

/// Whether the arguments mention every concept that a paraphrase of the rule must not lose.
///
/// Looked for in the text and the notes of the file that a ground names, without regard to case,
/// white space and the form of apostrophes; one of the words of a concept suffices, in any
/// language. Words are found anywhere, also within longer ones, so a pack may give the stem of a
/// word that is declined. A ground without an argument says nothing, and nothing is asked of it.
///
/// Reports: D0609, one for each concept, at the ground's `argument`.
void CheckWording(const model::Case& source, const std::vector<model::RulePack>& packs,
                  diagnostics::Sink& sink);

}  // namespace dossier::forum
