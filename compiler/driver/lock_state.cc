// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/lock_state.h"

#include <algorithm>

#include "compiler/load/lock.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using diagnostics::Place;

/// A file of an exhibit as it is now.
struct FileNow {
  std::string name;  // "exhibit e14", "the original of exhibit e14"
  std::string path;
  Place place;
  Digest sha256;
};

std::vector<FileNow> FilesOf(const model::Exhibit& exhibit, const std::vector<ExhibitFile>& files) {
  std::vector<FileNow> now;
  for (std::size_t j = 0; j < files.size(); ++j) {
    if (!files[j].present) continue;
    now.push_back({.name = "exhibit " + exhibit.id.value,
                   .path = files[j].path,
                   .place = exhibit.files[j].file.span,
                   .sha256 = files[j].inspection.sha256});
    if (!files[j].transcript || !files[j].transcript->unread.empty()) continue;
    now.push_back({.name = "the transcript of exhibit " + exhibit.id.value,
                   .path = files[j].transcript->path,
                   .place = exhibit.files[j].transcript.span,
                   .sha256 = files[j].transcript->inspection.sha256});
  }
  return now;
}

std::vector<FileNow> FilesBeside(const model::Exhibit& exhibit, const std::vector<CompanionFile>& files) {
  std::vector<FileNow> now;
  for (const CompanionFile& file : files) {
    if (!file.present) continue;
    now.push_back({.name = file.NameFor(exhibit), .path = file.path.value, .place = file.Place(), .sha256 = file.sha256});
  }
  return now;
}

enum class Match { kSame, kNew, kChanged };

/// True when what was locked here is still there under some path.
bool StillThere(const model::LockedFile& locked, const std::vector<FileNow>& files) {
  return std::any_of(files.begin(), files.end(), [&](const FileNow& file) {
    return file.path == locked.path || file.sha256 == locked.sha256;
  });
}

Match Compare(const FileNow& file, const std::vector<model::LockedFile>& locked, const std::vector<FileNow>& files) {
  const auto entry = std::find_if(locked.begin(), locked.end(),
                                  [&](const model::LockedFile& at) { return at.path == file.path; });
  if (entry != locked.end()) return entry->sha256 == file.sha256 ? Match::kSame : Match::kChanged;
  const auto moved = std::find_if(locked.begin(), locked.end(),
                                  [&](const model::LockedFile& at) { return at.sha256 == file.sha256; });
  if (moved != locked.end()) return Match::kNew;
  const bool replaces = std::any_of(locked.begin(), locked.end(),
                                    [&](const model::LockedFile& at) { return !StillThere(at, files); });
  return replaces ? Match::kChanged : Match::kNew;
}

/// D0705 for what lies beside an exhibit; those of exhibits themselves are told by `TakeIn`.
void ReportNew(const model::Exhibit& exhibit, const FileNow& file, diagnostics::Sink& sink) {
  sink.Report({.kind = Kind::kExhibitNotLocked,
               .args = {Id(file.name)},
               .place = file.place,
               .exhibits = {exhibit.id.value},
               .hint = "`dossier lock` pins it"});
}

void AddChanged(const model::Exhibit& exhibit, const std::vector<FileNow>& files,
                const std::vector<model::LockedFile>& locked, std::vector<ChangedFile>& changed) {
  for (const FileNow& file : files) {
    if (Compare(file, locked, files) != Match::kChanged) continue;
    changed.push_back({.exhibit = &exhibit, .name = file.name, .place = file.place});
  }
}

void ReportNewBeside(Session& session, const Provenance& provenance) {
  if (session.lock.exhibits.empty()) return;
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const model::LockedExhibit* locked = session.lock.Find(exhibits[i].id.value);
    const std::vector<model::LockedFile> none;
    const std::vector<model::LockedFile>& known = locked == nullptr ? none : locked->companions;
    const std::vector<FileNow> files = FilesBeside(exhibits[i], provenance.companions[i]);
    for (const FileNow& file : files) {
      if (Compare(file, known, files) == Match::kNew) ReportNew(exhibits[i], file, session.sink);
    }
  }
}

/// True when a file stands here under a path that the lock does not know, with other content.
bool WasReplaced(const std::vector<model::LockedFile>& locked, const std::vector<FileNow>& files) {
  return std::any_of(files.begin(), files.end(), [&](const FileNow& file) {
    return Compare(file, locked, files) == Match::kChanged &&
           std::none_of(locked.begin(), locked.end(), [&](const model::LockedFile& at) { return at.path == file.path; });
  });
}

/// D0710 for what was locked of an exhibit and is gone from the case. A registered file that is not
/// there (D0701) and one that another took the place of (D0702) are told already.
void ReportGone(const model::Exhibit& exhibit, const std::vector<model::LockedFile>& locked,
                const std::vector<FileNow>& files, diagnostics::Sink& sink) {
  if (WasReplaced(locked, files)) return;
  for (const model::LockedFile& entry : locked) {
    const bool registered =
        std::any_of(exhibit.files.begin(), exhibit.files.end(),
                    [&](const model::ExhibitPart& part) { return part.file.value == entry.path; }) ||
        (exhibit.original && exhibit.original->file.value == entry.path);
    if (registered || StillThere(entry, files)) continue;
    sink.Report({.kind = Kind::kLockOutOfDate,
                 .args = {Id("a file of exhibit " + exhibit.id.value)},
                 .place = Place::InFile(std::string(load::kLockPath)),
                 .exhibits = {exhibit.id.value},
                 .hint = {"bring {0} back, or let `dossier lock` forget it", {entry.path}}});
  }
}

void ReportGoneFiles(Session& session, const Intake& intake, const Provenance& provenance) {
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const model::LockedExhibit* locked = session.lock.Find(exhibits[i].id.value);
    if (locked == nullptr) continue;
    ReportGone(exhibits[i], locked->files, FilesOf(exhibits[i], intake.files[i]), session.sink);
    ReportGone(exhibits[i], locked->companions, FilesBeside(exhibits[i], provenance.companions[i]), session.sink);
  }
}

}  // namespace

std::vector<ChangedFile> ChangedFiles(const model::Case& loaded, const model::Lock& lock, const Intake& intake,
                                      const Provenance& provenance) {
  std::vector<ChangedFile> changed;
  for (std::size_t i = 0; i < loaded.exhibits.size(); ++i) {
    const model::Exhibit& exhibit = loaded.exhibits[i];
    const model::LockedExhibit* locked = lock.Find(exhibit.id.value);
    if (locked == nullptr) continue;
    AddChanged(exhibit, FilesOf(exhibit, intake.files[i]), locked->files, changed);
    AddChanged(exhibit, FilesBeside(exhibit, provenance.companions[i]), locked->companions, changed);
  }
  return changed;
}

void ReportChanged(const ChangedFile& file, const resolve::ResolvedCase& resolved, diagnostics::Sink& sink) {
  const std::string& id = file.exhibit->id.value;
  Finding finding{.kind = Kind::kExhibitChanged, .place = file.place, .exhibits = {id}};
  for (const resolve::BoundCitation& citation : resolved.citations) {
    if (citation.exhibit == id) finding.related.push_back({"cited here", citation.source.span});
  }
  finding.args = {Id(file.name), Number(static_cast<long long>(finding.related.size()))};
  finding.hint = diagnostics::Text("put the locked file back, or look at every citation and run `dossier lock --accept {0}`",
                                   {Id(id)});
  sink.Report(std::move(finding));
}

void ReportLockState(Session& session, const Intake& intake, const Provenance& provenance,
                     const resolve::ResolvedCase& resolved) {
  const Place lock_file = Place::InFile(std::string(load::kLockPath));
  for (const ChangedFile& file : ChangedFiles(*session.loaded, session.lock, intake, provenance)) {
    ReportChanged(file, resolved, session.sink);
  }
  ReportNewBeside(session, provenance);
  ReportGoneFiles(session, intake, provenance);
  for (const model::LockedExhibit& locked : session.lock.exhibits) {
    if (session.loaded->FindExhibit(locked.id) != nullptr) continue;
    session.sink.Report({.kind = Kind::kLockOutOfDate,
                         .args = {Id("exhibit " + locked.id)},
                         .place = lock_file,
                         .hint = "`dossier lock` writes it anew"});
  }
}

}  // namespace dossier::driver
