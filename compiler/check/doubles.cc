// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/doubles.h"

#include <map>

namespace dossier::check {

void ReportSameFiles(const resolve::ResolvedCase& resolved, diagnostics::Sink& sink) {
  std::map<Digest, const model::Exhibit*> first;
  for (const resolve::BoundExhibit& bound : resolved.exhibits) {
    if (!bound.sha256 || bound.index >= resolved.source->exhibits.size()) continue;
    const model::Exhibit& exhibit = resolved.source->exhibits[bound.index];
    // Parts of a bundle may begin with the same cover letter.
    if (exhibit.files.size() != 1) continue;
    const auto [known, is_new] = first.emplace(*bound.sha256, &exhibit);
    if (is_new) continue;
    diagnostics::Finding finding;
    finding.kind = diagnostics::Kind::kExhibitSameFile;
    finding.place = exhibit.id.span;
    finding.exhibits = {known->second->id.value, exhibit.id.value};
    finding.args = {diagnostics::Id(known->second->id.value), diagnostics::Id(exhibit.id.value)};
    finding.related.push_back(
        {{"exhibit {0} is registered here", {diagnostics::Id(known->second->id.value)}},
         known->second->id.span});
    finding.hint = {"cite {0} in both places and remove {1}, or give {1} its own file",
                    {diagnostics::Id(known->second->id.value), diagnostics::Id(exhibit.id.value)}};
    sink.Report(std::move(finding));
  }
}

}  // namespace dossier::check
