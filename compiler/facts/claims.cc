// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/claims.h"

#include <algorithm>

#include "compiler/facts/operands.h"

namespace dossier::facts {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::Relation;

/// What is wrong between two numbers; empty when nothing is.
std::string_view Objection(Decimal left, Relation relation, Decimal right) {
  switch (relation) {
    case Relation::kEqual:
      return left == right ? "" : "is not";
    case Relation::kAtMost:
      return left <= right ? "" : "is more than";
    case Relation::kAtLeast:
      return left >= right ? "" : "is less than";
    case Relation::kLess:
      return left < right ? "" : "is not less than";
    case Relation::kMore:
      return left > right ? "" : "is not more than";
  }
  return {};
}

Finding About(const model::Claim& claim, Kind kind, const resolve::ResolvedCase& resolved) {
  Finding finding;
  finding.kind = kind;
  finding.place = claim.id.span;
  finding.exhibits = ExhibitsOf(claim.cites, resolved);
  finding.need = claim.id.value;
  return finding;
}

std::string Shown(const Computed& side) {
  return side.from_terms ? ToText(*side.value) + " (" + side.how + ")" : side.how;
}

void ReportFalse(const model::Claim& claim, std::string_view objection, const Computed& left,
                 const Computed& right, const resolve::ResolvedCase& resolved,
                 diagnostics::Sink& sink) {
  Finding finding = About(claim, Kind::kClaimFalse, resolved);
  finding.args = {Id(claim.id.value),
                  Id(Shown(left) + " " + std::string(objection) + " " + Shown(right))};
  for (const Computed* side : {&left, &right}) {
    finding.related.insert(finding.related.end(), side->basis.begin(), side->basis.end());
  }
  for (const model::Citation& cite : claim.cites) {
    finding.related.push_back({{"the number is cited from {0}", {Id(cite.text)}}, cite.span});
  }
  finding.hint = {"correct the number in the text, or the entries in facts.yaml"};
  sink.Report(std::move(finding));
}

}  // namespace

std::vector<std::string> ExhibitsOf(const std::vector<model::Citation>& cites,
                                    const resolve::ResolvedCase& resolved) {
  std::vector<std::string> exhibits;
  for (const model::Citation& cite : cites) {
    const auto bound = resolved.by_span.find(cite.span);
    if (bound == resolved.by_span.end()) continue;
    const std::string& exhibit = resolved.citations[bound->second].exhibit;
    if (exhibit.empty()) continue;
    if (std::find(exhibits.begin(), exhibits.end(), exhibit) == exhibits.end()) {
      exhibits.push_back(exhibit);
    }
  }
  return exhibits;
}

void CheckClaim(const model::Claim& claim, const resolve::ResolvedCase& resolved,
                diagnostics::Sink& sink) {
  const Computed left = Compute(claim.left, *resolved.source);
  const Computed right = Compute(claim.right, *resolved.source);
  bool computable = true;
  for (const Computed* side : {&left, &right}) {
    if (side->value) continue;
    computable = false;
    Finding finding = About(claim, Kind::kClaimNotComputable, resolved);
    if (side->place.known()) finding.place = side->place;
    finding.args = {Id(claim.id.value), side->problem};
    finding.hint = side->hint;
    sink.Report(std::move(finding));
  }
  if (!computable) return;
  const std::string_view objection = Objection(*left.value, claim.relation, *right.value);
  if (!objection.empty()) ReportFalse(claim, objection, left, right, resolved, sink);
}

}  // namespace dossier::facts
