// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/locking.h"

#include <unistd.h>

#include <algorithm>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/document_files.h"
#include "compiler/driver/made_pages.h"
#include "compiler/driver/showing.h"
#include "compiler/fonts/pinned.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"
#include "compiler/load/lock.h"
#include "compiler/report/text_report.h"
#include "compiler/resolve/resolve.h"

namespace dossier::driver {
namespace {

constexpr std::string_view kDerivedFolder = "derived";

/// The lock as it will be written, with the pages that go beside it.
struct NewLock {
  model::Lock lock;
  std::vector<std::pair<std::string, Bytes>> derived;  // name inside derived/
};

std::string DerivedName(const model::Exhibit& exhibit, std::size_t part) {
  return exhibit.id.value + (exhibit.files.size() > 1 ? "-" + std::to_string(part + 1) : "") + ".pdf";
}

/// Pins one exhibit; false when one of its files could not be pinned.
bool LockExhibit(const model::Exhibit& exhibit, const std::string& label, std::vector<ExhibitFile>& files,
                 const resolve::ExhibitPages& pages, NewLock& out) {
  model::LockedExhibit locked{.id = exhibit.id.value, .label = label, .files = {}, .derived = {}, .readings = {}};
  bool complete = true;
  for (std::size_t j = 0; j < files.size(); ++j) {
    ExhibitFile& file = files[j];
    // A file that cannot be read is pinned all the same: it is what was received.
    const bool wants_pages = file.inspection.facts && convert::NeedsConversion(file.inspection.media);
    if (!file.present || (wants_pages && file.made_pages.empty())) {
      complete = false;
      continue;
    }
    locked.files.push_back({.path = file.path, .sha256 = file.inspection.sha256});
    locked.readings.push_back(file.sidecar.value_or(model::LockedReading()));
    model::LockedPages& derived = locked.derived.emplace_back();
    if (!wants_pages) continue;
    const std::string name = DerivedName(exhibit, j);
    derived = {.path = std::string(kDerivedFolder) + "/" + name,
               .sha256 = crypto::Sha256(file.made_pages),
               .pages = pages.parts[j].pages,
               .paragraph_pages = pages.parts[j].paragraph_pages};
    out.derived.emplace_back(name, std::move(file.made_pages));
  }
  out.lock.exhibits.push_back(std::move(locked));
  return complete;
}

void LockSurroundings(const Session& session, NewLock& out) {
  for (const model::RulePack& pack : session.packs) out.lock.packs.emplace_back(pack.id, pack.sha256);
  if (const auto digest = TemplateDigest(session)) {
    out.lock.templates.emplace_back(session.loaded->header.template_name.value, *digest);
  }
  for (const fonts::PinnedFace& face : fonts::PinnedFaces()) {
    if (const auto digest = Digest::FromHex(face.sha256)) out.lock.fonts.emplace_back(std::string(face.name), *digest);
  }
}

/// The pages first, then the lock that names them: a run that dies between the two leaves a lock
/// whose pages do not match, which is a finding, never a wrong page.
Result<Done> WriteLock(const Session& session, const NewLock& made) {
  if (!made.derived.empty()) {
    Result<io::OutputFolder> derived = io::OutputFolder::OpenInside(session.folder, std::string(kDerivedFolder));
    if (!derived) return derived.failure();
    std::vector<io::OutputFile> files;
    for (const auto& [name, bytes] : made.derived) files.push_back({.name = name, .bytes = bytes});
    if (const Result<Done> written = derived->WriteAll(files); !written) return written.failure();
  }
  Result<io::OutputFolder> folder = io::OutputFolder::Open(session.folder);
  if (!folder) return folder.failure();
  const std::string text = load::PrintLock(made.lock);
  return folder->WriteAll({{.name = std::string(load::kLockPath), .bytes = text}});
}

/// Pages of an earlier lock that this one does not name.
void RemoveLeftovers(const Session& session, const NewLock& made) {
  std::vector<std::string> leftovers;
  for (const model::LockedExhibit& exhibit : session.lock.exhibits) {
    for (const model::LockedPages& pages : exhibit.derived) {
      if (pages.path.find('/') != kDerivedFolder.size() || pages.path.rfind('/') != kDerivedFolder.size()) continue;
      const std::string name = pages.path.substr(kDerivedFolder.size() + 1);
      const bool kept = std::any_of(made.derived.begin(), made.derived.end(),
                                    [&](const auto& entry) { return entry.first == name; });
      if (pages.path.starts_with(kDerivedFolder) && !kept) leftovers.push_back(name);
    }
  }
  if (leftovers.empty()) return;
  if (Result<io::OutputFolder> derived = io::OutputFolder::OpenInside(session.folder, std::string(kDerivedFolder))) {
    (void)derived->Remove(leftovers);  // a file that stays is reported as unused by the next check
  }
}

ExitCode ShowFindings(const Session& session, const Request& request, ExitCode code) {
  const report::TextStyle style{.color = UseColor(request, STDERR_FILENO)};
  if (!io::WriteStderr(report::FindingsAsText(session.sink.findings(), session.sources, style))) {
    return ExitCode::kOutputFailed;
  }
  return code;
}

bool HasExhibitErrors(const Session& session) {
  const std::vector<diagnostics::Finding>& findings = session.sink.findings();
  return std::any_of(findings.begin(), findings.end(), [](const diagnostics::Finding& finding) {
    return Describe(finding.kind).code.starts_with("D07") && finding.EffectiveLevel() == diagnostics::Level::kError;
  });
}

}  // namespace

ExitCode LockCommand(const Request& request) {
  Session session = OpenSession(request);
  if (!session.loaded) return ShowFindings(session, request, ExitCode::kNotLoaded);
  const model::Lock before = std::exchange(session.lock, {});  // the new lock starts from the files alone
  Intake intake = TakeIn(session, request);
  const resolve::ResolvedCase resolved = resolve::Resolve(*session.loaded, intake.pages, &before, session.sink);
  NewLock made;
  bool complete = true;
  for (std::size_t i = 0; i < session.loaded->exhibits.size(); ++i) {
    const model::Exhibit& exhibit = session.loaded->exhibits[i];
    complete = LockExhibit(exhibit, resolved.exhibits[i].label, intake.files[i], intake.pages[exhibit.id.value], made) && complete;
  }
  if (!complete) return ShowFindings(session, request, ExitCode::kFindings);
  LockSurroundings(session, made);
  session.lock = before;
  if (const Result<Done> written = WriteLock(session, made); !written) {
    return Refuse(ExitCode::kOutputFailed, written.failure().reason);
  }
  RemoveLeftovers(session, made);
  // What was asked for is done; whether the exhibits will do is what `check` answers.
  const ExitCode end = HasExhibitErrors(session) ? ShowFindings(session, request, ExitCode::kClean) : ExitCode::kClean;
  if (request.quiet) return end;
  return Worse(end, ShowResult("locked " + std::to_string(made.lock.exhibits.size()) + " exhibits, made pages for " +
                                   std::to_string(made.derived.size()) + "\n", ""));
}

}  // namespace dossier::driver
