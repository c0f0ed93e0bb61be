// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/printed_pictures.h"

#include "compiler/convert/picture.h"
#include "compiler/driver/locate.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20;

Result<compose::Image> Decoded(const Session& session, const std::string& path) {
  const io::ReadResult read = session.files->Read(path, kMostBytes);
  if (!read) return Failure{"it cannot be read"};
  Result<std::vector<compose::Image>> pictures =
      convert::DecodePictures(read.value(), 1, Beside("dossier-worker"));
  if (!pictures) return pictures.failure();
  return std::move(pictures->front());
}

}  // namespace

compose::Pictures ReadPrintedPictures(Session& session) {
  compose::Pictures pictures;
  const auto add = [&](const model::Text& path) {
    if (path.value.empty() || pictures.count(path.value) > 0) return;
    Result<compose::Image> picture = Decoded(session, path.value);
    if (picture) {
      pictures.emplace(path.value, std::move(picture).value());
      return;
    }
    session.sink.Report({.kind = diagnostics::Kind::kFileUnreadable,
                         .args = {"the picture " + path.value + ": " + picture.failure().reason},
                         .place = path.span,
                         .hint = "name a PNG, JPEG or TIFF file of the case folder"});
  };
  add(session.loaded->header.print.logo);
  for (const model::Person& person : session.loaded->people) {
    if (person.protect == model::Protection::kNone) add(person.portrait);
  }
  return pictures;
}

}  // namespace dossier::driver
