// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/transcripts.h"

#include <utility>

#include "compiler/inspect/read_transcript.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

constexpr std::uint64_t kMostTranscriptBytes = std::uint64_t{64} << 20;

/// Why the transcript cannot be used, and what to do about it; empty when it can.
struct Problem {
  std::string reason;
  std::string help;
};

Problem ProblemOf(const ExhibitFile& file) {
  const TranscriptFile& transcript = *file.transcript;
  if (!transcript.unread.empty()) return {transcript.unread, "put the file where the register says, or take the key out"};
  if (file.inspection.facts && !inspect::IsRecording(file.inspection.media)) {
    return {"it stands beside " + std::string(inspect::ToString(file.inspection.media)) + ", which is no recording",
            "move the key to the recording that it belongs to"};
  }
  return {transcript.inspection.failure, "give it as WebVTT, SubRip, or text in UTF-8 whose lines begin with [hh:mm:ss]"};
}

void ReportProblem(const model::Exhibit& exhibit, const model::ExhibitPart& part, const Problem& problem, diagnostics::Sink& sink) {
  sink.Report({.kind = Kind::kTranscriptUnusable,
               .args = {Id(exhibit.id.value), problem.reason},
               .place = part.transcript.span,
               .exhibits = {exhibit.id.value},
               .hint = diagnostics::Text("{0}", {Id(problem.help)})});
}

void CheckEnd(const model::Exhibit& exhibit, const model::ExhibitPart& part, const inspect::ExhibitFacts& facts, diagnostics::Sink& sink) {
  if (facts.blocks.empty() || facts.blocks.back().at_ms <= facts.duration_ms) return;
  sink.Report({.kind = Kind::kTranscriptTooLong,
               .args = {Id(exhibit.id.value), Id(inspect::TimeInWords(facts.blocks.back().at_ms)),
                        Id(inspect::TimeInWords(facts.duration_ms))},
               .place = part.transcript.span,
               .exhibits = {exhibit.id.value},
               .related = {{"the recording stands here", part.file.span}},
               .hint = "make sure that the transcript is of this recording, and of the whole of it"});
}

}  // namespace

void UniteTranscript(const model::Exhibit& exhibit, const model::ExhibitPart& part, ExhibitFile& file,
                     diagnostics::Sink& sink) {
  if (!file.transcript) return;
  TranscriptFile& transcript = *file.transcript;
  if (const Problem problem = ProblemOf(file); !problem.reason.empty()) {
    transcript.inspection.facts.reset();
    return ReportProblem(exhibit, part, problem, sink);
  }
  if (!file.inspection.facts || !transcript.inspection.facts) return;
  inspect::ExhibitFacts& facts = *file.inspection.facts;
  const inspect::ExhibitFacts& words = *transcript.inspection.facts;
  facts.blocks = words.blocks;
  facts.paragraphs = words.paragraphs;
  facts.languages = words.languages;
  facts.warnings.insert(facts.warnings.end(), words.warnings.begin(), words.warnings.end());
  CheckEnd(exhibit, part, facts, sink);
}

TranscriptFile ReadTranscriptFile(const io::FileSystem& files, const std::string& path) {
  TranscriptFile file{.path = path, .bytes = {}, .unread = {}, .inspection = {}};
  io::ReadResult read = files.Read(path, kMostTranscriptBytes);
  if (read) {
    file.bytes = std::move(read).value();
  } else {
    file.unread = read.error().kind == io::ReadErrorKind::kMissing ? "the file is not there" : read.error().reason;
  }
  return file;
}

void UniteTranscripts(Session& session, Intake& intake) {
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    for (std::size_t j = 0; j < intake.files[i].size(); ++j) {
      UniteTranscript(exhibits[i], exhibits[i].files[j], intake.files[i][j], session.sink);
    }
  }
}

}  // namespace dossier::driver
