// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/made_pages.h"

#include <optional>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/document_files.h"
#include "compiler/driver/font_files.h"
#include "compiler/driver/locate.h"

namespace dossier::driver {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

constexpr std::uint64_t kMostDerivedBytes = std::uint64_t{512} << 20;

/// Paths of the transcripts that an exhibit has, in order of its parts.
std::vector<std::string> TranscriptsOf(const model::Exhibit& exhibit) {
  std::vector<std::string> paths;
  for (const model::ExhibitPart& part : exhibit.files) {
    if (!part.transcript.value.empty()) paths.push_back(part.transcript.value);
  }
  return paths;
}

/// Paths of those it had when it was locked: they stand behind its parts.
std::vector<std::string> TranscriptsOf(const model::LockedExhibit& locked, const model::Exhibit& exhibit) {
  std::vector<std::string> paths;
  for (std::size_t i = exhibit.files.size(); i < locked.files.size(); ++i) paths.push_back(locked.files[i].path);
  return paths;
}

/// The pinned pages of a file, or nothing when it was not locked or has changed since.
const model::LockedPages* LockedPagesOf(const Session& session, const model::Exhibit& exhibit, const ExhibitFile& file) {
  const model::LockedExhibit* locked = session.lock.Find(exhibit.id.value);
  if (locked == nullptr) return nullptr;
  for (std::size_t i = 0; i < locked->files.size() && i < locked->derived.size(); ++i) {
    if (locked->files[i].path == file.path && locked->files[i].sha256 == file.inspection.sha256 &&
        !locked->derived[i].path.empty()) {
      return &locked->derived[i];
    }
  }
  return nullptr;
}

/// Whether the pages were pinned with the transcripts that the register names now.
bool HasItsTranscripts(const Session& session, const model::Exhibit& exhibit) {
  const model::LockedExhibit* locked = session.lock.Find(exhibit.id.value);
  return locked == nullptr || TranscriptsOf(*locked, exhibit) == TranscriptsOf(exhibit);
}

/// Reads pinned pages; false after D0707.
bool TakeLocked(Session& session, const model::Exhibit& exhibit, const model::LockedPages& locked, ExhibitFile& file,
                resolve::PartPages& part) {
  io::ReadResult read = session.files->Read(locked.path, kMostDerivedBytes);
  if (!read || crypto::Sha256(read.value()) != locked.sha256 || !HasItsTranscripts(session, exhibit)) {
    session.sink.Report({.kind = Kind::kDerivedChanged,
                         .args = {Id(exhibit.id.value)},
                         .place = diagnostics::Place::InFile(locked.path),
                         .exhibits = {exhibit.id.value},
                         .hint = "`dossier lock` makes them again"});
    part.state = resolve::ExhibitState::kRejected;
    return false;
  }
  file.made_pages = std::move(read).value();
  part.pages = locked.pages;
  part.paragraph_pages = locked.paragraph_pages;
  return true;
}

void ReportNoPages(const model::Exhibit& exhibit, const model::Text& path, const std::string& reason,
                   diagnostics::Sink& sink) {
  sink.Report({.kind = Kind::kExhibitNotConverted,
               .args = {Id(exhibit.id.value)},
               .place = path.span,
               .exhibits = {exhibit.id.value},
               .hint = diagnostics::Text("{0}; print it to a PDF and register that", {reason})});
}

}  // namespace

Result<convert::Converted> MakePages(const model::Exhibit& exhibit, std::size_t part, const ExhibitFile& file,
                                     const PageWords& words, const fonts::FontSet& fonts, diagnostics::Sink& sink) {
  const std::string& language = words.language;
  std::string title(exhibit.title.In(language));
  if (!exhibit.files[part].label.empty()) title += ", " + exhibit.files[part].label;
  std::optional<convert::TranscriptSource> transcript;
  if (file.transcript) {
    transcript = {.path = file.transcript->path, .sha256 = file.transcript->inspection.sha256, .by = exhibit.files[part].transcript_by};
  }
  return convert::Convert({.facts = &*file.inspection.facts,
                           .file = file.bytes,
                           .exhibit = exhibit.id.value,
                           .path = file.path,
                           .title = title,
                           .language = exhibit.languages.empty() ? std::string(language) : exhibit.languages.front().language,
                           .worker_program = Beside("dossier-worker"),
                           .strings = &words.strings,
                           .transcript = transcript ? &*transcript : nullptr},
                          fonts, sink);
}

void AddMadePages(Session& session, Intake& intake) {
  std::optional<Result<fonts::FontSet>> fonts;  // read when the first file needs them
  PageWords words{.language = session.loaded->header.language.value, .strings = {}};
  const std::vector<model::Exhibit>& exhibits = session.loaded->exhibits;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    std::vector<resolve::PartPages>& parts = intake.pages[exhibits[i].id.value].parts;
    for (std::size_t j = 0; j < parts.size(); ++j) {
      ExhibitFile& file = intake.files[i][j];
      if (!file.inspection.facts || parts[j].state != resolve::ExhibitState::kUsed) continue;
      if (file.inspection.media == inspect::MediaType::kPdf) continue;
      if (const model::LockedPages* locked = LockedPagesOf(session, exhibits[i], file)) {
        TakeLocked(session, exhibits[i], *locked, file, parts[j]);
        continue;
      }
      const model::Text& path = exhibits[i].files[j].file;
      if (!convert::NeedsConversion(file.inspection.media)) {
        ReportNoPages(exhibits[i], path, "it is of a kind that no pages can be made of", session.sink);
        continue;
      }
      if (!fonts) {
        fonts = LoadFonts();
        words.strings = PeekStrings(session);
      }
      Result<convert::Converted> made =
          *fonts ? MakePages(exhibits[i], j, file, words, **fonts, session.sink)
                 : Result<convert::Converted>(fonts->failure());
      if (!made) {
        ReportNoPages(exhibits[i], path, made.failure().reason, session.sink);
        continue;
      }
      parts[j].pages = made->pages;
      parts[j].paragraph_pages = made->paragraph_pages;
      file.made_pages = std::move(made->pdf);
    }
  }
}

}  // namespace dossier::driver
