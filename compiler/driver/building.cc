// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/building.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <variant>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/brief_document.h"
#include "compiler/driver/check_view.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/final_gate.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/pdf_work.h"
#include "compiler/driver/showing.h"
#include "compiler/driver/shortcomings.h"
#include "compiler/driver/signing.h"
#include "compiler/driver/typesetting.h"
#include "compiler/driver/word_file.h"
#include "compiler/forum/document.h"
#include "compiler/io/clock.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/text_report.h"
#include "compiler/sign/sign.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Kind;
using diagnostics::Place;

/// The files before they are signed; the one for Word never is.
struct Prepared {
  assemble::Assembled bundle;
  assemble::Assembled brief;
  std::optional<Bytes> word = {};
};

void ReportMissingFiling(Session& session) {
  const std::vector<model::Filing>& filings = session.loaded->header.filings;
  if (!FilingDate(*session.loaded).empty()) return;
  session.sink.Report({.kind = Kind::kFilingMissing,
                       .place = filings.empty() ? session.loaded->header.id.span : filings.back().id.span,
                       .why = "the date of the filing decides which rules are read, and stands on its first page",
                       .hint = "filings: [{id: f1, date: 2026-01-31}]"});
}

assemble::Plan PlanOf(const CheckedCase& checked, const compose::Document& document, const TypesetBrief& brief,
                      const compose::Strings& strings, bool with_exhibits) {
  const model::Case& source = *checked.session->loaded;
  assemble::Plan plan;
  const render::Rendered& rendered = with_exhibits ? brief.rendered : brief.Alone();
  plan.brief = rendered.pdf;
  plan.brief_pages = rendered.brief_pages;
  for (const std::size_t index : checked.resolved.bundle_order) {
    const model::Exhibit& exhibit = source.exhibits[index];
    const resolve::BoundExhibit& bound = checked.resolved.exhibits[index];
    int number = 0;
    for (std::size_t part = 0; part < bound.part_pages.size(); ++part) {
      if (bound.part_pages[part] == 0) continue;
      std::string title(exhibit.title.In(source.header.language.value));
      if (!exhibit.files[part].label.empty()) title += ", " + exhibit.files[part].label;
      plan.exhibits.push_back({.anchor = "exhibit." + exhibit.id.value,
                               .exhibit = exhibit.id.value,
                               .label = bound.label,
                               .title = title,
                               .pages = bound.part_pages[part],
                               .pdf = with_exhibits ? Bytes(checked.intake.files[index][part].Pdf()) : Bytes(),
                               .list_anchor = "list." + exhibit.id.value});
      for (int page = 0; page < bound.part_pages[part]; ++page) {
        plan.stamps.push_back({.page_of_brief = rendered.first_stamp + static_cast<int>(plan.stamps.size()),
                               .alternative = strings.Fill("spoken.exhibit-page", {bound.label, std::to_string(++number)})});
      }
    }
  }
  plan.signature_page_of_brief = rendered.signature_page;
  plan.anchors = brief.pages.anchors;
  plan.links = brief.pages.links;
  plan.outline = brief.pages.outline;
  plan.signature_box = brief.pages.signature_box;
  plan.structure = brief.pages.structure;
  for (const paginate::Page& page : brief.pages.pages) plan.marks.push_back(page.marks);
  plan.figures = brief.pages.figures;
  plan.signature_element = brief.pages.signature_element;
  plan.signature_words = strings.Get("heading.signature");
  plan.back_words = strings.Get("heading.exhibits");
  plan.exhibits_bookmark = strings.Get("column.exhibits");
  plan.metadata = {.title = document.title,
                   .author = document.author,
                   .subject = document.subject,
                   .language = document.language,
                   .tool_version = DOSSIER_VERSION,
                   .date = FilingDate(source)};
  plan.with_exhibits = with_exhibits;
  return plan;
}

/// Both files at once; each in a process of its own.
Result<Prepared> Assemble(const assemble::Plan& bundle, const assemble::Plan& brief) {
  std::optional<Result<assemble::Assembled>> brief_answer;
  std::thread beside([&] { brief_answer = AssembleInWorker(brief); });
  Result<assemble::Assembled> bundle_answer = AssembleInWorker(bundle);
  beside.join();
  if (!bundle_answer) return bundle_answer.failure();
  if (!*brief_answer) return brief_answer->failure();
  return Prepared{.bundle = std::move(bundle_answer).value(), .brief = std::move(*brief_answer).value()};
}

Result<Done> SignBoth(Prepared& prepared, const crypto::SigningKey& key) {
  const std::int64_t now = io::SystemClock().UnixSeconds();
  for (assemble::Assembled* file : {&prepared.bundle, &prepared.brief}) {
    Result<Bytes> done = sign::Sign(file->bytes, file->hole, key, now);
    if (!done) return done.failure();
    file->bytes = std::move(done).value();
  }
  return Done{};
}

Result<Done> WriteFiles(const Request& request, const Prepared& prepared, const std::string& report) {
  Result<io::OutputFolder> folder = io::OutputFolder::Open(request.output_dir);
  if (!folder) return folder.failure();
  std::vector<io::OutputFile> files{{.name = "bundle.pdf", .bytes = prepared.bundle.bytes},
                                    {.name = "brief.pdf", .bytes = prepared.brief.bytes},
                                    {.name = "check.json", .bytes = report}};
  if (prepared.word) files.push_back({.name = "brief.docx", .bytes = *prepared.word});
  return folder->WriteAll(files);
}

ExitCode OutputFailure(const CheckedCase& checked, Kind kind, const std::string& what, const std::string& reason) {
  Finding finding{.kind = kind, .args = {reason}, .place = Place::InFile(what)};
  if (kind == Kind::kOutputFailed) finding.args = {what, reason};
  return RefuseWith(ExitCode::kOutputFailed, finding, checked.session->sources);
}

void SayWhatWasMade(const Request& request, const Prepared& prepared, bool is_signed) {
  if (request.quiet || request.format == Format::kJson) return;
  (void)ShowResult(request.output_dir + "/bundle.pdf: " + std::to_string(prepared.bundle.pages) + " pages, " +
                       (is_signed ? "signed" : "prepared for `dossier sign`") + "\n" + request.output_dir +
                       "/brief.pdf: " + std::to_string(prepared.brief.pages) + " pages" +
                       (request.archival ? ", PDF/A-1b" : "") + "\n" +
                       (prepared.word ? request.output_dir + "/brief.docx: not signed; it names the pages of bundle.pdf\n" : "") +
                       request.output_dir + "/check.json\n",
                   "");
}

void Tell(const std::vector<Finding>& findings, const Session& session, const Request& request) {
  if (findings.empty()) return;
  (void)io::WriteStderr(report::FindingsAsText(
      findings, session.sources, {.color = UseColor(request, 2), .redact = request.redact}));
}

/// Says on standard error what the finished files lack by our fault; true when nothing.
bool TellShortcomings(const CheckedCase& checked, const Prepared& prepared, const Request& request) {
  const Session& session = *checked.session;
  const auto& told = session.sink.findings();
  const bool missing = std::any_of(told.begin(), told.end(), [](const Finding& finding) {
    return finding.kind == Kind::kGlyphMissing;
  });
  const MissingGlyphs glyphs = missing ? MissingGlyphs::kTold : MissingGlyphs::kNone;
  std::vector<Finding> ours = ShortcomingFindings("brief.pdf", prepared.brief, glyphs);
  for (Finding& finding : ShortcomingFindings("bundle.pdf", prepared.bundle, glyphs)) {
    ours.push_back(std::move(finding));
  }
  Tell(ours, session, request);
  return ours.empty();
}

/// Joins the pages of the brief and the exhibits into the two files, with `report` bound to them.
Result<Prepared> Bind(const CheckedCase& checked, const BriefDocument& composed, const TypesetBrief& brief,
                      const std::string& report, const Request& request) {
  assemble::Plan bundle = PlanOf(checked, composed.document, brief, composed.strings, true);
  assemble::Plan alone = PlanOf(checked, composed.document, brief, composed.strings, false);
  if (request.archival) alone.metadata.archive = pdf::Archive::kPdfA1b;
  bundle.manifest = alone.manifest = ManifestOf(checked, report);
  return Assemble(bundle, alone);
}

/// The report that the signature binds.
std::string BoundReport(const CheckedCase& checked, const check::CheckResult& result) {
  report::CheckView view = ViewOf(checked, &result);
  AddEnvironment(view);
  return report::CheckAsJson(view, false);
}

/// Everything between the check and the files.
ExitCode Make(CheckedCase& checked, const Request& request, const std::optional<crypto::SigningKey>& key) {
  Session& session = *checked.session;
  ReportMissingFiling(session);
  const std::optional<BriefDocument> composed = ComposeBrief(checked, request);
  if (!composed) {
    (void)ShowCheck(checked, Gather(checked, request), request);
    return ExitCode::kNotLoaded;
  }
  const TypesetOrFinding typeset = Typeset(checked, composed->document);
  if (const auto* failed = std::get_if<Finding>(&typeset)) {
    return RefuseWith(ExitCode::kOutputFailed, *failed, session.sources);
  }
  const TypesetBrief& brief = std::get<TypesetBrief>(typeset);
  checked.brief_pages = brief.rendered.brief_pages;
  forum::CheckPages(*session.loaded, session.packs, checked.brief_pages, request.as_of, session.sink);
  const check::CheckResult result = Gather(checked, request);
  if (request.final_build && RefusesFinal(checked, result)) {
    return Worse(ShowCheck(checked, Gather(checked, request), request), ExitCode::kFindings);
  }
  const std::string report = BoundReport(checked, result);
  Result<Prepared> prepared = Bind(checked, *composed, brief, report, request);
  if (!prepared) return OutputFailure(checked, Kind::kReadBackFailed, "bundle.pdf", prepared.failure().reason);
  const bool sound = TellShortcomings(checked, *prepared, request);
  if (!sound && (request.final_build || request.archival)) {
    return Worse(ShowCheck(checked, result, request), ExitCode::kFindings);
  }
  if (composed->word) {
    Result<Bytes> word = WordFileOf(checked, composed->document, brief);
    if (!word) return OutputFailure(checked, Kind::kOutputFailed, "brief.docx", word.failure().reason);
    prepared->word = std::move(word).value();
  }
  if (key) {
    if (const Result<Done> done = SignBoth(*prepared, *key); !done) {
      return OutputFailure(checked, Kind::kSignatureFailed, "bundle.pdf", done.failure().reason);
    }
  }
  if (const Result<Done> written = WriteFiles(request, *prepared, report); !written) {
    return OutputFailure(checked, Kind::kOutputFailed, request.output_dir, written.failure().reason);
  }
  const ExitCode shown = ShowCheck(checked, result, request);
  if (!request.quiet && request.format == Format::kText) {
    Tell(ExhibitShortcomings("bundle.pdf", prepared->bundle), session, request);
  }
  SayWhatWasMade(request, *prepared, key.has_value());
  const ExitCode end = Worse(shown, static_cast<ExitCode>(result.exit_code));
  return Worse(end, sound ? ExitCode::kClean : ExitCode::kFindings);
}

}  // namespace

ExitCode BuildCommand(const Request& request) {
  std::optional<crypto::SigningKey> key;
  if (!request.key.empty()) {
    Result<crypto::SigningKey> opened = OpenKey(request);
    if (!opened) {
      return RefuseWith(ExitCode::kOutputFailed,
                        {.kind = Kind::kKeyUnusable, .args = {opened.failure().reason}, .place = Place::InFile(request.key)},
                        {});
    }
    key = std::move(opened).value();
  }
  CheckedCase checked = CheckCase(request);
  if (!checked.session->loaded) return ShowNotLoaded(*checked.session, request);
  return Make(checked, request, key);
}

}  // namespace dossier::driver
