// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/resolve.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/check.h"
#include "compiler/resolve/bind.h"
#include "compiler/resolve/exhibits.h"
#include "compiler/resolve/references.h"

namespace dossier::resolve {
namespace {

using Citations = std::vector<std::pair<model::Citation, CitationUse>>;

void Add(const std::vector<model::Citation>& citations, CitationUse use, Citations& out) {
  for (const model::Citation& citation : citations) out.emplace_back(citation, use);
}

void AddAdverse(const std::vector<model::AdverseItem>& items, CitationUse use, Citations& out) {
  for (const model::AdverseItem& item : items) {
    out.emplace_back(item.cite, use);
    Add(item.answered_by, CitationUse::kAnswer, out);
  }
}

void AddGrounds(const model::Case& source, Citations& out) {
  for (const model::Ground& ground : source.grounds) {
    for (const auto& need : ground.needs) {
      for (const model::Item& item : need.second) out.emplace_back(item.cite, CitationUse::kItem);
    }
    AddAdverse(ground.adverse, CitationUse::kAdverse, out);
    for (const auto& limb : ground.limbs) AddAdverse(limb.second, CitationUse::kLimb, out);
    for (const auto& limb : ground.defeaters) AddAdverse(limb.second, CitationUse::kLimb, out);
  }
}

void AddDecisions(const model::Case& source, Citations& out) {
  for (const model::AdverseDecision& decision : source.decisions) {
    for (const model::Assertion& assertion : decision.assertions) {
      if (const auto cited = CitationOf(decision, assertion)) {
        out.emplace_back(*cited, CitationUse::kAssertion);
      }
      for (const model::Answer& answer : assertion.answers) {
        Add(answer.cites, CitationUse::kAnswer, out);
      }
    }
  }
}

/// Everything in facts.yaml that names its source.
void AddFacts(const model::Case& source, Citations& out) {
  for (const model::Fact& fact : source.facts) {
    Add(fact.cites, CitationUse::kFact, out);
    for (const model::Notification& told : fact.notified) Add(told.cites, CitationUse::kFact, out);
  }
  for (const model::FactList& list : source.lists) {
    for (const model::ListEntry& entry : list.entries) Add(entry.cites, CitationUse::kFact, out);
  }
  for (const model::Claim& claim : source.claims) Add(claim.cites, CitationUse::kFact, out);
  for (const model::Figure& figure : source.figures) {
    for (const auto* values : {&figure.series, &figure.used}) {
      for (const model::FigureValue& value : *values) Add(value.cites, CitationUse::kFact, out);
    }
  }
  for (const model::IndexClaim& index : source.indexes) Add(index.cites, CitationUse::kFact, out);
}

/// What a person wrote of contradictions: checked like the rest, though no part of the filing.
void AddAuthor(const model::Case& source, Citations& out) {
  for (const model::MaterialMark& mark : source.author.material) {
    Add(mark.between, CitationUse::kAuthor, out);
  }
  for (const model::Explanation& explanation : source.author.explanations) {
    Add(explanation.cites, CitationUse::kAuthor, out);
  }
}

void AddInlines(const std::vector<markdown::Inline>& inlines, Citations& out) {
  for (const markdown::Inline& node : inlines) {
    if (node.kind == markdown::InlineKind::kCitation) {
      Add(SplitGroup(node.text, node.span), CitationUse::kArgument, out);
    }
    AddInlines(node.children, out);
  }
}

void AddBlocks(const std::vector<markdown::Block>& blocks, Citations& out) {
  for (const markdown::Block& block : blocks) {
    AddInlines(block.inlines, out);
    AddBlocks(block.children, out);
  }
}

Citations Gather(const model::Case& source) {
  Citations out;
  AddGrounds(source, out);
  AddDecisions(source, out);
  AddFacts(source, out);
  AddAuthor(source, out);
  for (const model::Event& event : source.events) Add(event.cites, CitationUse::kEvent, out);
  for (const model::Argument& argument : source.arguments) {
    AddBlocks(argument.document.blocks, out);
    for (const markdown::Note& note : argument.document.notes) AddBlocks(note.blocks, out);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first.span < b.first.span; });
  return out;
}

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
  for (auto& [citation, use] : Gather(source)) {
    resolved.by_span.emplace(citation.span, resolved.citations.size());
    resolved.citations.push_back(binder.Bind(citation, use));
  }
  CheckReferences(source, binder, sink);
  ReportUncited(source, resolved, sink);
  return resolved;
}

}  // namespace dossier::resolve
