// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/ocr_sidecars.h"

#include <algorithm>

#include "compiler/crypto/sha256.h"
#include "compiler/inspect/trust.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using inspect::PageOrigin;

constexpr std::uint64_t kMostSidecarBytes = std::uint64_t{128} << 20;

/// What is not used is an input all the same.
void Reject(Session& session, const std::string& path) {
  for (model::Input& input : session.inputs) {
    if (input.path == path) input.status = model::InputStatus::kRejected;
  }
}

void ReportUnused(Session& session, const model::Exhibit& exhibit, const std::string& path, const std::string& reason) {
  session.sink.Report({.kind = Kind::kOcrSidecarUnused,
                       .args = {Id(exhibit.id.value), reason},
                       .place = diagnostics::Place::InFile(path),
                       .exhibits = {exhibit.id.value},
                       .hint = "`dossier ocr` reads the pages again"});
  Reject(session, path);
}

/// False after D0747: the lock pins this file, and not this sidecar.
bool MatchesLock(Session& session, const model::Exhibit& exhibit, const ExhibitFile& file, const std::string& path,
                 const Digest& sha256) {
  const model::LockedExhibit* locked = session.lock.Find(exhibit.id.value);
  if (locked == nullptr) return true;
  for (std::size_t i = 0; i < locked->files.size() && i < locked->readings.size(); ++i) {
    if (locked->files[i].path != file.path) continue;
    if (locked->readings[i].path == path && locked->readings[i].sha256 == sha256) return true;
    session.sink.Report({.kind = Kind::kOcrSidecarNotLocked,
                         .args = {Id(exhibit.id.value)},
                         .place = diagnostics::Place::InFile(path),
                         .exhibits = {exhibit.id.value},
                         .hint = "look at the pages that were read, then `dossier lock`"});
    Reject(session, path);
    return false;
  }
  return true;
}

/// Words for the pages that have none; which pages those are.
std::vector<int> Fill(const reading::Sidecar& sidecar, inspect::ExhibitFacts& facts, std::vector<PageOrigin>& origins) {
  std::vector<int> filled;
  for (const reading::Page& page : sidecar.pages) {
    if (page.number < 1 || page.number > facts.pages) continue;
    const auto at = static_cast<std::size_t>(page.number - 1);
    if (!facts.page_text[at].empty()) continue;
    facts.page_text[at] = TextOf(page);
    origins[at] = PageOrigin::kOcr;
    if (!page.lines.empty()) filled.push_back(page.number);
  }
  return filled;
}

}  // namespace

std::string PageRanges(const std::vector<int>& pages) {
  std::string text;
  for (std::size_t i = 0; i < pages.size();) {
    std::size_t last = i;
    while (last + 1 < pages.size() && pages[last + 1] == pages[last] + 1) ++last;
    text += (text.empty() ? "" : ", ") + std::to_string(pages[i]);
    if (last > i) text += "-" + std::to_string(pages[last]);
    i = last + 1;
  }
  return text;
}

std::optional<Result<reading::Sidecar>> SidecarOf(const Session& session, const model::Exhibit& exhibit,
                                                  std::size_t part) {
  const io::ReadResult read = session.files->Read(model::SidecarPath(exhibit, part), kMostSidecarBytes);
  if (read) return reading::ReadSidecar(read.value());
  if (read.error().kind == io::ReadErrorKind::kMissing) return std::nullopt;
  return Result<reading::Sidecar>(Failure{read.error().reason});
}

void TakeSidecar(Session& session, const model::Exhibit& exhibit, std::size_t part, ExhibitFile& file) {
  if (!file.inspection.facts || !inspect::IsPaged(file.inspection.media)) return;
  inspect::ExhibitFacts& facts = *file.inspection.facts;
  const auto pages = static_cast<std::size_t>(facts.pages);
  file.origins = inspect::OriginsOf(facts);
  const std::string path = model::SidecarPath(exhibit, part);
  const io::ReadResult read = session.files->Read(path, kMostSidecarBytes);
  if (!read) {
    if (read.error().kind != io::ReadErrorKind::kMissing) ReportUnused(session, exhibit, path, read.error().reason);
    return;
  }
  const Digest sha256 = crypto::Sha256(read.value());
  const Result<reading::Sidecar> sidecar = reading::ReadSidecar(read.value());
  if (!sidecar) return ReportUnused(session, exhibit, path, sidecar.failure().reason);
  if (sidecar->sha256 != file.inspection.sha256) {
    return ReportUnused(session, exhibit, path, "it was read of another file than the one that is there");
  }
  if (!MatchesLock(session, exhibit, file, path, sha256)) return;
  file.sidecar = model::LockedReading{.path = path, .sha256 = sha256};
  facts.page_text.resize(pages);
  const std::vector<int> filled = Fill(*sidecar, facts, file.origins);
  if (filled.empty()) return;
  session.sink.Report({.kind = Kind::kOcrPagesUsed,
                       .args = {Id(PageRanges(filled)), Id(exhibit.id.value)},
                       .place = exhibit.files[part].file.span,
                       .exhibits = {exhibit.id.value},
                       .hint = "compare what is quoted from them with the pages themselves"});
}

void TakeSidecars(Session& session, Intake& intake) {
  for (std::size_t i = 0; i < intake.files.size(); ++i) {
    const model::Exhibit& exhibit = session.loaded->exhibits[i];
    for (std::size_t part = 0; part < intake.files[i].size(); ++part) {
      TakeSidecar(session, exhibit, part, intake.files[i][part]);
    }
  }
}

}  // namespace dossier::driver
