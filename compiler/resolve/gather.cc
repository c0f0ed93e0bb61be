// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/gather.h"

#include <algorithm>

#include "compiler/resolve/citation_text.h"

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

}  // namespace

std::vector<std::pair<model::Citation, CitationUse>> CitationsOf(const model::Case& source) {
  Citations out;
  AddGrounds(source, out);
  AddDecisions(source, out);
  AddFacts(source, out);
  AddAuthor(source, out);
  for (const model::Event& event : source.events) Add(event.cites, CitationUse::kEvent, out);
  for (const model::Argument& argument : source.arguments) {
    markdown::ForEachInline(argument.document, [&](const markdown::Inline& node) {
      if (node.kind != markdown::InlineKind::kCitation) return;
      Add(SplitGroup(node.text, node.span), CitationUse::kArgument, out);
    });
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first.span < b.first.span; });
  return out;
}

}  // namespace dossier::resolve
