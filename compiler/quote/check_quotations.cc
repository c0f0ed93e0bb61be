// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/check_quotations.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <variant>

#include "compiler/resolve/citation_text.h"

namespace dossier::quote {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using model::PinpointKind;
using resolve::BoundCitation;

/// Paragraphs that a citation names, from its text: they are not pages.
void AddParagraphs(const BoundCitation& bound, std::vector<SectionRange>& out) {
  const auto parsed = resolve::ParseCitation(bound.source.text);
  const auto* citation = std::get_if<resolve::ParsedCitation>(&parsed);
  if (citation == nullptr) return;
  for (const model::Pinpoint& pinpoint : citation->pinpoints) {
    if (pinpoint.kind != PinpointKind::kParagraph) continue;
    for (const model::PinpointRange& range : pinpoint.ranges) {
      resolve::Ordinal first;
      resolve::Ordinal last;
      if (!resolve::ParseOrdinal(range.first, first)) continue;
      if (!resolve::ParseOrdinal(range.last, last)) continue;
      out.push_back({static_cast<int>(first.value), static_cast<int>(last.value)});
    }
  }
}

std::vector<SectionRange> CitedSections(const BoundCitation& bound, bool by_paragraph) {
  std::vector<SectionRange> out;
  if (by_paragraph) {
    AddParagraphs(bound, out);
    return out;
  }
  const bool narrower = std::any_of(
      bound.pinpoints.begin(), bound.pinpoints.end(), [](const resolve::BoundPinpoint& pinpoint) {
        return pinpoint.has_page && pinpoint.kind != PinpointKind::kAnnex;
      });
  for (const resolve::BoundPinpoint& pinpoint : bound.pinpoints) {
    // What an article is said of may be said of it elsewhere too.
    if (pinpoint.mentioned) continue;
    if (!pinpoint.has_page || (narrower && pinpoint.kind == PinpointKind::kAnnex)) continue;
    out.push_back({pinpoint.first_page.Number(), pinpoint.last_page.Number()});
  }
  return out;
}

/// From good to bad; what cannot be checked may be good.
int Rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact:
      return 0;
    case Verdict::kNormalised:
    case Verdict::kAltered:
      return 1;
    case Verdict::kNotCheckable:
      return 2;
    case Verdict::kWrongPage:
      return 3;
    case Verdict::kContentMismatch:
      return 4;
    case Verdict::kNotFound:
      return 5;
  }
  return 5;
}

class Checker {
 public:
  Checker(const resolve::ResolvedCase& resolved, const ExhibitTexts& texts, diagnostics::Sink& sink)
      : resolved_(resolved), source_(*resolved.source), texts_(texts), sink_(sink) {}

  void Check(const std::string& text, Span place, const std::vector<model::Citation>& citations);
  std::vector<CheckedQuotation> Take() { return std::move(checked_); }

 private:
  FindResult CheckOne(const std::string& text, const BoundCitation& bound, std::string& reason);
  const PreparedText& Prepared(const std::string& id, const ExhibitText& text);
  void Report(const CheckedQuotation& checked, const std::string& reason);

  const resolve::ResolvedCase& resolved_;
  const model::Case& source_;
  const ExhibitTexts& texts_;
  diagnostics::Sink& sink_;
  std::map<std::string, PreparedText, std::less<>> prepared_;
  std::set<std::string> told_not_checkable_;
  std::vector<CheckedQuotation> checked_;
};

const PreparedText& Checker::Prepared(const std::string& id, const ExhibitText& text) {
  const auto found = prepared_.find(id);
  if (found != prepared_.end()) return found->second;
  return prepared_
      .emplace(id, PreparedText(text.sections,
                                text.by_paragraph ? Sections::kParagraphs : Sections::kPages))
      .first->second;
}

FindResult Checker::CheckOne(const std::string& text, const BoundCitation& bound,
                             std::string& reason) {
  FindResult result;
  result.verdict = Verdict::kNotCheckable;
  const model::Exhibit& exhibit = source_.exhibits[*bound.exhibit_index];
  const auto words = texts_.find(exhibit.id.value);
  if (exhibit.files.empty()) {
    reason = "the original is not in the case";
  } else if (exhibit.surrogate) {
    reason = "a note stands in for the original";
  } else if (!bound.checkable || words == texts_.end()) {
    reason = "the exhibit could not be read";
  } else {
    const PreparedText& prepared = Prepared(exhibit.id.value, words->second);
    const auto cited = CitedSections(bound, words->second.by_paragraph);
    result = Find(text, prepared, cited);
    const bool blank =
        cited.empty() ? prepared.Empty(1, prepared.sections())
                      : std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
                          return prepared.Empty(range.first, range.last);
                        });
    if (!Holds(result.verdict) && blank) {
      result = {.verdict = Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
      reason = "what is cited has no text layer";
    } else if (result.verdict == Verdict::kNotCheckable) {
      reason = "it has no words, or too many";
    }
  }
  return result;
}

void Checker::Check(const std::string& text, Span place,
                    const std::vector<model::Citation>& citations) {
  std::optional<CheckedQuotation> best;
  std::string best_reason;
  for (const model::Citation& citation : citations) {
    const auto index = resolved_.by_span.find(citation.span);
    if (index == resolved_.by_span.end()) continue;
    const BoundCitation& bound = resolved_.citations[index->second];
    if (!bound.exhibit_index || !bound.resolved) continue;
    std::string reason;
    CheckedQuotation checked{.text = text,
                             .place = place.known() ? place : citation.span,
                             .citation = index->second,
                             .result = CheckOne(text, bound, reason)};
    if (!best || Rank(checked.result.verdict) < Rank(best->result.verdict)) {
      best = std::move(checked);
      best_reason = std::move(reason);
    }
  }
  if (!best) return;
  Report(*best, best_reason);
  checked_.push_back(std::move(*best));
}

void Checker::Report(const CheckedQuotation& checked, const std::string& reason) {
  const BoundCitation& bound = resolved_.citations[checked.citation];
  const model::Exhibit& exhibit = source_.exhibits[*bound.exhibit_index];
  const std::string& id = exhibit.id.value;
  Finding finding{.kind = Kind::kQuotationNotFound,
                  .args = {Id(id)},
                  .place = checked.place,
                  .exhibits = {id},
                  .related = {{"exhibit declared here", exhibit.id.span}}};
  const FindResult& result = checked.result;
  const auto words = texts_.find(id);
  const bool by_paragraph = words != texts_.end() && words->second.by_paragraph;
  const std::string where = result.sections.empty() ? std::string()
                                                    : (by_paragraph ? "para " : "pdf p. ") +
                                                          std::to_string(result.sections.front());
  switch (result.verdict) {
    case Verdict::kExact:
    case Verdict::kNormalised:
    case Verdict::kAltered:
      return;
    case Verdict::kNotCheckable:
      if (!told_not_checkable_.insert(id).second) return;
      finding.kind = Kind::kQuotationNotCheckable;
      finding.args = {Id(id), Id(reason)};
      finding.hint = "compare it with the original, or put it in your own words";
      break;
    case Verdict::kWrongPage:
      finding.kind = Kind::kQuotationWrongPage;
      finding.args = {Id(where), Id(id)};
      finding.hint = {"cite \"{0} {1}\"", {Id(id), Id(where)}};
      break;
    case Verdict::kContentMismatch:
      finding.kind = Kind::kQuotationAltered;
      finding.args = {Id(id), result.edits.front().quoted, result.edits.front().source};
      finding.hint = {"quote the source as it stands at {0}; \"[…]\" stands for words left out",
                      {Id(where)}};
      break;
    case Verdict::kNotFound:
      finding.hint = "quote the words as they stand, or take the quotation marks away";
      break;
  }
  sink_.Report(std::move(finding));
}

}  // namespace

std::vector<CheckedQuotation> CheckQuotations(const resolve::ResolvedCase& resolved,
                                              const ExhibitTexts& texts, diagnostics::Sink& sink) {
  Checker checker(resolved, texts, sink);
  for (const model::Ground& ground : resolved.source->grounds) {
    for (const auto& need : ground.needs) {
      for (const model::Item& item : need.second) {
        if (!item.quote.value.empty())
          checker.Check(item.quote.value, item.quote.span, {item.cite});
      }
    }
  }
  for (const model::Argument& argument : resolved.source->arguments) {
    for (const QuotedWords& quoted : FindQuotedWords(argument.document)) {
      checker.Check(quoted.text, quoted.place, quoted.citations);
    }
  }
  return checker.Take();
}

}  // namespace dossier::quote
