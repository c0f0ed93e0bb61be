// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/provenance.h"

#include <utility>

#include "compiler/check/custody.h"
#include "compiler/crypto/sha256.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/proof_findings.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

constexpr std::uint64_t kMostOriginalBytes = std::uint64_t{512} << 20;
/// More than any reader takes, so that a file too long is told so and not cut.
constexpr std::uint64_t kMostProofBytes = std::uint64_t{1} << 20;

void ReportUnreadOriginal(const model::Exhibit& exhibit, const model::Text& path, const io::ReadError& error,
                          diagnostics::Sink& sink) {
  Finding finding{.kind = Kind::kExhibitUnreadable, .place = path.span, .exhibits = {exhibit.id.value}};
  finding.args = {Id(exhibit.id.value), "its original: " + error.reason};
  if (error.kind == io::ReadErrorKind::kMissing) {
    finding.kind = Kind::kExhibitMissing;
    finding.args = {Id(exhibit.id.value)};
    finding.hint = diagnostics::Text("put the original at {0}, or say with `held_by:` who keeps it", {path.value});
  } else if (error.kind == io::ReadErrorKind::kEscapes) {
    finding.kind = Kind::kNotARegularFile;
    finding.args = {Id(error.reason)};
    finding.hint = "put a copy of the file in its place";
  } else if (error.kind == io::ReadErrorKind::kNotRegular) {
    finding.kind = Kind::kNotARegularFile;
    finding.args = {"an original is one file, not a folder, a link or a device"};
  }
  sink.Report(std::move(finding));
}

void ReportUnreadProof(const model::Exhibit& exhibit, const model::Text& path, const io::ReadError& error,
                       diagnostics::Sink& sink) {
  const bool missing = error.kind == io::ReadErrorKind::kMissing;
  sink.Report({.kind = Kind::kProofUnreadable,
               .args = {Id(exhibit.id.value), missing ? std::string("it is not there") : error.reason},
               .place = path.span,
               .exhibits = {exhibit.id.value},
               .hint = missing ? "correct the path, or take the proof out of the register"
                               : "put the proof there as a file of its own"});
}

CompanionFile ReadCompanion(Session& session, const model::Exhibit& exhibit, const model::Text& path,
                            const model::TimeProof* proof) {
  CompanionFile file{.proof = proof, .path = path, .bytes = {}, .sha256 = {}};
  io::ReadResult read = session.files->Read(path.value, proof == nullptr ? kMostOriginalBytes : kMostProofBytes);
  file.present = read.ok();
  if (read) {
    file.bytes = std::move(read).value();
    file.sha256 = crypto::Sha256(file.bytes);
  } else if (proof == nullptr) {
    ReportUnreadOriginal(exhibit, path, read.error(), session.sink);
  } else {
    ReportUnreadProof(exhibit, path, read.error(), session.sink);
  }
  return file;
}

/// The file of the exhibit that a proof was made for; null when it is none of them.
const std::string* FileThatFits(const proofs::Proof& proof, const CompanionFile& file,
                                const std::vector<ExhibitFile>& files, const std::vector<CompanionFile>& companions) {
  const auto fits = [&](const std::string& path, ByteView bytes) {
    if (!file.proof->of.empty() && file.proof->of != path) return false;
    return crypto::Hash(proof.hash, bytes) == proof.imprint;
  };
  for (const ExhibitFile& one : files) {
    if (one.present && fits(one.path, one.bytes)) return &one.path;
  }
  for (const CompanionFile& one : companions) {
    if (one.present && one.proof == nullptr && fits(one.path.value, one.bytes)) return &one.path.value;
  }
  return nullptr;
}

/// False when a file that the proof may be of is not there: then nothing can be said.
bool CanCompare(const CompanionFile& file, const std::vector<ExhibitFile>& files,
                const std::vector<CompanionFile>& companions) {
  const auto wanted = [&](const std::string& path) { return file.proof->of.empty() || file.proof->of == path; };
  for (const ExhibitFile& one : files) {
    if (wanted(one.path) && !one.present) return false;
  }
  for (const CompanionFile& one : companions) {
    if (one.proof == nullptr && wanted(one.path.value) && !one.present) return false;
  }
  return true;
}

/// One proof with the exhibit it belongs to.
struct Question {
  std::size_t exhibit = 0;
  const CompanionFile* file = nullptr;
};

std::vector<Question> QuestionsOf(const Provenance& provenance) {
  std::vector<Question> questions;
  for (std::size_t i = 0; i < provenance.companions.size(); ++i) {
    for (const CompanionFile& file : provenance.companions[i]) {
      if (file.proof != nullptr && file.present) questions.push_back({.exhibit = i, .file = &file});
    }
  }
  return questions;
}

}  // namespace

std::string CompanionFile::NameFor(const model::Exhibit& exhibit) const {
  return (proof == nullptr ? "the original of exhibit " : "a proof of time of exhibit ") + exhibit.id.value;
}

diagnostics::Place CompanionFile::Place() const {
  return proof == nullptr ? diagnostics::Place(path.span) : diagnostics::Place::InFile(path.value);
}

Provenance ReadCompanions(Session& session) {
  Provenance provenance;
  for (const model::Exhibit& exhibit : session.loaded->exhibits) {
    std::vector<CompanionFile>& files = provenance.companions.emplace_back();
    if (exhibit.original && !exhibit.original->file.value.empty()) {
      files.push_back(ReadCompanion(session, exhibit, exhibit.original->file, nullptr));
      if (files.back().present) provenance.shown[exhibit.id.value].original = files.back().sha256;
    }
    for (const model::TimeProof& proof : exhibit.proofs) {
      files.push_back(ReadCompanion(session, exhibit, proof.file, &proof));
    }
  }
  return provenance;
}

void JudgeProofs(Session& session, const Request& request, const Intake& intake, Provenance& provenance) {
  const std::vector<Question> questions = QuestionsOf(provenance);
  if (questions.empty()) return;
  std::vector<ByteView> files;
  for (const Question& question : questions) files.push_back(question.file->bytes);
  cache::Store store = cache::Store::Open(CacheFolder());
  const std::vector<proofs::Reading> readings =
      proofs::ReadAll(files, {.worker_program = Beside("dossier-worker"),
                              .cache = &store,
                              .jobs = request.jobs,
                              .limits = request.limits});
  for (std::size_t i = 0; i < questions.size(); ++i) {
    const CompanionFile& file = *questions[i].file;
    const std::size_t index = questions[i].exhibit;
    const model::Exhibit& exhibit = session.loaded->exhibits[index];
    const std::vector<CompanionFile>& beside = provenance.companions[index];
    ProofVerdict verdict;
    verdict.exhibit = &exhibit;
    verdict.path = &file.path;
    verdict.reading = &readings[i];
    if (readings[i].proof) {
      verdict.fits = FileThatFits(*readings[i].proof, file, intake.files[index], beside);
      verdict.comparable = verdict.fits != nullptr || CanCompare(file, intake.files[index], beside);
    }
    verdict.filing = check::FilingOf(*session.loaded, exhibit, request.as_of);
    ReportProof(verdict, session.sink);
    if (Holds(verdict)) provenance.shown[exhibit.id.value].proofs.push_back(Shown(*readings[i].proof));
  }
}

}  // namespace dossier::driver
