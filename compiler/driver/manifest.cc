// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/manifest.h"

#include <algorithm>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/surroundings.h"
#include "compiler/evaluate/dates.h"
#include "compiler/json/strip.h"
#include "compiler/worker/run.h"

namespace dossier::driver {
namespace {

constexpr std::string_view kOpenWorkers = "read-without-a-sandbox";

}  // namespace

std::string ManifestId(const std::string& exhibit, std::size_t part) {
  return part == 0 ? exhibit : exhibit + "@" + std::to_string(part + 1);
}

std::string TranscriptManifestId(const std::string& exhibit, std::size_t part) {
  return ManifestId(exhibit, part) + "@transcript";
}

std::string CompanionId(const model::Exhibit& exhibit, std::string_view path) {
  if (exhibit.original && exhibit.original->file.value == path) return exhibit.id.value + "@original";
  const auto proof = std::find_if(exhibit.proofs.begin(), exhibit.proofs.end(),
                                  [&](const model::TimeProof& at) { return at.file.value == path; });
  return exhibit.id.value + "@proof" + std::to_string(proof - exhibit.proofs.begin() + 1);
}

Result<Digest> ReportDigest(std::string_view report) {
  const Result<std::string> content = json::WithoutMember(report, "environment");
  if (!content) return content.failure();
  return crypto::Sha256(*content);
}

std::vector<assemble::ManifestEntry> ManifestOf(const CheckedCase& checked, const std::string& report) {
  std::vector<assemble::ManifestEntry> manifest;
  const Session& session = *checked.session;
  for (std::size_t i = 0; i < session.loaded->exhibits.size(); ++i) {
    for (std::size_t j = 0; j < checked.intake.files[i].size(); ++j) {
      const ExhibitFile& file = checked.intake.files[i][j];
      if (!file.present) continue;
      manifest.push_back({.kind = "exhibit",
                          .id = ManifestId(session.loaded->exhibits[i].id.value, j),
                          .sha256 = file.inspection.sha256});
      if (!file.transcript || !file.transcript->unread.empty()) continue;
      manifest.push_back({.kind = "exhibit",
                          .id = TranscriptManifestId(session.loaded->exhibits[i].id.value, j),
                          .sha256 = file.transcript->inspection.sha256});
    }
    for (const CompanionFile& file : checked.provenance.companions[i]) {
      if (!file.present) continue;
      manifest.push_back({.kind = "exhibit",
                          .id = CompanionId(session.loaded->exhibits[i], file.path.value),
                          .sha256 = file.sha256});
    }
  }
  const model::Surroundings around = SurroundingsOf(session);
  const auto add = [&](std::string_view kind, const model::Surroundings::Files& files) {
    for (const auto& [name, sha256] : files) manifest.push_back({std::string(kind), name, sha256});
  };
  add("pack", around.packs);
  add("template", around.templates);
  add("picture", around.pictures);
  add("font", around.fonts);
  add("dictionary", around.dictionaries);
  // Whoever reads the filing may know that its exhibits were read unprotected (guarantee G13).
  if (worker::WeakestSandbox() == worker::Sandbox::kNone && !worker::BuiltOpen()) {
    manifest.push_back({"environment", std::string(kOpenWorkers), crypto::Sha256(kOpenWorkers)});
  }
  const Result<Digest> digest = ReportDigest(report);
  DOSSIER_CHECK(digest.ok(), "our own report is valid JSON");
  manifest.push_back({"report", "check.json", *digest});
  return manifest;
}

std::string FilingDate(const model::Case& source) {
  const evaluate::NamedDates dates(source.header, "", {});
  const std::optional<Date>& filing = dates.Get("filing");
  return filing && filing->is_day() ? filing->ToString().substr(0, 10) : std::string();
}

}  // namespace dossier::driver
