// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/fonts/pinned.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/result.h"

namespace dossier::fonts {

enum class Style { kRegular, kBold, kItalic, kBoldItalic };

/// Measures of a face in its own units (OpenType 1.9: head, hhea, OS/2, post).
struct FaceMetrics {
  std::string postscript_name;
  int units_per_em = 1000;
  int glyphs = 0;
  int ascent = 0;
  int descent = 0;  // below the baseline, so negative
  int cap_height = 0;
  int x_min = 0, y_min = 0, x_max = 0, y_max = 0;
  int italic_angle = 0;  // degrees, negative leans right
  int weight = 400;
};

/// The faces a document is set in: four styles of the text family, then fallbacks. A font is known
/// everywhere by its index here. Immutable once loaded; copies share the files.
class FontSet {
 public:
  /// `files` are the bytes of `PinnedFaces(family)`, in that order. Refuses a file whose digest is not
  /// the pinned one or that has no usable outlines; the failure names the file and its package.
  [[nodiscard]] static Result<FontSet> Load(std::vector<Bytes> files,
                                            const std::function<Digest(ByteView)>& digest_of,
                                            std::string_view family = kDefaultFamily);

  [[nodiscard]] int size() const;
  [[nodiscard]] int IndexOf(Style style) const { return static_cast<int>(style); }
  /// Fonts to try for a character, best first: the style itself, then the fallbacks.
  [[nodiscard]] const std::vector<int>& ChainOf(Style style) const;
  [[nodiscard]] const FaceMetrics& MetricsOf(int font) const;
  /// All four styles have drawn superior figures, U+2070 to U+2079 with U+00B9, U+00B2 and U+00B3.
  [[nodiscard]] bool HasSuperiorFigures() const;
  [[nodiscard]] ByteView FileOf(int font) const;

  /// Private to this folder: HarfBuzz objects.
  struct State;
  [[nodiscard]] const State& state() const { return *state_; }

 private:
  explicit FontSet(std::shared_ptr<const State> state) : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

}  // namespace dossier::fonts
