// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/evaluate/tree.h"

namespace dossier::evaluate {

/// Counts what is filed for the needs of `node` and for the basis of its presumption.
void CountNeeds(Node& node, const Filed& filed, const ExhibitTable& exhibits,
                const Subjects& subjects, const NamedDates& dates);

/// Takes up what is filed against `node`, with what answers it: beside the criterion, and, unless
/// another rule stands in its place, under its limbs and as defeaters.
void CollectAdverse(Node& node, const Filed& filed, const ExhibitTable& exhibits);

}  // namespace dossier::evaluate
