// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/ocr_plan.h"

#include <algorithm>
#include <set>

#include "compiler/driver/ocr_sidecars.h"

namespace dossier::driver {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

bool HasOwnWords(const ExhibitFile& file, int page) {
  const auto at = static_cast<std::size_t>(page - 1);
  const std::vector<std::string>& text = file.inspection.facts->page_text;
  return at < text.size() && !text[at].empty() && file.origins[at] != inspect::PageOrigin::kOcr;
}

void ReportMissing(Session& session, const model::Exhibit& exhibit, std::size_t part, const std::string& tag) {
  session.sink.Report({.kind = Kind::kOcrLanguageMissing,
                       .args = {Id(exhibit.id.value), Id(tag)},
                       .place = exhibit.files[part].file.span,
                       .exhibits = {exhibit.id.value},
                       .hint = diagnostics::Text("{0}", {Id(HowToRead(tag))})});
}

/// The page as an earlier run read it, when the same machine would read the same again.
const reading::Page* StillHolds(const reading::Sidecar& before, int page,
                                const std::vector<reading::LanguageData>& languages, const OcrEngine& engine) {
  if (before.program != engine.version()) return nullptr;
  const auto found = std::find_if(before.pages.begin(), before.pages.end(),
                                  [&](const reading::Page& at) { return at.number == page; });
  if (found == before.pages.end() || found->languages.size() != languages.size()) return nullptr;
  for (std::size_t i = 0; i < languages.size(); ++i) {
    const std::pair<std::string, Digest> wanted{languages[i].name, engine.DigestOf(languages[i].name)};
    const bool same = std::find(before.data.begin(), before.data.end(), wanted) != before.data.end();
    if (found->languages[i] != languages[i].name || !same) return nullptr;
  }
  return &*found;
}

FileToRead PlanFile(Session& session, std::size_t index, std::size_t part, const ExhibitFile& file, bool force,
                    OcrEngine& engine) {
  const model::Exhibit& exhibit = session.loaded->exhibits[index];
  FileToRead plan{.exhibit = index, .part = part, .kept = {}, .pages = {}};
  plan.kept.exhibit = exhibit.id.value;
  plan.kept.file = file.path;
  plan.kept.sha256 = file.inspection.sha256;
  plan.kept.program = engine.version();
  const auto before = SidecarOf(session, exhibit, part);
  const bool usable = !force && before && before->ok() && before->value().sha256 == file.inspection.sha256;
  std::set<std::string> missing;
  for (int page = 1; page <= file.inspection.facts->pages; ++page) {
    if (HasOwnWords(file, page)) continue;
    OcrEngine::Languages languages = engine.LanguagesFor(TagsOf(*session.loaded, exhibit, page));
    if (!languages.missing.empty()) {
      if (missing.insert(languages.missing).second) ReportMissing(session, exhibit, part, languages.missing);
      continue;
    }
    const reading::Page* known = usable ? StillHolds(before->value(), page, languages.data, engine) : nullptr;
    if (known != nullptr) {
      plan.kept.pages.push_back(*known);
    } else {
      plan.pages.push_back({.page = page, .languages = std::move(languages.data)});
    }
  }
  return plan;
}

}  // namespace

std::vector<FileToRead> PlanReading(Session& session, const Intake& intake, const std::vector<std::string>& exhibits,
                                    bool force, OcrEngine& engine) {
  std::vector<FileToRead> plans;
  for (std::size_t i = 0; i < intake.files.size(); ++i) {
    const std::string& id = session.loaded->exhibits[i].id.value;
    if (!exhibits.empty() && std::find(exhibits.begin(), exhibits.end(), id) == exhibits.end()) continue;
    for (std::size_t part = 0; part < intake.files[i].size(); ++part) {
      const ExhibitFile& file = intake.files[i][part];
      if (!file.inspection.facts || !inspect::IsPaged(file.inspection.media)) continue;
      FileToRead plan = PlanFile(session, i, part, file, force, engine);
      if (!plan.pages.empty()) plans.push_back(std::move(plan));
    }
  }
  return plans;
}

}  // namespace dossier::driver
