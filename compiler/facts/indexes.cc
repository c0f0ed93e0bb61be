// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/indexes.h"

#include <algorithm>

#include "compiler/facts/claims.h"
#include "compiler/facts/decimal.h"
#include "compiler/text/normalise.h"

namespace dossier::facts {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Text;

std::string Folded(std::string_view text) { return text::FoldCase(text::CollapseSpaces(text)); }

std::string Quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// Everything in which the claim and the register differ, joined; empty when they agree.
std::string Differences(const model::IndexClaim& claim, const model::Exhibit& exhibit) {
  std::vector<std::string> found;
  if (exhibit.kind != model::ExhibitKind::kIndex) {
    return "it is registered as " + std::string(NameOf(model::ExhibitKindNames(), exhibit.kind)) +
           ", not as index";
  }
  if (!exhibit.index) return "the register does not say of which product and edition it is";
  const model::IndexEdition& index = *exhibit.index;
  if (Folded(index.product) != Folded(claim.product)) {
    found.push_back("it is " + Quoted(index.product) + ", the claim is about " + Quoted(claim.product));
  }
  if (text::CollapseSpaces(index.edition) != text::CollapseSpaces(claim.edition)) {
    found.push_back("it is the edition " + index.edition + ", the claim is about " + claim.edition);
  }
  if (claim.of && !index.of) found.emplace_back("the register does not say how many it ranks");
  if (claim.of && index.of && *claim.of != *index.of) {
    found.push_back("it ranks " + ToText(*index.of) + ", the claim says " + ToText(*claim.of));
  }
  const std::optional<Decimal>& most = index.of ? index.of : claim.of;
  if (most && claim.value > *most) {
    found.push_back(ToText(claim.value) + " is beyond its end, " + ToText(*most));
  }
  std::string joined;
  for (const std::string& one : found) joined += (joined.empty() ? "" : "; ") + one;
  return joined;
}

Text HintFor(const model::IndexClaim& claim, const model::Exhibit& exhibit) {
  if (exhibit.kind == model::ExhibitKind::kIndex && exhibit.index) {
    return {"cite the exhibit of that edition, or correct the claim"};
  }
  std::string entry = "index: {product: " + Quoted(claim.product) + ", edition: " + Quoted(claim.edition);
  if (claim.of) entry += ", of: " + ToText(*claim.of);
  return {"if it is that ranking, say so in exhibits.yaml: \"kind: index\" and \"{0}}\"", {Id(entry)}};
}

}  // namespace

void CheckIndex(const model::IndexClaim& claim, const resolve::ResolvedCase& resolved,
                diagnostics::Sink& sink) {
  std::vector<const model::Exhibit*> cited;
  for (const std::string& id : ExhibitsOf(claim.cites, resolved)) {
    if (const model::Exhibit* exhibit = resolved.source->FindExhibit(id)) cited.push_back(exhibit);
  }
  Finding finding;
  finding.place = claim.id.span;
  finding.need = claim.id.value;
  if (cited.empty()) {
    // A citation that leads nowhere has its own finding.
    if (!claim.cites.empty()) return;
    finding.kind = Kind::kClaimNotComputable;
    finding.args = {Id(claim.id.value), Id("it cites no exhibit to be held against")};
    finding.hint = {"add \"cites\" with the exhibit of that ranking"};
    sink.Report(std::move(finding));
    return;
  }
  // Articles about a ranking may stand beside it: one ranking that agrees is enough.
  const auto agrees = [&](const model::Exhibit* one) { return Differences(claim, *one).empty(); };
  if (std::any_of(cited.begin(), cited.end(), agrees)) return;
  const auto ranking = std::find_if(cited.begin(), cited.end(), [](const model::Exhibit* one) {
    return one->kind == model::ExhibitKind::kIndex;
  });
  const model::Exhibit& exhibit = ranking == cited.end() ? *cited.front() : **ranking;
  finding.kind = Kind::kIndexMismatch;
  finding.exhibits = {exhibit.id.value};
  finding.args = {Id(claim.id.value), Id(exhibit.id.value), Id(Differences(claim, exhibit))};
  finding.related.push_back({{"exhibit {0} is registered here", {Id(exhibit.id.value)}}, exhibit.id.span});
  finding.hint = HintFor(claim, exhibit);
  sink.Report(std::move(finding));
}

}  // namespace dossier::facts
