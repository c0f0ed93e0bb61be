// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/print.h"

#include <algorithm>
#include <cstdlib>

namespace dossier::paginate {
namespace {

Length EndOf(const GlyphRun& run) {
  std::int64_t advance = 0;
  for (const GlyphRun::Glyph& glyph : run.glyphs) {
    advance += glyph.advance;
  }
  // 2048 units are close enough to tell a gap from none.
  return run.x + Length::FromRaw(advance * run.size.raw() / 2048);
}

/// Runs of one line of text: raised marks belong to the line they stand in.
std::vector<std::vector<const GlyphRun*>> LinesOf(const Page& page) {
  std::vector<const GlyphRun*> runs;
  for (const GlyphRun& run : page.runs) {
    runs.push_back(&run);
  }
  std::stable_sort(runs.begin(), runs.end(),
                   [](const GlyphRun* a, const GlyphRun* b) { return a->y > b->y; });
  std::vector<std::vector<const GlyphRun*>> lines;
  for (const GlyphRun* run : runs) {
    const bool same = !lines.empty() && std::llabs((lines.back().front()->y - run->y).raw()) < 4600;
    if (!same) {
      lines.emplace_back();
    }
    lines.back().push_back(run);
  }
  for (auto& line : lines) {
    std::stable_sort(line.begin(), line.end(),
                     [](const GlyphRun* a, const GlyphRun* b) { return a->x < b->x; });
  }
  return lines;
}

}  // namespace

std::string PrintPage(const Page& page) {
  std::string out;
  for (const auto& line : LinesOf(page)) {
    const GlyphRun* before = nullptr;
    for (const GlyphRun* run : line) {
      if (before != nullptr && run->x - EndOf(*before) > Length::FromPoints(1.5)) {
        while (!out.empty() && out.back() == ' ') out.pop_back();
        out += "  ";
      }
      out += run->text;
      before = run;
    }
    while (!out.empty() && out.back() == ' ') {
      out.pop_back();
    }
    out += '\n';
  }
  for (const PlacedImage& image : page.images) {
    out += "[image " + std::to_string(image.width) + " x " + std::to_string(image.height) + "]\n";
  }
  return out;
}

std::string Print(const Pages& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    out += "== page " + std::to_string(i + 1) + "\n" + PrintPage(pages.pages[i]);
  }
  return out;
}

}  // namespace dossier::paginate
