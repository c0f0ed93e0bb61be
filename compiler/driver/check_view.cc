// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/check_view.h"

#include <unistd.h>

#include <algorithm>

#include "compiler/check/order.h"
#include "compiler/crypto/sha256.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/showing.h"
#include "compiler/inspect/tasks.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/text_report.h"
#include "compiler/worker/run.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{512} << 20;

/// The digest of a file that `load` listed: from its text or the intake where those were read.
std::optional<Digest> DigestOf(const Session& session, const CheckedCase* checked, const std::string& path) {
  if (checked != nullptr) {
    for (const std::vector<ExhibitFile>& files : checked->intake.files) {
      for (const ExhibitFile& file : files) {
        if (file.path == path && file.present) return file.inspection.sha256;
        if (file.transcript && file.transcript->path == path && file.transcript->unread.empty()) return file.transcript->inspection.sha256;
      }
    }
    for (const std::vector<CompanionFile>& files : checked->provenance.companions) {
      for (const CompanionFile& file : files) {
        if (file.path.value == path && file.present) return file.sha256;
      }
    }
  }
  for (std::uint32_t file = 0; file < session.sources.size(); ++file) {
    if (session.sources.PathOf(file) == path) return crypto::Sha256(session.sources.TextOf(file));
  }
  if (!session.files) return std::nullopt;
  const io::ReadResult read = session.files->Read(path, kMostBytes);
  return read ? std::optional(crypto::Sha256(read.value())) : std::nullopt;
}

std::vector<report::InputFile> InputsOf(const Session& session, const CheckedCase* checked) {
  std::vector<report::InputFile> inputs;
  for (const model::Input& input : session.inputs) {
    inputs.push_back({.path = input.path, .sha256 = DigestOf(session, checked, input.path), .status = input.status});
  }
  for (const model::RulePack& pack : session.packs) {
    inputs.push_back({.path = "pack:" + pack.id, .sha256 = pack.sha256, .status = model::InputStatus::kUsed});
  }
  return inputs;
}

/// A file that nothing uses counts as waived when that finding is.
void MarkWaived(const check::CheckResult& result, std::vector<report::InputFile>& inputs) {
  for (const check::CheckedFinding& entry : result.findings) {
    if (entry.finding.kind != diagnostics::Kind::kFileUnused || !entry.finding.waiver) continue;
    for (report::InputFile& input : inputs) {
      if (input.path == entry.finding.place.path) input.status = model::InputStatus::kWaived;
    }
  }
}

report::CheckView BareView(const Session& session, const CheckedCase* checked) {
  report::CheckView view;
  view.sources = &session.sources;
  view.tool_version = DOSSIER_VERSION;
  view.inputs = InputsOf(session, checked);
  return view;
}

}  // namespace

void AddEnvironment(report::CheckView& view) {
  if (!worker::WeakestSandbox()) {
    static_cast<void>(worker::Run(Beside("dossier-worker"), {.task = inspect::kSelfTestTask, .input = {}, .limits = {}}));
  }
  view.sandbox = worker::ToString(worker::WeakestSandbox().value_or(worker::Sandbox::kNone));
}

report::CheckView ViewOf(const CheckedCase& checked, const check::CheckResult* result) {
  report::CheckView view = BareView(*checked.session, &checked);
  view.result = result;
  if (result != nullptr) MarkWaived(*result, view.inputs);
  view.resolved = &checked.resolved;
  for (const quote::CheckedQuotation& quotation : checked.quotations) {
    view.quotations.emplace(checked.resolved.citations[quotation.citation].source.span,
                            quote::ToString(quotation.result.verdict));
  }
  if (checked.brief_pages > 0) {
    int next = checked.brief_pages + 1;
    for (const std::size_t index : checked.resolved.bundle_order) {
      view.first_bundle_pages[index] = next;
      next += checked.resolved.exhibits[index].pages;
    }
  }
  return view;
}

ExitCode ShowNotLoaded(const Session& session, const Request& request) {
  std::vector<check::CheckedFinding> sorted;
  for (const diagnostics::Finding& finding : session.sink.findings()) {
    sorted.push_back({.finding = finding, .fingerprint = check::FingerprintOf(finding), .accepted = {}});
  }
  check::SortAndDeduplicate(sorted, session.sources);
  std::vector<diagnostics::Finding> findings;
  for (const check::CheckedFinding& entry : sorted) findings.push_back(entry.finding);
  if (request.format == Format::kJson) {
    report::CheckView view = BareView(session, nullptr);
    view.unloaded = findings;
    AddEnvironment(view);
    return Worse(ShowResult(report::CheckAsJson(view, request.redact), request.output), ExitCode::kNotLoaded);
  }
  const report::TextStyle style{.color = UseColor(request, STDERR_FILENO), .redact = request.redact};
  const bool shown = io::WriteStderr(report::FindingsAsText(findings, session.sources, style)).ok();
  return shown ? ExitCode::kNotLoaded : Worse(ExitCode::kOutputFailed, ExitCode::kNotLoaded);
}

}  // namespace dossier::driver
