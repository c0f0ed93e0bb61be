// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/intake.h"

#include <algorithm>

#include "compiler/driver/contents.h"
#include "compiler/driver/descriptions.h"
#include "compiler/driver/exhibit_languages.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/made_pages.h"
#include "compiler/driver/ocr_sidecars.h"
#include "compiler/driver/own_numbers.h"
#include "compiler/driver/pdf_findings.h"
#include "compiler/driver/transcripts.h"
#include "compiler/inspect/tasks.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using diagnostics::Place;
using inspect::Inspection;

constexpr std::uint64_t kMostExhibitBytes = std::uint64_t{512} << 20;

void ReportUnread(const model::Exhibit& exhibit, const model::Text& file, const io::ReadError& error,
                  diagnostics::Sink& sink) {
  Finding finding{.kind = Kind::kExhibitUnreadable, .place = file.span, .exhibits = {exhibit.id.value}};
  finding.args = {Id(exhibit.id.value), error.reason};
  switch (error.kind) {
    case io::ReadErrorKind::kMissing:
      finding.kind = Kind::kExhibitMissing;
      finding.args = {Id(exhibit.id.value)};
      finding.hint = diagnostics::Text("put the file at {0}, or remove `file:` when the original is elsewhere", {file.value});
      break;
    case io::ReadErrorKind::kEscapes:
      // Its path is plain, or the case would not have been loaded.
      finding.kind = Kind::kNotARegularFile;
      finding.args = {Id(error.reason)};
      finding.hint = "put a copy of the file in its place";
      break;
    case io::ReadErrorKind::kNotRegular:
      finding.kind = Kind::kNotARegularFile;
      finding.args = {"an exhibit is one file, not a folder, a link or a device"};
      break;
    default:
      break;
  }
  sink.Report(std::move(finding));
}

/// Reads the files of an exhibit; the bytes stay in memory for the bundle.
std::vector<ExhibitFile> ReadFiles(Session& session, const model::Exhibit& exhibit) {
  std::vector<ExhibitFile> files(exhibit.files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const model::ExhibitPart& part = exhibit.files[i];
    files[i].path = part.file.value;
    io::ReadResult read = session.files->Read(part.file.value, kMostExhibitBytes);
    files[i].present = read.ok();
    if (read) {
      files[i].bytes = std::move(read).value();
    } else {
      ReportUnread(exhibit, part.file, read.error(), session.sink);
    }
    if (!part.transcript.value.empty()) files[i].transcript = ReadTranscriptFile(*session.files, part.transcript.value);
  }
  return files;
}

void InspectFiles(const Request& request, std::vector<std::vector<ExhibitFile>>& exhibits) {
  std::vector<inspect::Source> sources;
  std::vector<Inspection*> targets;
  for (std::vector<ExhibitFile>& files : exhibits) {
    for (ExhibitFile& file : files) {
      if (!file.present) continue;
      sources.push_back({.name = file.path, .bytes = file.bytes});
      targets.push_back(&file.inspection);
      if (!file.transcript || !file.transcript->unread.empty()) continue;
      sources.push_back({.name = file.transcript->path, .bytes = file.transcript->bytes, .as = inspect::MediaType::kTranscript});
      targets.push_back(&file.transcript->inspection);
    }
  }
  cache::Store store = cache::Store::Open(CacheFolder());
  const inspect::Settings settings{
      .worker_program = Beside("dossier-worker"), .cache = &store, .jobs = request.jobs, .limits = request.limits};
  std::vector<Inspection> found = inspect::InspectAll(sources, settings);
  for (std::size_t i = 0; i < found.size(); ++i) *targets[i] = std::move(found[i]);
}

/// What the bundle leaves out, and layers, which it cannot leave out: its pages have no switches.
void ReportActiveContent(const inspect::ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  constexpr std::string_view kLayers = "OCG";
  std::string list;
  for (const std::string& name : facts.active_content) {
    if (name != kLayers) {
      list += (list.empty() ? "" : ", ") + name;
      continue;
    }
    Finding layers = about;
    layers.kind = Kind::kHiddenLayers;
    layers.args = {Id(about.exhibits.front())};
    layers.hint = "show every layer in a reader and look again; print the view that is meant to a new PDF";
    sink.Report(std::move(layers));
  }
  if (list.empty()) return;
  Finding active = about;
  active.kind = Kind::kActiveContent;
  active.args = {Id(about.exhibits.front()), Id(list)};
  sink.Report(std::move(active));
}

/// What was found wrong with one file that could be opened.
void ReportFile(const model::Exhibit& exhibit, const model::Text& path, const ExhibitFile& file,
                diagnostics::Sink& sink) {
  const Inspection& inspection = file.inspection;
  Finding finding{.place = path.span, .exhibits = {exhibit.id.value}};
  if (!inspection.facts) {
    finding.kind = inspection.reader_unavailable ? Kind::kWorkerFailed : Kind::kExhibitUnreadable;
    finding.args = {Id(exhibit.id.value), inspection.failure};
    if (inspection.reader_unavailable) finding.args = {inspection.failure};
    if (!inspection.reader_unavailable) {
      finding.hint = "open the file in a reader; print it to a new PDF when it is damaged";
      if (!inspection.help.empty()) finding.hint = diagnostics::Text("{0}", {Id(inspection.help)});
      if (inspect::IsRecording(inspection.media)) finding.hint = "play the file; get a whole copy of it when it is damaged";
    }
    sink.Report(std::move(finding));
    return;
  }
  const inspect::MediaType named = inspect::MediaTypeOfName(file.path);
  if (named != inspect::MediaType::kUnknown && inspect::TaskOf(named) != inspect::TaskOf(inspection.media)) {
    Finding mismatch = finding;
    mismatch.kind = Kind::kExhibitTypeMismatch;
    mismatch.args = {Id(exhibit.id.value), Id(inspect::ToString(inspection.media)), Id(inspect::ToString(named))};
    mismatch.hint = "give the file the suffix of what it is, or register the file that was meant";
    sink.Report(std::move(mismatch));
  }
  const inspect::ExhibitFacts& facts = *inspection.facts;
  ReportLanguages(exhibit, file, path.span, sink);
  ReportActiveContent(facts, finding, sink);
  ReportDescription(exhibit, path, facts, sink);
  ReportContents(exhibit, path, facts, sink);
  ReportCapture(exhibit, path, facts, sink);
  ReportPdf(facts, finding, sink);
  const auto bare = std::find(facts.page_text.begin(), facts.page_text.end(), std::string());
  if (bare != facts.page_text.end() && facts.media == inspect::MediaType::kPdf) {
    Finding no_text = finding;
    no_text.kind = Kind::kExhibitNoText;
    no_text.args = {Id(exhibit.id.value), Number(bare - facts.page_text.begin() + 1)};
    const auto page = static_cast<std::size_t>(bare - facts.page_text.begin());
    no_text.hint = file.origins[page] == inspect::PageOrigin::kOcr
                       ? "a machine found no words on it either, so none of it can be quoted and checked"
                       : "`dossier ocr` reads it by machine; until then nothing quoted from it can be checked";
    sink.Report(std::move(no_text));
  }
}

resolve::PartPages PagesOf(const ExhibitFile& file) {
  resolve::PartPages part;
  if (!file.present) {
    part.state = resolve::ExhibitState::kMissing;
    return part;
  }
  part.sha256 = file.inspection.sha256;
  if (!file.inspection.facts) {
    part.state = resolve::ExhibitState::kUnreadable;
    return part;
  }
  const inspect::ExhibitFacts& facts = *file.inspection.facts;
  part.paged = inspect::IsPaged(facts.media);
  part.pages = facts.pages;
  for (const PageLabel& label : facts.labels) part.labels.push_back(label.text);
  for (std::size_t page = 0; page < facts.page_text.size() && page < file.origins.size(); ++page) {
    const bool read = file.origins[page] == inspect::PageOrigin::kOcr && !facts.page_text[page].empty();
    part.read_by_machine = part.read_by_machine || read;
  }
  part.paragraphs = facts.paragraphs;
  part.duration_ms = facts.duration_ms;
  for (const inspect::TextBlock& block : facts.blocks) {
    if (facts.duration_ms > 0 && block.number > 0) part.cue_ms.push_back(block.at_ms);
  }
  if (file.transcript && !file.transcript->inspection.facts) part.state = resolve::ExhibitState::kUnreadable;
  return part;
}

/// True when the file is the one that was locked, or was never locked.
bool MatchesLock(const model::LockedExhibit& locked, const std::string& path, const Digest& sha256) {
  for (const model::LockedFile& entry : locked.files) {
    if (entry.path == path) return entry.sha256 == sha256;
  }
  return true;
}

bool MatchesLock(const model::LockedExhibit& locked, const ExhibitFile& file) {
  if (!MatchesLock(locked, file.path, file.inspection.sha256)) return false;
  return !file.transcript || MatchesLock(locked, file.transcript->path, file.transcript->inspection.sha256);
}

bool IsLocked(const model::LockedExhibit* locked, const ExhibitFile& file) {
  if (locked == nullptr) return false;
  const auto has = [&](const std::string& path) {
    return std::any_of(locked->files.begin(), locked->files.end(),
                       [&](const model::LockedFile& entry) { return entry.path == path; });
  };
  return has(file.path) && (!file.transcript || has(file.transcript->path));
}

}  // namespace

std::vector<ExhibitFile> TakeInExhibit(Session& session, const model::Exhibit& exhibit, const Request& request) {
  std::vector<std::vector<ExhibitFile>> files = {ReadFiles(session, exhibit)};
  InspectFiles(request, files);
  for (std::size_t i = 0; i < files.front().size(); ++i) {
    UniteTranscript(exhibit, exhibit.files[i], files.front()[i], session.sink);
    TakeSidecar(session, exhibit, i, files.front()[i]);
  }
  return std::move(files.front());
}

Intake TakeIn(Session& session, const Request& request) {
  Intake intake;
  for (const model::Exhibit& exhibit : session.loaded->exhibits) intake.files.push_back(ReadFiles(session, exhibit));
  InspectFiles(request, intake.files);
  UniteTranscripts(session, intake);
  TakeSidecars(session, intake);
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const model::LockedExhibit* locked = session.lock.Find(exhibits[i].id.value);
    resolve::ExhibitPages& pages = intake.pages[exhibits[i].id.value];
    for (std::size_t j = 0; j < intake.files[i].size(); ++j) {
      const ExhibitFile& file = intake.files[i][j];
      const model::Text& path = exhibits[i].files[j].file;
      resolve::PartPages& part = pages.parts.emplace_back(PagesOf(file));
      if (!file.present) continue;
      ReportFile(exhibits[i], path, file, session.sink);
      if (locked != nullptr && !MatchesLock(*locked, file)) part.state = resolve::ExhibitState::kRejected;
      if (!session.lock.exhibits.empty() && !IsLocked(locked, file)) {
        session.sink.Report({.kind = Kind::kExhibitNotLocked,
                             .args = {Id("exhibit " + exhibits[i].id.value)},
                             .place = path.span,
                             .exhibits = {exhibits[i].id.value},
                             .hint = "`dossier lock` pins it"});
      }
    }
  }
  ReportAttachments(exhibits, intake, session.sink);
  AddMadePages(session, intake);
  AddOwnNumbers(*session.loaded, intake);
  return intake;
}

}  // namespace dossier::driver
