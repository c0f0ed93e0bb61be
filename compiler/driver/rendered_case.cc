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

/// The file and the page of it that a page of the whole exhibit is.
struct FilePage {
  const ExhibitFile* file;
  int page;  // from 1
};

std::optional<FilePage> FindPage(const std::vector<ExhibitFile>& files, int section) {
  for (const ExhibitFile& file : files) {
    if (!file.inspection.facts) return std::nullopt;
    if (section <= file.inspection.facts->pages) return FilePage{&file, section};
    section -= file.inspection.facts->pages;
  }
  return std::nullopt;
}

const model::Exhibit& ExhibitOf(const CheckedCase& checked, const quote::CheckedQuotation& quotation) {
  return checked.session->loaded->exhibits[*checked.resolved.citations[quotation.citation].exhibit_index];
}

/// The question to ask of a quotation; nothing when it does not rest on a text layer.
std::optional<RenderedQuestion> QuestionOf(const CheckedCase& checked, const quote::CheckedQuotation& quotation) {
  if (!quote::Holds(quotation.result.verdict) || quotation.result.sections.empty()) return std::nullopt;
  const std::size_t index = *checked.resolved.citations[quotation.citation].exhibit_index;
  const auto at = FindPage(checked.intake.files[index], quotation.result.sections.front());
  if (!at || at->file->inspection.media != inspect::MediaType::kPdf) return std::nullopt;
  const auto page = static_cast<std::size_t>(at->page - 1);
  if (at->file->origins[page] == inspect::PageOrigin::kOcr) return std::nullopt;
  return RenderedQuestion{.file = at->file,
                          .page = at->page,
                          .text = quotation.text,
                          .tags = TagsOf(*checked.session->loaded, ExhibitOf(checked, quotation), at->page)};
}

void ReportContradicted(CheckedCase& checked, const quote::CheckedQuotation& quotation, const Comparison& comparison) {
  const model::Exhibit& exhibit = ExhibitOf(checked, quotation);
  Finding finding{.kind = Kind::kQuotationNotShown,
                  .args = {Id(exhibit.id.value), comparison.layer, Id("nothing there")},
                  .place = quotation.place,
                  .exhibits = {exhibit.id.value},
                  .related = {{"exhibit declared here", exhibit.id.span}}};
  if (!comparison.picture.empty()) finding.args.back() = "\"" + comparison.picture + "\"";
  finding.hint = "look at the page itself; what a reader sees there is what the opponent will read";
  checked.session->sink.Report(std::move(finding));
}

}  // namespace

void CheckRendered(CheckedCase& checked, const Request& request) {
  std::vector<RenderedQuestion> questions;
  std::vector<const quote::CheckedQuotation*> asked;
  for (const quote::CheckedQuotation& quotation : checked.quotations) {
    if (auto question = QuestionOf(checked, quotation)) {
      questions.push_back(std::move(*question));
      asked.push_back(&quotation);
    }
  }
  const std::vector<Comparison> comparisons = CompareRendered(questions, request.jobs);
  std::map<std::pair<std::string, std::string>, Finding> unclear;  // by exhibit and reason
  for (std::size_t i = 0; i < asked.size(); ++i) {
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
