// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"
#include "compiler/paginate/pages.h"

namespace dossier::render {

/// Glyphs that stand for some text together. `text` points into the run, or is an ordinary space
/// for a no-break one.
struct Cluster {
  std::size_t begin = 0, end = 0;  // glyphs of the run
  std::string_view text;
};

/// Calls `visit` with the clusters of a run in the order of its glyphs.
template <typename Visit>
void EachCluster(const paginate::GlyphRun& run, Visit visit);

/// Whether the text of `run` runs to the left: its clusters fall.
[[nodiscard]] inline bool RunsToTheLeft(const paginate::GlyphRun& run) {
  return run.glyphs.size() > 1 && run.glyphs.front().cluster > run.glyphs.back().cluster;
}

/// What is known of one font of the document: its glyphs in use, their new numbers, their texts.
struct FontUse {
  int font = 0;
  std::vector<bool> used;                // by glyph of the full font
  std::vector<std::uint32_t> cid;        // by glyph of the full font
  std::vector<std::uint32_t> originals;  // by CID
  std::vector<int> widths;               // by CID, in thousandths of an em
  std::vector<std::string> texts;        // by glyph of the full font; empty for none
  Bytes file;                            // the cut font
  int units_per_em = 1000;

  [[nodiscard]] bool empty() const { return used.empty(); }
};

/// Fonts by index, filled by `Collect` and completed by `CutFonts`.
using FontUses = std::vector<FontUse>;

/// Notes the glyphs of `run` and what they stand for; the first text of a glyph stays its text.
void Collect(const paginate::GlyphRun& run, const fonts::FontSet& fonts, FontUses& uses);

/// Cuts the fonts down to what was collected.
[[nodiscard]] Result<Done> CutFonts(const fonts::FontSet& fonts, FontUses& uses);

/// Whether the ToUnicode map says all of `cluster`; if not, it needs /ActualText.
[[nodiscard]] bool MapSays(const Cluster& cluster, const paginate::GlyphRun& run,
                           const FontUse& use);

/// A CMap that gives each CID its text (ISO 32000-1:2008, 9.10.3).
[[nodiscard]] std::string ToUnicodeMap(const FontUse& use);

/// UTF-16BE as hexadecimal digits.
[[nodiscard]] std::string Utf16Hex(std::string_view text);

template <typename Visit>
void EachCluster(const paginate::GlyphRun& run, Visit visit) {
  // From right to left the text of a cluster ends where the one before it begins.
  const bool leftward = RunsToTheLeft(run);
  const std::string_view text = run.text;
  for (std::size_t begin = 0; begin < run.glyphs.size();) {
    Cluster cluster{begin, begin + 1, {}};
    const std::size_t at = run.glyphs[begin].cluster;
    while (cluster.end < run.glyphs.size() && run.glyphs[cluster.end].cluster == at) {
      ++cluster.end;
    }
    std::size_t stop = text.size();
    if (leftward) {
      stop = begin > 0 ? run.glyphs[begin - 1].cluster : text.size();
    } else if (cluster.end < run.glyphs.size()) {
      stop = run.glyphs[cluster.end].cluster;
    }
    if (at <= stop && stop <= text.size()) {
      cluster.text = text.substr(at, stop - at);
      if (cluster.text == "\u00A0" || cluster.text == "\u202F") {
        cluster.text = " ";
      }
    }
    visit(cluster);
    begin = cluster.end;
  }
}

}  // namespace dossier::render
