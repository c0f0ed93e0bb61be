// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/printed_pictures.h"

#include <algorithm>

#include "compiler/convert/picture.h"
#include "compiler/driver/locate.h"

namespace dossier::driver {
namespace {

Result<compose::Image> Decoded(const Session& session, const std::string& path) {
  const io::ReadResult read = session.files->Read(path, kMostPictureBytes);
  if (!read) return Failure{"it cannot be read"};
  Result<std::vector<compose::Image>> pictures =
      convert::DecodePictures(read.value(), 1, Beside("dossier-worker"));
  if (!pictures) return pictures.failure();
  return std::move(pictures->front());
}

}  // namespace

std::vector<model::Text> PrintedPictures(const model::Case& loaded) {
  std::vector<model::Text> paths;
  const auto add = [&](const model::Text& path) {
    const bool known = std::any_of(paths.begin(), paths.end(),
                                   [&](const model::Text& other) { return other.value == path.value; });
    if (!path.value.empty() && !known) paths.push_back(path);
  };
  add(loaded.header.print.logo);
  for (const model::Person& person : loaded.people) {
    if (person.protect == model::Protection::kNone) add(person.portrait);
  }
  for (const model::Text& path : loaded.PicturesOfArgument()) add(path);
  return paths;
}

compose::Pictures ReadPrintedPictures(Session& session) {
  compose::Pictures pictures;
  for (const model::Text& path : PrintedPictures(*session.loaded)) {
    Result<compose::Image> picture = Decoded(session, path.value);
    if (picture) {
      pictures.emplace(path.value, std::move(picture).value());
      continue;
    }
    session.sink.Report({.kind = diagnostics::Kind::kFileUnreadable,
                         .args = {"the picture " + path.value + ": " + picture.failure().reason},
                         .place = path.span,
                         .hint = "name a PNG, JPEG or TIFF file of the case folder"});
  }
  return pictures;
}

}  // namespace dossier::driver
