// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/resolve.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/check.h"
#include "compiler/resolve/bind.h"
#include "compiler/resolve/exhibits.h"
#include "compiler/resolve/gather.h"
#include "compiler/resolve/identifiers.h"
#include "compiler/resolve/references.h"

namespace dossier::resolve {
namespace {

/// An exhibit counts as cited with its original or its translation.
void ReportUncited(const model::Case& source, const ResolvedCase& resolved,
                   diagnostics::Sink& sink) {
  std::map<std::string_view, bool> cited;
  for (const BoundCitation& citation : resolved.citations) {
    if (citation.use != CitationUse::kAuthor) cited[citation.exhibit] = true;
  }
  for (const model::AdverseDecision& decision : source.decisions) {
    cited[decision.exhibit.value] = true;
  }
  std::map<std::string_view, bool> through_translation;
  for (const model::Exhibit& exhibit : source.exhibits) {
    if (!exhibit.translation) continue;
    const bool either = cited[exhibit.id.value] || cited[exhibit.translation->of.value];
    if (!either) continue;
    through_translation[exhibit.id.value] = true;
    through_translation[exhibit.translation->of.value] = true;
  }
  for (const model::Exhibit& exhibit : source.exhibits) {
    if (cited[exhibit.id.value] || through_translation[exhibit.id.value]) continue;
    sink.Report({.kind = diagnostics::Kind::kUncitedExhibit,
                 .args = {diagnostics::Id(exhibit.id.value)},
                 .place = exhibit.id.span,
                 .exhibits = {exhibit.id.value},
                 .hint = "cite it where it proves something, or take it out of the register"});
  }
}

}  // namespace

std::optional<model::Citation> CitationOf(const model::AdverseDecision& decision,
                                          const model::Assertion& assertion) {
  if (decision.exhibit.value.empty() || assertion.page.empty()) return std::nullopt;
  return model::Citation{.text = decision.exhibit.value + " p. " + assertion.page,
                         .span = assertion.span};
}

const BoundCitation& ResolvedCase::Of(const model::Citation& citation) const {
  const auto found = by_span.find(citation.span);
  DOSSIER_CHECK(found != by_span.end(), "every citation of the case was bound");
  return citations[found->second];
}

ResolvedCase Resolve(const model::Case& source, const ExhibitPagesById& pages,
                     const model::Lock* lock, diagnostics::Sink& sink) {
  ResolvedCase resolved;
  resolved.source = &source;
  resolved.exhibits = BindExhibits(source, pages, lock, sink);
  resolved.bundle_order = BundleOrder(resolved.exhibits);
  Binder binder(source, resolved.exhibits, sink);
  for (auto& [citation, use] : CitationsOf(source)) {
    resolved.by_span.emplace(citation.span, resolved.citations.size());
    resolved.citations.push_back(binder.Bind(citation, use));
  }
  CheckReferences(source, binder, sink);
  CheckIdentifiers(source, resolved.exhibits, sink);
  ReportUncited(source, resolved, sink);
  return resolved;
}

}  // namespace dossier::resolve
