// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <optional>
#include <utility>

#include "compiler/driver/rendered.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using reading::Agreement;
using reading::Comparison;

const model::Exhibit& ExhibitOf(const CheckedCase& checked, const quote::CheckedQuotation& quotation) {
  return checked.session->loaded->exhibits[*checked.resolved.citations[quotation.citation].exhibit_index];
}

/// The question to ask of a quotation; nothing when it does not rest on a text layer. One in a
/// translation rests on the pages of that.
std::optional<RenderedQuestion> QuestionOf(const CheckedCase& checked, const quote::CheckedQuotation& quotation) {
  const std::size_t cited = *checked.resolved.citations[quotation.citation].exhibit_index;
  const std::size_t index = quotation.translation ? quotation.translation->exhibit : cited;
  const auto at = PageOnTextLayer(checked.intake.files[index], quotation.result);
  if (!at) return std::nullopt;
  return RenderedQuestion{.file = at->file,
                          .page = at->page,
                          .text = quotation.text,
                          .tags = TagsOf(*checked.session->loaded, checked.session->loaded->exhibits[index], at->page)};
}

void ReportContradicted(CheckedCase& checked, const quote::CheckedQuotation& quotation, const Comparison& comparison) {
  const model::Exhibit& exhibit = ExhibitOf(checked, quotation);
  Finding finding{.kind = Kind::kQuotationNotShown,
                  .args = {Id(exhibit.id.value), comparison.layer.empty() ? quotation.text : comparison.layer, Id("nothing there")},
                  .place = quotation.place,
                  .exhibits = {exhibit.id.value},
                  .related = {{"exhibit declared here", exhibit.id.span}}};
  if (!comparison.picture.empty()) finding.args.back() = "\"" + comparison.picture + "\"";
  finding.hint = "look at the page itself; what a reader sees there is what the opponent will read";
  checked.session->sink.Report(std::move(finding));
}

}  // namespace

std::optional<FilePage> PageOnTextLayer(const std::vector<ExhibitFile>& files, const quote::FindResult& result) {
  const bool stands = quote::Holds(result.verdict) || result.verdict == quote::Verdict::kAmbiguous;
  if (!stands || result.places.empty()) return std::nullopt;
  int section = result.places.front().section;
  for (const ExhibitFile& file : files) {
    if (!file.inspection.facts) return std::nullopt;
    if (section > file.inspection.facts->pages) {
      section -= file.inspection.facts->pages;
      continue;
    }
    // What `dossier ocr` read is the picture; another machine's layer is only said to be.
    if (file.inspection.media != inspect::MediaType::kPdf) return std::nullopt;
    if (file.origins[static_cast<std::size_t>(section - 1)] == inspect::PageOrigin::kOcr) return std::nullopt;
    return FilePage{&file, section};
  }
  return std::nullopt;
}

void TakeComparison(const Comparison& comparison, quote::FindResult& result) {
  if (comparison.agreement == Agreement::kUnclear) return;
  result.basis = quote::Basis::kRendered;
  if (comparison.agreement == Agreement::kConfirmed) return;
  result.verdict = comparison.picture.empty() ? quote::Verdict::kNotFound : quote::Verdict::kContentMismatch;
  result.edits.clear();
  if (comparison.picture.empty()) {
    result.places.clear();
  } else {
    result.edits = {{.quoted = comparison.layer, .source = comparison.picture, .kind = quote::EditKind::kContent}};
  }
}

void CheckRendered(CheckedCase& checked, const Request& request) {
  std::vector<RenderedQuestion> questions;
  std::vector<quote::CheckedQuotation*> asked;
  for (quote::CheckedQuotation& quotation : checked.quotations) {
    if (auto question = QuestionOf(checked, quotation)) {
      questions.push_back(std::move(*question));
      asked.push_back(&quotation);
    }
  }
  const std::vector<Comparison> comparisons = CompareRendered(questions, request.jobs);
  std::map<std::pair<std::string, std::string>, Finding> unclear;  // by exhibit and reason
  for (std::size_t i = 0; i < asked.size(); ++i) {
    TakeComparison(comparisons[i], asked[i]->result);
    if (comparisons[i].agreement == Agreement::kConfirmed) continue;
    if (comparisons[i].agreement == Agreement::kContradicted) {
      ReportContradicted(checked, *asked[i], comparisons[i]);
      continue;
    }
    const std::string& id = ExhibitOf(checked, *asked[i]).id.value;
    const auto [entry, first] = unclear.try_emplace({id, comparisons[i].reason});
    if (first) {
      entry->second = {.kind = Kind::kQuotationTextLayerOnly,
                       .args = {Id(id), comparisons[i].reason},
                       .place = asked[i]->place,
                       .exhibits = {id},
                       .hint = "compare them with the pages themselves"};
    } else {
      entry->second.related.push_back({"and this quotation", asked[i]->place});
    }
  }
  for (auto& [key, finding] : unclear) checked.session->sink.Report(std::move(finding));
}

}  // namespace dossier::driver
