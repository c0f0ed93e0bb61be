// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/surroundings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/citation_guide.h"
#include "compiler/driver/document_files.h"
#include "compiler/driver/printed_pictures.h"
#include "compiler/fonts/pinned.h"
#include "compiler/load/lock.h"
#include "compiler/text/hyphenate.h"

namespace dossier::driver {
namespace {

using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Place;
using Files = model::Surroundings::Files;

void Add(std::string_view name, const std::optional<Digest>& sha256, Files& files) {
  if (sha256) files.emplace_back(std::string(name), *sha256);
}

Files PicturesOf(const Session& session) {
  Files files;
  for (const model::Text& path : PrintedPictures(*session.loaded)) {
    const io::ReadResult read = session.files->Read(path.value, kMostPictureBytes);
    if (read) Add(path.value, crypto::Sha256(read.value()), files);
  }
  return files;
}

const Digest* Find(const Files& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.first == name; });
  return found == files.end() ? nullptr : &found->second;
}

struct Difference {
  const Files& locked;
  const Files& now;
  Kind kind;
  diagnostics::Text hint;
};

/// What stands in the lock and is another now; what is not used any more is no difference.
void ReportChanged(const Difference& between, diagnostics::Sink& sink) {
  for (const auto& [name, sha256] : between.locked) {
    const Digest* now = Find(between.now, name);
    if (now == nullptr || *now == sha256) continue;
    // A pack has an id; a template of the case has a path, which is the author's.
    const diagnostics::Arg shown = between.kind == Kind::kPackChanged ? Id(name) : diagnostics::Arg(name);
    sink.Report({.kind = between.kind,
                 .args = {shown},
                 .place = Place::InFile(std::string(load::kLockPath)),
                 .hint = between.hint});
  }
}

void ReportPictures(Session& session, const Files& now) {
  if (session.lock.exhibits.empty()) return;
  for (const model::Text& path : PrintedPictures(*session.loaded)) {
    const Digest* sha256 = Find(now, path.value);
    const Digest* locked = Find(session.lock.around.pictures, path.value);
    if (sha256 == nullptr) continue;  // told when it is to be printed
    if (locked == nullptr) {
      session.sink.Report({.kind = Kind::kExhibitNotLocked,
                           .args = {"the picture " + path.value},
                           .place = path.span,
                           .hint = "`dossier lock` pins it"});
    } else if (*locked != *sha256) {
      session.sink.Report({.kind = Kind::kPictureChanged,
                           .args = {path.value},
                           .place = path.span,
                           .hint = "put the locked picture back, or look at it and run `dossier lock`"});
    }
  }
}

}  // namespace

model::Surroundings SurroundingsOf(const Session& session) {
  const model::Header& header = session.loaded->header;
  model::Surroundings around;
  for (const model::RulePack& pack : session.packs) around.packs.emplace_back(pack.id, pack.sha256);
  Add(header.template_name.value, TemplateDigest(session), around.templates);
  Add(CitationGuideId(session), CitationGuideDigest(session), around.templates);
  around.pictures = PicturesOf(session);
  const std::string family = header.print.FontFamily();
  for (const fonts::PinnedFace& face : fonts::PinnedFaces(family.empty() ? fonts::kDefaultFamily : family)) {
    Add(face.name, Digest::FromHex(face.sha256), around.fonts);
  }
  if (!header.print.hyphenate.value_or(false)) return around;
  for (const text::PinnedDictionary& one : text::PinnedDictionaries()) {
    Add(one.path, Digest::FromHex(one.sha256), around.dictionaries);
  }
  return around;
}

void ReportSurroundings(Session& session) {
  const model::Surroundings& locked = session.lock.around;
  if (session.lock.exhibits.empty() && locked.packs.empty() && locked.templates.empty()) return;  // no lock
  const model::Surroundings now = SurroundingsOf(session);
  ReportChanged({locked.packs, now.packs, Kind::kPackChanged, "read what changed in the rules, then `dossier lock`"},
                session.sink);
  ReportChanged({locked.templates, now.templates, Kind::kTemplateChanged,
                 "build, look at the document, then `dossier lock`"},
                session.sink);
  ReportPictures(session, now.pictures);
}

}  // namespace dossier::driver
