// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/check_quotations.h"

#include <optional>
#include <utility>

#include "compiler/quote/compare.h"
#include "compiler/quote/quotation_findings.h"
#include "compiler/quote/quoted_words.h"

namespace dossier::quote {
namespace {

using model::Citation;
using model::Text;

class Checker {
 public:
  Checker(const resolve::ResolvedCase& resolved, const ExhibitTexts& texts, diagnostics::Sink& sink)
      : resolved_(resolved),
        comparer_(resolved, texts),
        teller_(resolved, comparer_, sink),
        sink_(sink) {}

  void CheckGrounds();
  void CheckDecisions();
  void CheckFactsAndEvents();
  void CheckArguments();
  std::vector<CheckedQuotation> Take() { return std::move(checked_); }

 private:
  void Check(const std::string& text, Span place, const std::vector<Citation>& citations);
  void Check(const Text& quote, const std::vector<Citation>& citations);
  void CheckAdverse(const std::vector<model::AdverseItem>& items) {
    for (const model::AdverseItem& item : items) Check(item.quote, {item.cite});
  }

  const resolve::ResolvedCase& resolved_;
  Comparer comparer_;
  Teller teller_;
  diagnostics::Sink& sink_;
  std::vector<CheckedQuotation> checked_;
};

void Checker::Check(const Text& quote, const std::vector<Citation>& citations) {
  if (quote.value.empty()) return;
  if (!citations.empty()) return Check(quote.value, quote.span, citations);
  sink_.Report({.kind = diagnostics::Kind::kQuotationUncited,
                .place = quote.span,
                .hint = "name the source and its page beside the words"});
}

/// Of a group the best citation counts.
void Checker::Check(const std::string& text, Span place, const std::vector<Citation>& citations) {
  std::optional<CheckedQuotation> best;
  for (const Citation& citation : citations) {
    const auto index = resolved_.by_span.find(citation.span);
    if (index == resolved_.by_span.end()) continue;
    const resolve::BoundCitation& bound = resolved_.citations[index->second];
    if (!bound.exhibit_index || !bound.resolved) continue;
    CheckedQuotation checked{.text = text,
                             .place = place.known() ? place : citation.span,
                             .citation = index->second,
                             .result = {},
                             .reason = {},
                             .translation = {}};
    comparer_.Compare(text, bound, checked);
    if (!best || Rank(checked.result.verdict) < Rank(best->result.verdict)) best = std::move(checked);
    if (Holds(best->result.verdict)) break;
  }
  if (!best) return;
  teller_.Tell(*best);
  checked_.push_back(std::move(*best));
}

void Checker::CheckGrounds() {
  for (const model::Ground& ground : resolved_.source->grounds) {
    for (const auto& need : ground.needs) {
      for (const model::Item& item : need.second) Check(item.quote, {item.cite});
    }
    CheckAdverse(ground.adverse);
    for (const auto& limb : ground.limbs) CheckAdverse(limb.second);
    for (const auto& defeater : ground.defeaters) CheckAdverse(defeater.second);
  }
}

void Checker::CheckDecisions() {
  for (const model::AdverseDecision& decision : resolved_.source->decisions) {
    for (const model::Assertion& assertion : decision.assertions) {
      std::vector<Citation> page;
      if (const auto citation = resolve::CitationOf(decision, assertion)) page.push_back(*citation);
      Check(assertion.quote, page);
      for (const model::Answer& answer : assertion.answers) Check(answer.quote, answer.cites);
    }
  }
}

void Checker::CheckFactsAndEvents() {
  for (const model::Fact& fact : resolved_.source->facts) Check(fact.quote, fact.cites);
  for (const model::Event& event : resolved_.source->events) Check(event.quote, event.cites);
}

void Checker::CheckArguments() {
  for (const model::Argument& argument : resolved_.source->arguments) {
    for (const QuotedWords& quoted : FindQuotedWords(argument.document)) {
      Check(quoted.text, quoted.place, quoted.citations);
    }
  }
}

}  // namespace

std::vector<CheckedQuotation> CheckQuotations(const resolve::ResolvedCase& resolved,
                                              const ExhibitTexts& texts, diagnostics::Sink& sink) {
  Checker checker(resolved, texts, sink);
  checker.CheckGrounds();
  checker.CheckDecisions();
  checker.CheckFactsAndEvents();
  checker.CheckArguments();
  return checker.Take();
}

}  // namespace dossier::quote
