// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/annexes.h"

#include <algorithm>

namespace dossier::forum {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

/// Ids of exhibits that something cites, their originals and translations with them.
std::set<std::string> Cited(const resolve::ResolvedCase& resolved) {
  std::set<std::string> cited;
  for (const resolve::BoundCitation& citation : resolved.citations) {
    if (citation.use != resolve::CitationUse::kAuthor) cited.insert(citation.exhibit);
  }
  for (const model::Exhibit& exhibit : resolved.source->exhibits) {
    if (!exhibit.translation) continue;
    const std::string& of = exhibit.translation->of.value;
    if (cited.count(exhibit.id.value) + cited.count(of) == 0) continue;
    cited.insert(exhibit.id.value);
    cited.insert(of);
  }
  return cited;
}

bool Counts(const model::Operand& operand, std::string_view list) {
  if (operand.kind == model::Operand::Kind::kCount && operand.name.value == list) return true;
  return std::any_of(operand.parts.begin(), operand.parts.end(),
                     [&](const model::Operand& part) { return Counts(part, list); });
}

}  // namespace

void CheckAnnexes(const resolve::ResolvedCase& resolved, diagnostics::Sink& sink) {
  const model::Case& source = *resolved.source;
  if (source.sections.empty()) return;
  const std::set<std::string> cited = Cited(resolved);
  for (const model::Section& section : source.sections) {
    const bool any = std::any_of(source.exhibits.begin(), source.exhibits.end(), [&](const model::Exhibit& exhibit) {
      return exhibit.section == section.id.value && cited.count(exhibit.id.value) > 0;
    });
    if (any) continue;
    sink.Report({.kind = Kind::kAnnexNotCited,
                 .args = {Id(section.id.value)},
                 .place = section.id.span,
                 .hint = "cite a document of it where the text relies on it, or take it out of the register"});
  }
  for (const resolve::BoundExhibit& bound : resolved.exhibits) {
    const model::Exhibit& exhibit = source.exhibits[bound.index];
    if (!exhibit.section.empty() || bound.pages == 0 || cited.count(exhibit.id.value) == 0) continue;
    sink.Report({.kind = Kind::kCitedNotAnnexed,
                 .args = {Id(exhibit.id.value)},
                 .place = exhibit.id.span,
                 .exhibits = {exhibit.id.value},
                 .hint = "move its entry into the register file of an annex, or give its file a \"section\""});
  }
}

void CheckPrintedLists(const model::Case& source, const std::set<std::string>& printed,
                       diagnostics::Sink& sink) {
  for (const model::FactList& list : source.lists) {
    if (printed.count(list.id.value) == 0) continue;
    const bool counted = std::any_of(source.claims.begin(), source.claims.end(), [&](const model::Claim& claim) {
      return Counts(claim.left, list.id.value) || Counts(claim.right, list.id.value);
    });
    if (counted) continue;
    sink.Report({.kind = Kind::kListWithoutClaim,
                 .args = {Id(list.id.value)},
                 .place = list.id.span,
                 .hint = {"write the number that the text states as a claim: left: {count: {list: {0}}}, is: equal, right: {number: …}",
                          {Id(list.id.value)}}});
  }
}

}  // namespace dossier::forum
