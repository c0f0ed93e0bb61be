// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/ocr.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <mutex>

#include "compiler/driver/intake.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/ocr_engine.h"
#include "compiler/driver/ocr_plan.h"
#include "compiler/driver/showing.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/text_report.h"
#include "compiler/worker/parallel.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;

/// The case and the exhibits that the words of the command line mean.
struct Target {
  Request request;  // with the case as its only argument, or none
  std::vector<std::string> exhibits;
};

Target TargetOf(const Request& request) {
  Target target{.request = request, .exhibits = request.arguments};
  target.request.arguments.clear();
  if (!request.arguments.empty() && FindCase(request.arguments.front())) {
    target.request.arguments = {request.arguments.front()};
    target.exhibits.erase(target.exhibits.begin());
  }
  return target;
}

Result<reading::Page> ReadPage(const PageToRead& page, ByteView file) {
  const Bytes input = reading::Encode(reading::PageRequest{.page = page.page, .data = page.languages, .file = file});
  worker::Outcome outcome = OcrEngine::Run(reading::kPageTask, input);
  if (outcome.status != worker::Status::kAnswered) return Failure{std::move(outcome.reason)};
  auto read = reading::DecodePage(outcome.content);
  if (read && read->number != page.page) return Failure{"the reader's answer makes no sense"};
  // poppler goes on without what did not fit; the picture would silently lack it.
  if (outcome.messages.find("Out of memory") != std::string::npos) return Failure{"it needs more memory than allowed"};
  return read;
}

Result<Done> WriteSidecar(const Session& session, const reading::Sidecar& sidecar, const std::string& path) {
  const Result<io::OutputFolder> derived = io::OutputFolder::OpenInside(session.folder, "derived");
  if (!derived) return derived.failure();
  Result<io::OutputFolder> folder = io::OutputFolder::OpenInside(session.folder + "/derived", "ocr");
  if (!folder) return folder.failure();
  const std::string text = reading::PrintSidecar(sidecar);
  return folder->WriteAll({{.name = path.substr(path.rfind('/') + 1), .bytes = text}});
}

/// Reads all pages at once and writes each file when its last page is done.
class Reading {
 public:
  Reading(Session& session, const Request& request, const Intake& intake, std::vector<FileToRead>& files, const OcrEngine& engine)
      : session_(session), request_(request), intake_(intake), files_(files), engine_(engine), left_(files.size()) {
    for (std::size_t i = 0; i < files.size(); ++i) {
      left_[i] = files[i].pages.size();
      for (std::size_t j = 0; j < files[i].pages.size(); ++j) order_.emplace_back(i, j);
    }
  }

  Result<Done> Run() {
    worker::ForEach(order_.size(), request_.jobs, [&](std::size_t i) { ReadOne(order_[i].first, order_[i].second); });
    return written_;
  }

  [[nodiscard]] std::size_t pages() const { return order_.size(); }

 private:
  void ReadOne(std::size_t which, std::size_t page) {
    FileToRead& file = files_[which];
    PageToRead& target = file.pages[page];
    target.read = ReadPage(target, intake_.files[file.exhibit][file.part].bytes);
    const std::lock_guard lock(mutex_);
    Tell(file, target);
    if (--left_[which] == 0) Finish(file);
  }

  void Tell(const FileToRead& file, const PageToRead& page) {
    ++done_;
    if (request_.quiet) return;
    static_cast<void>(io::WriteStderr("exhibit " + file.kept.exhibit + ", page " + std::to_string(page.page) + ": " +
                                      (page.read ? "read" : "not read") + " (" + std::to_string(done_) + " of " +
                                      std::to_string(order_.size()) + ")\n"));
  }

  void Finish(FileToRead& file) {
    const model::Exhibit& exhibit = session_.loaded->exhibits[file.exhibit];
    reading::Sidecar& sidecar = file.kept;
    for (PageToRead& page : file.pages) {
      if (page.read) {
        sidecar.pages.push_back(std::move(page.read).value());
        continue;
      }
      session_.sink.Report({.kind = Kind::kOcrPageFailed,
                            .args = {Number(page.page), Id(exhibit.id.value), page.read.failure().reason},
                            .place = exhibit.files[file.part].file.span,
                            .exhibits = {exhibit.id.value},
                            .hint = "look at the page; scan it again when it is unclear or very large"});
    }
    if (sidecar.pages.empty()) return;
    std::sort(sidecar.pages.begin(), sidecar.pages.end(),
              [](const reading::Page& a, const reading::Page& b) { return a.number < b.number; });
    NameData(sidecar);
    const Result<Done> written = WriteSidecar(session_, sidecar, model::SidecarPath(exhibit, file.part));
    if (!written && written_) written_ = written;
  }

  /// The data that any page was read with, by name.
  void NameData(reading::Sidecar& sidecar) const {
    for (const reading::Page& page : sidecar.pages) {
      for (const std::string& name : page.languages) {
        const std::pair<std::string, Digest> entry{name, engine_.DigestOf(name)};
        if (std::find(sidecar.data.begin(), sidecar.data.end(), entry) == sidecar.data.end()) sidecar.data.push_back(entry);
      }
    }
    std::sort(sidecar.data.begin(), sidecar.data.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  Session& session_;
  const Request& request_;
  const Intake& intake_;
  std::vector<FileToRead>& files_;
  const OcrEngine& engine_;
  std::vector<std::size_t> left_;
  std::vector<std::pair<std::size_t, std::size_t>> order_;
  std::mutex mutex_;
  std::size_t done_ = 0;
  Result<Done> written_ = Done{};
};

/// What was found about exhibits; the rest of the case is not asked here.
ExitCode ShowFindings(const Session& session, const Request& request) {
  std::vector<Finding> shown;
  for (const Finding& finding : session.sink.findings()) {
    const bool of_case = finding.exhibits.empty() && session.loaded;
    // Which pages had no words, or have some now, is what the run was about.
    const bool of_pages = finding.kind == Kind::kOcrPagesUsed || finding.kind == Kind::kExhibitNoText;
    if (!of_case && !of_pages) shown.push_back(finding);
  }
  const report::TextStyle style{.color = UseColor(request, STDERR_FILENO)};
  if (!io::WriteStderr(report::FindingsAsText(shown, session.sources, style))) return ExitCode::kOutputFailed;
  const bool error = std::any_of(shown.begin(), shown.end(), [](const Finding& finding) {
    return finding.EffectiveLevel() == diagnostics::Level::kError;
  });
  return error ? ExitCode::kFindings : ExitCode::kClean;
}

}  // namespace

ExitCode OcrCommand(const Request& request) {
  const Target target = TargetOf(request);
  Session session = OpenSession(target.request);
  if (!session.loaded) return Worse(ShowFindings(session, request), ExitCode::kNotLoaded);
  for (const std::string& id : target.exhibits) {
    if (session.loaded->FindExhibit(id) == nullptr) {
      return Refuse(ExitCode::kUsage, "there is no exhibit \"" + id + "\" in the register, nor a case of that name");
    }
  }
  session.lock = {};  // what was read before is looked at whether it is locked or not
  const Intake intake = TakeIn(session, target.request);
  OcrEngine engine;
  if (!engine.problem().empty()) {
    session.sink.Report({.kind = Kind::kWorkerFailed, .args = {engine.problem()}, .exhibits = {}});
    return Worse(ShowFindings(session, request), Refuse(ExitCode::kFindings, engine.problem()));
  }
  std::vector<FileToRead> files = PlanReading(session, intake, target.exhibits, request.force, engine);
  Reading reading(session, request, intake, files, engine);
  if (const Result<Done> written = reading.Run(); !written) {
    return Refuse(ExitCode::kOutputFailed, written.failure().reason);
  }
  const ExitCode end = ShowFindings(session, request);
  if (request.quiet) return end;
  const std::string pages = std::to_string(reading.pages()) + (reading.pages() == 1 ? " page" : " pages");
  return Worse(end, ShowResult("read " + pages + " of " + std::to_string(files.size()) +
                                   (files.size() == 1 ? " file" : " files") + " by machine\n", ""));
}

}  // namespace dossier::driver
