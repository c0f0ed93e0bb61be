// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/locking.h"

#include <unistd.h>

#include <algorithm>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/lock_state.h"
#include "compiler/driver/made_pages.h"
#include "compiler/driver/provenance.h"
#include "compiler/driver/showing.h"
#include "compiler/driver/surroundings.h"
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
                 const std::vector<CompanionFile>& companions, const resolve::ExhibitPages& pages, NewLock& out) {
  model::LockedExhibit locked{.id = exhibit.id.value, .label = label, .files = {}, .companions = {}, .derived = {}, .readings = {}};
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
  // Behind the parts, so that these keep their places.
  for (const ExhibitFile& file : files) {
    if (!file.transcript) continue;
    complete = complete && file.transcript->unread.empty();
    locked.files.push_back({.path = file.transcript->path, .sha256 = file.transcript->inspection.sha256});
    locked.derived.emplace_back();
    locked.readings.emplace_back();
  }
  for (const CompanionFile& file : companions) {
    // A proof that is not there is a finding and no reason to leave the exhibit unpinned.
    if (file.present) locked.companions.push_back({.path = file.path.value, .sha256 = file.sha256});
    if (!file.present && file.proof == nullptr) complete = false;
  }
  out.lock.exhibits.push_back(std::move(locked));
  return complete;
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

/// The first word that is no exhibit; empty when all are.
std::string UnknownAmong(const std::vector<std::string>& ids, const model::Case& loaded) {
  for (const std::string& id : ids) {
    if (loaded.FindExhibit(id) == nullptr) return id;
  }
  return {};
}

struct Changes {
  std::vector<std::string> accepted;  // ids of exhibits that are pinned anew
  bool refused = false;               // one changed that nobody accepted
};

/// Compares with the lock that is there. A change that `--accept` names is no finding any more; one
/// change that it does not name leaves everything as it is, and all of them are reported.
Changes FindChanges(Session& session, const Request& request, const model::Lock& before, const Intake& intake,
                    const Provenance& provenance, const resolve::ResolvedCase& resolved) {
  Changes changes;
  for (const ChangedFile& file : ChangedFiles(*session.loaded, before, intake, provenance)) {
    const std::string& id = file.exhibit->id.value;
    if (std::find(request.accept.begin(), request.accept.end(), id) == request.accept.end()) {
      ReportChanged(file, resolved, session.sink);
      changes.refused = true;
    } else if (changes.accepted.empty() || changes.accepted.back() != id) {
      changes.accepted.push_back(id);
    }
  }
  return changes;
}

std::string Summary(const NewLock& made, const Changes& changes) {
  std::string text = "locked " + std::to_string(made.lock.exhibits.size()) + " exhibits, made pages for " +
                     std::to_string(made.derived.size()) + "\n";
  if (changes.accepted.empty()) return text;
  text += "pinned anew:";
  for (const std::string& id : changes.accepted) text += " " + id;
  return text + "\n";
}

}  // namespace

ExitCode LockCommand(const Request& request) {
  Session session = OpenSession(request);
  if (!session.loaded) return ShowFindings(session, request, ExitCode::kNotLoaded);
  if (const std::string unknown = UnknownAmong(request.accept, *session.loaded); !unknown.empty()) {
    return Refuse(ExitCode::kUsage, "--accept names \"" + unknown + "\", which is no exhibit of this case");
  }
  const model::Lock before = std::exchange(session.lock, {});  // the new lock starts from the files alone
  Intake intake = TakeIn(session, request);
  const Provenance provenance = ReadCompanions(session);
  const resolve::ResolvedCase resolved = resolve::Resolve(*session.loaded, intake.pages, &before, session.sink);
  NewLock made;
  bool complete = true;
  for (std::size_t i = 0; i < session.loaded->exhibits.size(); ++i) {
    const model::Exhibit& exhibit = session.loaded->exhibits[i];
    complete = LockExhibit(exhibit, resolved.exhibits[i].label, intake.files[i], provenance.companions[i],
                           intake.pages[exhibit.id.value], made) && complete;
  }
  const Changes changes = FindChanges(session, request, before, intake, provenance, resolved);
  if (!complete || changes.refused) return ShowFindings(session, request, ExitCode::kFindings);
  made.lock.around = SurroundingsOf(session);
  session.lock = before;
  if (const Result<Done> written = WriteLock(session, made); !written) {
    return Refuse(ExitCode::kOutputFailed, written.failure().reason);
  }
  RemoveLeftovers(session, made);
  // What was asked for is done; whether the exhibits will do is what `check` answers.
  const ExitCode end = HasExhibitErrors(session) ? ShowFindings(session, request, ExitCode::kClean) : ExitCode::kClean;
  if (request.quiet) return end;
  return Worse(end, ShowResult(Summary(made, changes), ""));
}

}  // namespace dossier::driver
