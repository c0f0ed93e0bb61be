// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/facts.h"

#include "compiler/facts/claims.h"
#include "compiler/facts/figures.h"
#include "compiler/facts/indexes.h"

namespace dossier::facts {

void CheckClaims(const resolve::ResolvedCase& resolved, const std::optional<Date>& filing,
                 diagnostics::Sink& sink) {
  for (const model::Claim& claim : resolved.source->claims) CheckClaim(claim, resolved, sink);
  for (const model::Figure& figure : resolved.source->figures) {
    CheckFigure(figure, resolved, filing, sink);
  }
  for (const model::IndexClaim& index : resolved.source->indexes) CheckIndex(index, resolved, sink);
}

}  // namespace dossier::facts
