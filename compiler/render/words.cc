// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/words.h"

#include <utility>

namespace dossier::render {
namespace {

void Append(const fonts::ShapedPiece& piece, std::string_view word, Length size, int units_per_em,
            SetWords& line) {
  if (line.runs.empty() || line.runs.back().font != piece.font) {
    paginate::GlyphRun& run = line.runs.emplace_back();
    run.font = piece.font;
    run.size = size;
    run.x = line.width;
  }
  paginate::GlyphRun& run = line.runs.back();
  const auto base = static_cast<std::uint32_t>(run.text.size());
  run.text += word.substr(piece.begin, piece.end - piece.begin);
  for (fonts::ShapedGlyph glyph : piece.glyphs) {
    glyph.cluster = base + glyph.cluster - piece.begin;
    run.glyphs.push_back(glyph);
  }
  line.width += Length::FromRaw(piece.advance * size.raw() / units_per_em);
}

}  // namespace

SetWords SetLine(std::string_view words, fonts::Style style, Length size, fonts::Shaper& shaper) {
  SetWords line;
  while (!words.empty()) {
    // Words and spaces apart, so that stamps share what has been shaped.
    const std::size_t stop = words.front() == ' ' ? 1 : std::min(words.find(' '), words.size());
    const std::string_view word = words.substr(0, stop);
    for (const fonts::ShapedPiece& piece : shaper.Shape(style, word).pieces) {
      Append(piece, word, size, shaper.fonts().MetricsOf(piece.font).units_per_em, line);
    }
    words.remove_prefix(stop);
  }
  return line;
}

void Place(SetWords line, Length x, Length y, paginate::Page& page) {
  for (paginate::GlyphRun& run : line.runs) {
    run.x += x;
    run.y = y;
    page.runs.push_back(std::move(run));
  }
}

}  // namespace dossier::render
