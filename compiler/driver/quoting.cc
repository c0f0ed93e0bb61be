// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quoting.h"

#include <algorithm>
#include <charconv>

#include "compiler/driver/locate.h"
#include "compiler/driver/quotations.h"
#include "compiler/driver/showing.h"
#include "compiler/inspect/inspect.h"
#include "compiler/io/case_folder.h"
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
};

NamedExhibit FileOf(const std::string& word) {
  const Result<std::string> folder = FindCase("");
  if (folder) {
    Request request;
    request.arguments = {*folder};
    const Session session = OpenSession(request);
    const model::Exhibit* exhibit = session.loaded ? session.loaded->FindExhibit(word) : nullptr;
    if (exhibit != nullptr && !exhibit->files.empty()) {
      const std::string& file = exhibit->files.front().file.value;
      return {.shown = file, .path = *folder + "/" + file};
    }
  }
  return {.shown = word, .path = word};
}

bool Holds(const report::QuoteView::Entry& entry) { return quote::Holds(entry.result.verdict); }

}  // namespace

ExitCode QuoteCommand(const Request& request) {
  const auto [path, location] = FileOf(request.arguments.front());
  const io::ReadResult file = io::ReadNamedFile(location, kMostExhibitBytes);
  if (!file) return Refuse(ExitCode::kNotLoaded, path + ": " + file.error().reason);
  const Result<std::vector<std::string>> texts = QuotationsOf(request);
  if (!texts) return Refuse(ExitCode::kNotLoaded, texts.failure().reason);
  if (texts->empty()) return Refuse(ExitCode::kUsage, "\"quote\" wants the words to look for: TEXT or --from FILE");
  const inspect::Source source{.name = path, .bytes = file.value()};
  const std::vector<inspect::Inspection> found =
      inspect::InspectAll({&source, 1}, {.worker_program = Beside("dossier-worker"), .cache = nullptr, .jobs = request.jobs, .limits = request.limits});
  const inspect::Inspection& inspection = found.front();
  report::QuoteView view{.file = path, .sha256 = inspection.sha256, .unreadable = inspection.failure, .entries = {}};
  const quote::ExhibitText text = inspection.facts ? TextOf(*inspection.facts) : quote::ExhibitText{};
  const quote::PreparedText prepared(text.sections, text.by_paragraph ? quote::Sections::kParagraphs : quote::Sections::kPages);
  view.by_paragraph = text.by_paragraph;
  for (const std::string& words : *texts) {
    quote::FindResult result{.verdict = quote::Verdict::kNotCheckable, .sections = {}, .rules = {}, .edits = {}};
    if (inspection.facts) result = quote::Find(words, prepared, PagesAsked(request, *inspection.facts));
    view.entries.push_back({words, std::move(result)});
  }
  const bool json = request.format == Format::kJson;
  const ExitCode shown = ShowResult(json ? report::QuotationsAsJson(view) : report::QuotationsAsText(view), request.output);
  if (!inspection.facts) return Worse(shown, ExitCode::kNotLoaded);
  const bool all = std::all_of(view.entries.begin(), view.entries.end(), Holds);
  return Worse(shown, all ? ExitCode::kClean : ExitCode::kFindings);
}

}  // namespace dossier::driver
