// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quoting.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "compiler/driver/intake.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/quotations.h"
#include "compiler/driver/rendered.h"
#include "compiler/driver/showing.h"
#include "compiler/inspect/inspect.h"
#include "compiler/inspect/trust.h"
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

/// What the word names: an exhibit of the case around us, or a path.
struct NamedExhibit {
  std::optional<Session> session;           // of the case, when the word is an id of it
  const model::Exhibit* exhibit = nullptr;  // of that case
};

NamedExhibit FindNamed(const std::string& word) {
  NamedExhibit named;
  const Result<std::string> folder = FindCase("");
  if (!folder) return named;
  Request request;
  request.arguments = {*folder};
  named.session = OpenSession(request);
  if (named.session->loaded) named.exhibit = named.session->loaded->FindExhibit(word);
  if (named.exhibit != nullptr && named.exhibit->files.empty()) named.exhibit = nullptr;
  return named;
}

/// A file that belongs to no case.
Result<ExhibitFile> ReadPath(const std::string& path, const Request& request) {
  io::ReadResult read = io::ReadNamedFile(path, kMostExhibitBytes);
  if (!read) return Failure{path + ": " + read.error().reason};
  ExhibitFile file;
  file.path = path;
  file.bytes = std::move(read).value();
  file.present = true;
  const inspect::Source source{.name = path, .bytes = file.bytes};
  cache::Store store = cache::Store::Open(CacheFolder());
  std::vector<inspect::Inspection> found = inspect::InspectAll(
      {&source, 1}, {.worker_program = Beside("dossier-worker"), .cache = &store, .jobs = request.jobs, .limits = request.limits});
  file.inspection = std::move(found.front());
  if (file.inspection.facts) file.origins = inspect::OriginsOf(*file.inspection.facts);
  return file;
}

Result<std::vector<ExhibitFile>> FilesOf(NamedExhibit& named, const Request& request) {
  if (named.exhibit == nullptr) {
    Result<ExhibitFile> file = ReadPath(request.arguments.front(), request);
    if (!file) return file.failure();
    std::vector<ExhibitFile> files;
    files.push_back(std::move(file).value());
    return files;
  }
  std::vector<ExhibitFile> files = TakeInExhibit(*named.session, *named.exhibit, request);
  for (const ExhibitFile& file : files) {
    if (!file.present) return Failure{file.path + ": it cannot be opened"};
  }
  return files;
}

/// True when the case has locked another file under this path.
bool DiffersFromLock(const NamedExhibit& named, const ExhibitFile& file) {
  const model::LockedExhibit* locked = named.exhibit == nullptr ? nullptr : named.session->lock.Find(named.exhibit->id.value);
  return locked != nullptr && std::any_of(locked->files.begin(), locked->files.end(), [&](const model::LockedFile& entry) {
           return entry.path == file.path && entry.sha256 != file.inspection.sha256;
         });
}

/// Where the sections of one file stand, in step with `AddText`.
void AddSections(const std::string& file, const inspect::ExhibitFacts& facts, std::size_t before,
                 const quote::ExhibitText& text, report::QuoteView& view) {
  for (std::size_t i = before; i < text.sections.size(); ++i) {
    report::QuoteView::Section& section = view.sections.emplace_back();
    section.file = file;
    if (text.by_paragraph) {
      section.paragraph = std::to_string(i + 1);
      continue;
    }
    section.page = static_cast<int>(i - before) + 1;
    if (i - before < facts.labels.size()) section.label = facts.labels[i - before].text;
  }
}

/// Sections that `--page` allows: a printed label where the file has labels, else a position over
/// all files.
std::vector<quote::SectionRange> PagesAsked(const Request& request, const report::QuoteView& view) {
  if (request.page.empty()) return {};
  for (std::size_t i = 0; i < view.sections.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    if (view.sections[i].label == request.page) return {{number, number}};
  }
  int number = 0;
  const auto [end, code] = std::from_chars(request.page.data(), request.page.data() + request.page.size(), number);
  if (code != std::errc() || end != request.page.data() + request.page.size()) number = 0;
  return {{number, number}};
}

/// Exact when the citation is: a short quotation at several places wants a page.
report::QuoteView::Entry Look(const std::string& words, const quote::PreparedText& text,
                              const std::vector<quote::SectionRange>& pages) {
  report::QuoteView::Entry entry{.text = words, .result = quote::Find(words, text, pages), .reason = {}};
  const bool blank = pages.empty() ? text.Empty(1, text.sections()) : text.Empty(pages.front().first, pages.front().last);
  const bool doubtful = quote::RestsOnDoubt(entry.result, text, pages);
  const bool nowhere = !quote::Holds(entry.result.verdict) && blank;
  if (doubtful || nowhere) entry.result = {.verdict = quote::Verdict::kNotCheckable};
  if (doubtful) {
    entry.reason = quote::kDoubtfulText;
  } else if (entry.result.verdict == quote::Verdict::kNotCheckable) {
    entry.reason = blank ? "what is asked about has no text layer" : "it has no words, or too many";
  }
  if (pages.empty() && quote::PlaceIsOpen(words, entry.result)) entry.result.verdict = quote::Verdict::kAmbiguous;
  return entry;
}

/// True of words that stand there, even when the place is open.
bool Holds(const report::QuoteView::Entry& entry) {
  return quote::Holds(entry.result.verdict) || entry.result.verdict == quote::Verdict::kAmbiguous;
}

/// Fills in what the files are and their words; nothing was read when `unreadable` is set. `changed`:
/// one of them is not the one that the case has locked.
quote::ExhibitText Read(const NamedExhibit& named, const std::vector<ExhibitFile>& files, bool& changed,
                        report::QuoteView& view) {
  view.sha256 = files.front().inspection.sha256;
  quote::ExhibitText text;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const inspect::Inspection& inspection = files[i].inspection;
    changed = changed || DiffersFromLock(named, files[i]);
    if (!inspection.facts) {
      view.unreadable = inspection.failure;
      return text;
    }
    const std::size_t before = text.sections.size();
    AddText(files[i], text);
    AddSections(files[i].path, *inspection.facts, before, text, view);
  }
  view.by_paragraph = text.by_paragraph;
  return text;
}

/// Compares what holds in the text layer of a PDF with the picture of its page.
void AddRendered(const NamedExhibit& named, const std::vector<ExhibitFile>& files, int jobs, report::QuoteView& view) {
  std::vector<RenderedQuestion> questions;
  std::vector<report::QuoteView::Entry*> asked;
  for (report::QuoteView::Entry& entry : view.entries) {
    const auto at = PageOnTextLayer(files, entry.result);
    if (!at) continue;
    std::vector<std::string> tags = named.exhibit != nullptr ? TagsOf(*named.session->loaded, *named.exhibit, at->page)
                                                             : reading::TagsByLetters(entry.text);
    questions.push_back({.file = at->file, .page = at->page, .text = entry.text, .tags = std::move(tags)});
    asked.push_back(&entry);
  }
  const std::vector<reading::Comparison> comparisons = CompareRendered(questions, jobs);
  for (std::size_t i = 0; i < asked.size(); ++i) {
    TakeComparison(comparisons[i], asked[i]->result);
    if (comparisons[i].agreement == reading::Agreement::kUnclear) {
      asked[i]->reason = "compared in the text layer only: " + comparisons[i].reason;
    } else if (comparisons[i].agreement == reading::Agreement::kContradicted) {
      asked[i]->reason = "its text layer says so, the picture of the page does not";
    }
  }
}

}  // namespace

ExitCode QuoteCommand(const Request& request) {
  const Result<std::vector<std::string>> texts = QuotationsOf(request);
  if (!texts) return Refuse(ExitCode::kNotLoaded, texts.failure().reason);
  if (texts->empty()) return Refuse(ExitCode::kUsage, "\"quote\" wants the words to look for: TEXT or --from FILE");
  NamedExhibit named = FindNamed(request.arguments.front());
  const Result<std::vector<ExhibitFile>> files = FilesOf(named, request);
  if (!files) return Refuse(ExitCode::kNotLoaded, files.failure().reason);
  report::QuoteView view;
  view.exhibit = files->front().path;
  bool stale = false;
  const quote::ExhibitText text = Read(named, *files, stale, view);
  const quote::PreparedText prepared(text);
  const std::vector<quote::SectionRange> pages = PagesAsked(request, view);
  for (const std::string& words : *texts) {
    if (stale || !view.unreadable.empty()) {
      const quote::Verdict verdict = stale ? quote::Verdict::kStale : quote::Verdict::kNotCheckable;
      view.entries.push_back({words, {.verdict = verdict}, stale ? "the file is not the one that was locked" : ""});
    } else {
      view.entries.push_back(Look(words, prepared, pages));
    }
  }
  if (request.rendered) AddRendered(named, *files, request.jobs, view);
  const bool json = request.format == Format::kJson;
  const ExitCode shown = ShowResult(json ? report::QuotationsAsJson(view) : report::QuotationsAsText(view), request.output);
  if (!view.unreadable.empty()) return Worse(shown, ExitCode::kNotLoaded);
  const bool all = std::all_of(view.entries.begin(), view.entries.end(), Holds);
  return Worse(shown, all ? ExitCode::kClean : ExitCode::kFindings);
}

}  // namespace dossier::driver
