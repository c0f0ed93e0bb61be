// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/verifying.h"

#include <algorithm>
#include <filesystem>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/pdf_work.h"
#include "compiler/driver/showing.h"
#include "compiler/io/clock.h"
#include "compiler/report/verify_report.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostPdfBytes = std::uint64_t{2} << 30;
constexpr std::uint64_t kMostReportBytes = std::uint64_t{64} << 20;
constexpr std::uint64_t kMostExhibitBytes = std::uint64_t{512} << 20;

/// Digests of what the case has now, and of the report beside the file.
Result<verify::CaseDigests> DigestsOf(const Request& request) {
  Request case_request = request;
  case_request.arguments = {request.case_dir};
  const Session session = OpenSession(case_request);
  if (!session.loaded) return Failure{request.case_dir + ": the case could not be loaded; `dossier check` says why"};
  verify::CaseDigests digests;
  const auto add = [&](const std::string& id, const std::string& path) {
    const io::ReadResult read = session.files->Read(path, kMostExhibitBytes);
    digests.exhibits[id] = read ? std::optional(crypto::Sha256(read.value())) : std::nullopt;
  };
  for (const model::Exhibit& exhibit : session.loaded->exhibits) {
    for (std::size_t part = 0; part < exhibit.files.size(); ++part) {
      const model::ExhibitPart& file = exhibit.files[part];
      add(ManifestId(exhibit.id.value, part), file.file.value);
      if (!file.transcript.value.empty()) add(TranscriptManifestId(exhibit.id.value, part), file.transcript.value);
    }
    const auto add_companion = [&](const std::string& path) { add(CompanionId(exhibit, path), path); };
    if (exhibit.original && !exhibit.original->file.value.empty()) add_companion(exhibit.original->file.value);
    for (const model::TimeProof& proof : exhibit.proofs) add_companion(proof.file.value);
  }
  const std::filesystem::path report = std::filesystem::path(request.arguments.front()).parent_path() / "check.json";
  if (const io::ReadResult read = io::ReadNamedFile(report.string(), kMostReportBytes)) {
    const Result<Digest> digest = ReportDigest(read.value());
    // A report that is no JSON any more is a changed one, not a missing one.
    digests.report = digest ? *digest : crypto::Sha256(read.value());
  }
  return digests;
}

void ReportRefusal(const verify::Verdict& verdict, const std::string& path, bool trusted) {
  std::string reason = "its certificate does not lead to one of the given authorities";
  if (!verdict.reasons.empty()) {
    reason = verdict.reasons.front();
  } else if (trusted) {
    for (const verify::SignatureVerdict& signature : verdict.signatures) {
      if (!signature.reasons.empty()) reason = signature.reasons.front();
    }
  }
  (void)RefuseWith(ExitCode::kOutputFailed,
                   {.kind = diagnostics::Kind::kVerifyFailed, .args = {reason}, .place = diagnostics::Place::InFile(path)},
                   {});
}

}  // namespace

ExitCode VerifyCommand(const Request& request) {
  const std::string& path = request.arguments.front();
  io::ReadResult file = io::ReadNamedFile(path, kMostPdfBytes);
  if (!file) return Refuse(ExitCode::kNotLoaded, path + ": " + file.error().reason);
  verify::Request question{.file = std::move(file).value(), .trust = {}, .certificate = {}, .case_digests = {}};
  if (!request.trust.empty()) {
    io::ReadResult authorities = io::ReadNamedFile(request.trust, kMostReportBytes);
    if (!authorities) return Refuse(ExitCode::kNotLoaded, request.trust + ": " + authorities.error().reason);
    question.trust = crypto::TrustAnchors{.ca_bundle = std::move(authorities).value(), .at = io::SystemClock().UnixSeconds()};
  }
  if (!request.case_dir.empty()) {
    Result<verify::CaseDigests> digests = DigestsOf(request);
    if (!digests) return Refuse(ExitCode::kNotLoaded, digests.failure().reason);
    question.case_digests = std::move(digests).value();
  }
  const Result<verify::Verdict> answer = VerifyInWorker(question);
  verify::Verdict verdict;
  if (answer) {
    verdict = *answer;
  } else {
    verdict.status = verify::Status::kCannotCheck;
    verdict.reasons = {"the file could not be read: " + answer.failure().reason};
  }
  const bool json = request.format == Format::kJson;
  const ExitCode shown = ShowResult(json ? report::VerdictAsJson(verdict, path) : report::VerdictAsText(verdict, path), request.output);
  // Whoever names the authorities to trust wants to know when the certificate is none of theirs.
  const bool trusted = request.trust.empty() ||
                       std::all_of(verdict.signatures.begin(), verdict.signatures.end(),
                                   [](const auto& signature) { return signature.trust == crypto::Trust::kTrusted; });
  if (verdict.status == verify::Status::kValid && trusted) return shown;
  if (!json) ReportRefusal(verdict, path, trusted);
  return Worse(shown, ExitCode::kOutputFailed);
}

}  // namespace dossier::driver
