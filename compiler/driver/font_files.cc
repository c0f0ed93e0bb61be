// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/font_files.h"

#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/fonts/pinned.h"
#include "compiler/io/case_folder.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostFontBytes = std::uint64_t{64} << 20;

}  // namespace

Result<fonts::FontSet> LoadFonts(std::string_view family) {
  const std::vector<fonts::PinnedFace> faces = fonts::PinnedFaces(family);
  if (faces.empty()) {
    return Failure{"the family \"" + std::string(family) + "\" is not among those that are pinned"};
  }
  std::vector<Bytes> files;
  for (const fonts::PinnedFace& face : faces) {
    io::ReadResult read = io::ReadNamedFile(std::string(face.path), kMostFontBytes);
    if (!read) {
      return Failure{std::string(face.name) + " (package " + std::string(face.package) + "): " + read.error().reason};
    }
    files.push_back(std::move(read).value());
  }
  return fonts::FontSet::Load(std::move(files), crypto::Sha256, family);
}

Result<text::Hyphenation> LoadHyphenation() {
  std::vector<Bytes> files;
  for (const text::PinnedDictionary& one : text::PinnedDictionaries()) {
    io::ReadResult read = io::ReadNamedFile(std::string(one.path), kMostFontBytes);
    if (!read) {
      return Failure{std::string(one.path) + " (package " + std::string(one.package) + "): " + read.error().reason};
    }
    files.push_back(std::move(read).value());
  }
  return text::Hyphenation::Load(std::move(files), crypto::Sha256);
}

}  // namespace dossier::driver
