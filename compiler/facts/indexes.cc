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

/// In what the claim and the register differ, and what the register leaves open.
struct Comparison {
  std::vector<std::string> differences, gaps;

  [[nodiscard]] bool agrees() const { return differences.empty() && gaps.empty(); }
  [[nodiscard]] std::string Joined() const {
    std::string joined;
    for (const auto* list : {&differences, &gaps}) {
      for (const std::string& one : *list) joined += (joined.empty() ? "" : "; ") + one;
    }
    return joined;
  }
};

Comparison Compare(const model::IndexClaim& claim, const model::Exhibit& exhibit) {
  Comparison result;
  if (exhibit.kind != model::ExhibitKind::kIndex) {
    result.differences.push_back("it is registered as " +
                                 std::string(NameOf(model::ExhibitKindNames(), exhibit.kind)) +
                                 ", not as index");
    return result;
  }
  if (!exhibit.index) {
    result.gaps.emplace_back("the register does not say of which product and edition it is");
    return result;
  }
  const model::IndexEdition& index = *exhibit.index;
  if (Folded(index.product) != Folded(claim.product)) {
    result.differences.push_back("it is " + Quoted(index.product) + ", the claim is about " +
                                 Quoted(claim.product));
  }
  if (text::CollapseSpaces(index.edition) != text::CollapseSpaces(claim.edition)) {
    result.differences.push_back("it is the edition " + index.edition + ", the claim is about " +
                                 claim.edition);
  }
  if (claim.of && index.of && *claim.of != *index.of) {
    result.differences.push_back("it ranks " + ToText(*index.of) + ", the claim says " +
                                 ToText(*claim.of));
  }
  const std::optional<Decimal>& most = index.of ? index.of : claim.of;
  if (most && claim.value > *most) {
    result.differences.push_back(ToText(claim.value) + " is beyond its end, " + ToText(*most));
  }
  if (claim.of && !index.of)
    result.gaps.emplace_back("the register does not say how many it ranks");
  return result;
}

Text HintFor(const model::IndexClaim& claim, const model::Exhibit& exhibit) {
  const bool described = exhibit.kind == model::ExhibitKind::kIndex && exhibit.index;
  if (described && (exhibit.index->of || !claim.of)) {
    return {"cite the exhibit of that edition, or correct the claim"};
  }
  std::string entry =
      "index: {product: " + Quoted(claim.product) + ", edition: " + Quoted(claim.edition);
  if (claim.of) entry += ", of: " + ToText(*claim.of);
  return {"if it is that ranking, say so in exhibits.yaml: \"kind: index\" and \"{0}}\"",
          {Id(entry)}};
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
  const auto agrees = [&](const model::Exhibit* one) { return Compare(claim, *one).agrees(); };
  if (std::any_of(cited.begin(), cited.end(), agrees)) return;
  const auto ranking = std::find_if(cited.begin(), cited.end(), [](const model::Exhibit* one) {
    return one->kind == model::ExhibitKind::kIndex;
  });
  const model::Exhibit& exhibit = ranking == cited.end() ? *cited.front() : **ranking;
  const Comparison comparison = Compare(claim, exhibit);
  finding.kind = Kind::kIndexMismatch;
  // What the register leaves open is no contradiction.
  if (comparison.differences.empty()) finding.level = diagnostics::Level::kWarning;
  finding.exhibits = {exhibit.id.value};
  finding.args = {Id(claim.id.value), Id(exhibit.id.value), Id(comparison.Joined())};
  finding.related.push_back(
      {{"exhibit {0} is registered here", {Id(exhibit.id.value)}}, exhibit.id.span});
  finding.hint = HintFor(claim, exhibit);
  sink.Report(std::move(finding));
}

}  // namespace dossier::facts
