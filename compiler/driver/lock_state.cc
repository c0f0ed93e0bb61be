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

/// One finding for a changed file, with every citation of its exhibit as a related place.
void ReportChanged(const model::Exhibit& exhibit, const model::Text& file, const resolve::ResolvedCase& resolved,
                   diagnostics::Sink& sink) {
  Finding finding{.kind = Kind::kExhibitChanged, .place = file.span, .exhibits = {exhibit.id.value}};
  for (const resolve::BoundCitation& citation : resolved.citations) {
    if (citation.exhibit == exhibit.id.value) finding.related.push_back({"cited here", citation.source.span});
  }
  finding.args = {Id(exhibit.id.value), Number(static_cast<long long>(finding.related.size()))};
  finding.hint = "put the locked file back, or look at every citation and run `dossier lock`";
  sink.Report(std::move(finding));
}

void ReportExhibits(Session& session, const Intake& intake, const resolve::ResolvedCase& resolved) {
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    const model::LockedExhibit* locked = session.lock.Find(exhibits[i].id.value);
    if (locked == nullptr) continue;
    const auto check = [&](const model::Text& path, const Digest& sha256) {
      const auto entry = std::find_if(locked->files.begin(), locked->files.end(),
                                      [&](const model::LockedFile& at) { return at.path == path.value; });
      if (entry != locked->files.end() && entry->sha256 != sha256) ReportChanged(exhibits[i], path, resolved, session.sink);
    };
    for (std::size_t j = 0; j < intake.files[i].size(); ++j) {
      const ExhibitFile& file = intake.files[i][j];
      if (file.present) check(exhibits[i].files[j].file, file.inspection.sha256);
      if (file.transcript && file.transcript->unread.empty()) {
        check(exhibits[i].files[j].transcript, file.transcript->inspection.sha256);
      }
    }
  }
}

}  // namespace

void ReportLockState(Session& session, const Intake& intake, const resolve::ResolvedCase& resolved) {
  const Place lock_file = Place::InFile(std::string(load::kLockPath));
  ReportExhibits(session, intake, resolved);
  for (const model::LockedExhibit& locked : session.lock.exhibits) {
    if (session.loaded->FindExhibit(locked.id) != nullptr) continue;
    session.sink.Report({.kind = Kind::kLockOutOfDate,
                         .args = {Id("exhibit " + locked.id)},
                         .place = lock_file,
                         .hint = "`dossier lock` writes it anew"});
  }
  for (const auto& [id, sha256] : session.lock.packs) {
    const auto pack = std::find_if(session.packs.begin(), session.packs.end(),
                                   [&](const model::RulePack& at) { return at.id == id; });
    if (pack != session.packs.end() && pack->sha256 != sha256) {
      session.sink.Report({.kind = Kind::kPackChanged,
                           .args = {Id(id)},
                           .place = lock_file,
                           .hint = "read what changed in the rules, then `dossier lock`"});
    }
  }
}

}  // namespace dossier::driver
