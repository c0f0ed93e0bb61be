// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::poppler {

/// A rectangle of a page as it is shown (crop box, rotation applied), in points from its top left.
struct PageArea {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// A word of the text layer and where the file draws it.
struct PlacedWord {
  std::string text;  // UTF-8
  PageArea area;
};

/// What a page looks like: 8-bit grey, rows without padding, top row first.
struct PagePicture {
  int width = 0;
  int height = 0;
  int dpi = 0;
  Bytes grey;
};

/// No picture has more pixels: A3 at 300 dpi has 17 million.
inline constexpr std::int64_t kMostPagePixels = 24'000'000;
/// A page so large that it would have to be drawn coarser is not drawn.
inline constexpr int kLeastDpi = 72;

/// The pages of a PDF, opened once for several questions. Pages count from 1. For the worker:
/// poppler keeps its error function per process.
class OpenPages {
 public:
  /// Fails in plain words like `ReadPdfText`. `pdf` must outlive what is opened.
  static Result<OpenPages> Open(ByteView pdf);
  OpenPages(OpenPages&&) noexcept;
  OpenPages& operator=(OpenPages&&) noexcept;
  ~OpenPages();

  [[nodiscard]] int count() const;
  /// Width and height as shown, in points; nothing when the page cannot be read.
  [[nodiscard]] std::optional<PageArea> AreaOf(int page) const;
  /// The words of the page in reading order. Words that stand outside of the page are among them
  /// as far as poppler reports them.
  [[nodiscard]] Result<std::vector<PlacedWord>> Words(int page) const;
  /// Draws the page, or `area` of it, at `dpi` or as much coarser as `kMostPagePixels` wants.
  [[nodiscard]] Result<PagePicture> Draw(int page, int dpi, const std::optional<PageArea>& area = {}) const;
  /// True when poppler said that it found no font to draw with; asked after `Draw`.
  [[nodiscard]] bool FontMissing() const;

 private:
  struct State;
  explicit OpenPages(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dossier::poppler
