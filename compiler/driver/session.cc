// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/session.h"

#include "compiler/driver/locate.h"
#include "compiler/load/load_case.h"
#include "compiler/load/load_pack.h"
#include "compiler/load/lock.h"
#include "compiler/rulebook/tailor.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Kind;
using diagnostics::Place;

/// What is said when nothing of the case could be opened; the reason is the hint's business.
void ReportNoCase(Session& session, const std::string& reason) {
  session.sink.Report({.kind = Kind::kCaseFileMissing,
                       .place = Place::InFile("dossier.yaml"),
                       .hint = diagnostics::Text("{0}; `dossier init DIR` makes a case", {reason})});
}

bool LoadPacks(Session& session) {
  const Result<io::CaseFolder> rules = io::CaseFolder::Open(session.data + "/rules");
  if (!rules) return session.loaded->header.rules.empty();
  std::optional<std::vector<model::RulePack>> packs =
      load::LoadPacks(*rules, session.loaded->header.rules, session.sources, session.sink);
  if (!packs) return false;
  session.packs = std::move(*packs);
  rulebook::Tailor(session.packs, session.sink);
  return true;
}

}  // namespace

Session OpenSession(const Request& request) {
  Session session;
  const Result<std::string> folder = FindCase(request.arguments.empty() ? "" : request.arguments.front());
  if (!folder) {
    ReportNoCase(session, folder.failure().reason);
    return session;
  }
  session.folder = *folder;
  Result<io::CaseFolder> files = io::CaseFolder::Open(session.folder);
  const Result<std::string> data = FindData();
  if (!files || !data) {
    ReportNoCase(session, !files ? files.failure().reason : data.failure().reason);
    return session;
  }
  session.data = *data;
  session.files = std::make_unique<io::CaseFolder>(std::move(files).value());
  std::optional<model::Lock> lock = load::LoadLock(*session.files, session.sources, session.sink);
  session.loaded = load::LoadCase(*session.files, session.sources, session.sink,
                                  {.lock = lock ? &*lock : nullptr, .inputs = &session.inputs});
  if (!session.loaded) return session;
  if (!LoadPacks(session) || !lock) session.loaded.reset();
  if (lock) session.lock = std::move(*lock);
  return session;
}

}  // namespace dossier::driver
