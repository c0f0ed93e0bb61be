// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quoting.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "compiler/driver/locate.h"
#include "compiler/driver/ocr_sidecars.h"
#include "compiler/driver/quotations.h"
#include "compiler/driver/rendered.h"
#include "compiler/driver/showing.h"
#include "compiler/inspect/inspect.h"
#include "compiler/io/case_folder.h"
#include "compiler/reading/languages.h"
#include "compiler/report/quote_report.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostExhibitBytes = std::uint64_t{512} << 20;
constexpr std::uint64_t kMostQuotationBytes = std::uint64_t{16} << 20;

/// The quotations of the command line, then those of `--from`, one a line, empty lines left out.
Result<std::vector<std::string>> QuotationsOf(const Request& request) {
  std::vector<std::string> texts(request.arguments.begin() + 1, request.arguments.end());
  if (request.from_file.empty()) return texts;
  const io::ReadResult read = io::ReadNamedFile(request.from_file, kMostQuotationBytes);
  if (!read) return Failure{request.from_file + ": " + read.error().reason};
  const std::string& all = read.value();
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    std::string line = all.substr(at, end - at);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) texts.push_back(std::move(line));
    at = end + 1;
  }
  return texts;
}

/// Sections that `--page` allows: a printed label where the file has labels, else a position.
std::vector<quote::SectionRange> PagesAsked(const Request& request, const inspect::ExhibitFacts& facts) {
  if (request.page.empty()) return {};
  for (std::size_t i = 0; i < facts.labels.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    if (facts.labels[i].text == request.page) return {{number, number}};
  }
  int number = 0;
  const auto [end, code] = std::from_chars(request.page.data(), request.page.data() + request.page.size(), number);
  if (code != std::errc() || end != request.page.data() + request.page.size()) number = 0;
  return {{number, number}};
}

/// The file that the word names: the first file of an exhibit of the case around us, else a path.
struct NamedExhibit {
  std::string shown;  // relative to the case, or as given
  std::string path;
  std::optional<Session> session = {};  // when the word is an exhibit's id
};

NamedExhibit FileOf(const std::string& word) {
  const Result<std::string> folder = FindCase("");
  if (folder) {
    Request request;
    request.arguments = {*folder};
    Session session = OpenSession(request);
    const model::Exhibit* exhibit = session.loaded ? session.loaded->FindExhibit(word) : nullptr;
    if (exhibit != nullptr && !exhibit->files.empty()) {
      const std::string& file = exhibit->files.front().file.value;
      return {.shown = file, .path = *folder + "/" + file, .session = std::move(session)};
    }
  }
  return {.shown = word, .path = word};
}

bool Holds(const report::QuoteView::Entry& entry) { return quote::Holds(entry.result.verdict); }

/// The file with what a machine read of it, when it is an exhibit of a case.
ExhibitFile WithReading(NamedExhibit& named, const std::string& word, Bytes bytes, inspect::Inspection inspection) {
  ExhibitFile file{.path = named.shown,
                   .bytes = std::move(bytes),
                   .present = true,
                   .inspection = std::move(inspection),
                   .origins = {},
                   .sidecar = {},
                   .made_pages = {}};
  if (named.session) {
    TakeSidecar(*named.session, *named.session->loaded->FindExhibit(word), 0, file);
  } else if (file.inspection.facts) {
    file.origins.resize(static_cast<std::size_t>(file.inspection.facts->pages));
  }
  return file;
}

inspect::PageOrigin OriginOf(const ExhibitFile& file, const quote::FindResult& result) {
  const std::size_t page = result.sections.empty() ? 0 : static_cast<std::size_t>(result.sections.front() - 1);
  return page < file.origins.size() ? file.origins[page] : inspect::PageOrigin::kTextLayer;
}

/// Compares with the picture what holds in the text layer of a PDF; true when a picture says
/// otherwise.
bool AddRendered(const NamedExhibit& named, const std::string& word, const ExhibitFile& file, int jobs,
                 report::QuoteView& view) {
  std::vector<RenderedQuestion> questions;
  std::vector<report::QuoteView::Entry*> asked;
  for (report::QuoteView::Entry& entry : view.entries) {
    if (!Holds(entry) || entry.result.sections.empty() || file.inspection.media != inspect::MediaType::kPdf ||
        OriginOf(file, entry.result) == inspect::PageOrigin::kOcr) {
      continue;
    }
    const int page = entry.result.sections.front();
    const model::Exhibit* exhibit = named.session ? named.session->loaded->FindExhibit(word) : nullptr;
    std::vector<std::string> tags =
        exhibit != nullptr ? TagsOf(*named.session->loaded, *exhibit, page) : reading::TagsByLetters(entry.text);
    questions.push_back({.file = &file, .page = page, .text = entry.text, .tags = std::move(tags)});
    asked.push_back(&entry);
  }
  const std::vector<reading::Comparison> comparisons = CompareRendered(questions, jobs);
  bool contradicted = false;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const reading::Comparison& comparison = comparisons[i];
    if (comparison.agreement == reading::Agreement::kConfirmed) asked[i]->basis = "rendered";
    if (comparison.agreement == reading::Agreement::kUnclear) {
      asked[i]->picture = "compared in the text layer only: " + comparison.reason;
    }
    if (comparison.agreement != reading::Agreement::kContradicted) continue;
    contradicted = true;
    asked[i]->picture = comparison.picture.empty()
                            ? "nothing of it is visible on the page"
                            : "the text layer has \"" + comparison.layer + "\", the picture shows \"" + comparison.picture + "\"";
  }
  return contradicted;
}

}  // namespace

ExitCode QuoteCommand(const Request& request) {
  const std::string& word = request.arguments.front();
  NamedExhibit named = FileOf(word);
  io::ReadResult read = io::ReadNamedFile(named.path, kMostExhibitBytes);
  if (!read) return Refuse(ExitCode::kNotLoaded, named.shown + ": " + read.error().reason);
  const Result<std::vector<std::string>> texts = QuotationsOf(request);
  if (!texts) return Refuse(ExitCode::kNotLoaded, texts.failure().reason);
  if (texts->empty()) return Refuse(ExitCode::kUsage, "\"quote\" wants the words to look for: TEXT or --from FILE");
  const inspect::Source source{.name = named.shown, .bytes = read.value()};
  std::vector<inspect::Inspection> found =
      inspect::InspectAll({&source, 1}, {.worker_program = Beside("dossier-worker"), .cache = nullptr, .jobs = request.jobs, .limits = request.limits});
  const ExhibitFile file = WithReading(named, word, std::move(read).value(), std::move(found.front()));
  const inspect::Inspection& inspection = file.inspection;
  report::QuoteView view{.file = named.shown, .sha256 = inspection.sha256, .unreadable = inspection.failure, .entries = {}};
  const quote::ExhibitText text = inspection.facts ? TextOf(*inspection.facts) : quote::ExhibitText{};
  const quote::PreparedText prepared(text.sections, text.by_paragraph ? quote::Sections::kParagraphs : quote::Sections::kPages);
  view.by_paragraph = text.by_paragraph;
  for (const std::string& words : *texts) {
    quote::FindResult result{.verdict = quote::Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
    if (inspection.facts) result = quote::Find(words, prepared, PagesAsked(request, *inspection.facts));
    const bool by_machine = OriginOf(file, result) != inspect::PageOrigin::kTextLayer;
    view.entries.push_back({words, std::move(result), by_machine ? "ocr" : "text-layer"});
  }
  const bool contradicted = request.rendered && AddRendered(named, word, file, request.jobs, view);
  const bool json = request.format == Format::kJson;
  const ExitCode shown = ShowResult(json ? report::QuotationsAsJson(view) : report::QuotationsAsText(view), request.output);
  if (!inspection.facts) return Worse(shown, ExitCode::kNotLoaded);
  const bool all = !contradicted && std::all_of(view.entries.begin(), view.entries.end(), Holds);
  return Worse(shown, all ? ExitCode::kClean : ExitCode::kFindings);
}

}  // namespace dossier::driver
