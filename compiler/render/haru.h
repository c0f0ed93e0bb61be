// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/length.h"
#include "compiler/paginate/pages.h"
#include "compiler/render/glyph_use.h"

namespace dossier::render {

/// What libharu refused. Never leaves this folder.
struct HaruError {
  std::string reason;
};

/// A PDF in the making: pages, fonts and images through libharu 2.3.0, which writes the objects,
/// compresses the streams and keeps the cross-reference table.
///
/// Fonts are not given to the library's own font code: it drops the parts of nested composite
/// glyphs and writes a malformed ToUnicode map. The dictionaries are built here from a font that
/// has been cut already. Every function throws `HaruError` when the library reports an error.
class Haru {
 public:
  /// Checks that the library is the version whose private structures are used.
  explicit Haru(bool compress);
  ~Haru();
  Haru(const Haru&) = delete;
  Haru& operator=(const Haru&) = delete;

  /// The font becomes /F<index> of all pages. Returns its BaseFont.
  std::string AddFont(const FontUse& use, const fonts::FaceMetrics& metrics);
  /// The image becomes a resource of all pages; returns its name.
  std::string AddImage(const paginate::PlacedImage& image);
  void AddPage(Length width, Length height, const std::string& content, bool compress);
  [[nodiscard]] Bytes Save();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::render
