// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/glyph_use.h"

#include <algorithm>
#include <set>
#include <utility>

#include "compiler/fonts/subset.h"
#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::render {
namespace {

constexpr std::size_t kPerBlock = 100;  // entries of one bfchar block (ISO 32000-1:2008, 9.7.5.4)

void AppendHex4(std::uint32_t value, std::string& out) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (int shift = 12; shift >= 0; shift -= 4) {
    out.push_back(kDigits[(value >> static_cast<unsigned>(shift)) & 0xF]);
  }
}

/// Notes what the glyphs of a cluster stand for, when each stands for something by itself.
void NoteTexts(const Cluster& cluster, const paginate::GlyphRun& run, FontUse& use) {
  if (cluster.end - cluster.begin == 1) {
    std::string& text = use.texts[run.glyphs[cluster.begin].id];
    if (text.empty()) {
      text = cluster.text;
    }
    return;
  }
  const std::u32string codes = utf8::ToCodePoints(cluster.text);
  for (std::size_t i = 0; codes.size() == cluster.end - cluster.begin && i < codes.size(); ++i) {
    std::string& text = use.texts[run.glyphs[cluster.begin + i].id];
    if (text.empty()) {
      text = utf8::Encode(codes[i]);
    }
  }
}

}  // namespace

void Collect(const paginate::GlyphRun& run, const fonts::FontSet& fonts, FontUses& uses) {
  uses.resize(std::max(uses.size(), static_cast<std::size_t>(fonts.size())));
  FontUse& use = uses.at(static_cast<std::size_t>(run.font));
  if (use.empty()) {
    use.font = run.font;
    use.used.resize(static_cast<std::size_t>(fonts.MetricsOf(run.font).glyphs), false);
    use.texts.resize(use.used.size());
  }
  EachCluster(run, [&](const Cluster& cluster) {
    for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
      use.used.at(run.glyphs[i].id) = true;
    }
    NoteTexts(cluster, run, use);
  });
}

Result<Done> CutFonts(const fonts::FontSet& fonts, FontUses& uses) {
  for (FontUse& use : uses) {
    if (use.empty()) {
      continue;
    }
    std::set<std::uint32_t> glyphs;
    for (std::size_t i = 0; i < use.used.size(); ++i) {
      if (use.used[i]) {
        glyphs.insert(glyphs.end(), static_cast<std::uint32_t>(i));
      }
    }
    Result<fonts::Subset> subset = fonts::MakeSubset(fonts.FileOf(use.font), glyphs);
    if (!subset) {
      return subset.failure();
    }
    use.units_per_em = fonts.MetricsOf(use.font).units_per_em;
    use.cid.assign(use.used.size(), 0);
    use.originals = std::move(subset->originals);
    use.file = std::move(subset->file);
    for (std::size_t i = 0; i < use.originals.size(); ++i) {
      use.cid[use.originals[i]] = static_cast<std::uint32_t>(i);
      use.widths.push_back((subset->advances[i] * 1000 + use.units_per_em / 2) / use.units_per_em);
    }
  }
  return Done{};
}

bool MapSays(const Cluster& cluster, const paginate::GlyphRun& run, const FontUse& use) {
  std::string_view rest = cluster.text;
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    const std::string& text = use.texts[run.glyphs[i].id];
    if (!rest.starts_with(text)) {
      return false;
    }
    rest.remove_prefix(text.size());
  }
  return rest.empty();
}

std::string Utf16Hex(std::string_view text) {
  std::string out;
  for (const char32_t code : utf8::ToCodePoints(text)) {
    if (code < 0x10000) {
      AppendHex4(static_cast<std::uint32_t>(code), out);
    } else {
      AppendHex4(0xD800 + static_cast<std::uint32_t>((code - 0x10000) >> 10), out);
      AppendHex4(0xDC00 + static_cast<std::uint32_t>((code - 0x10000) & 0x3FF), out);
    }
  }
  return out;
}

std::string ToUnicodeMap(const FontUse& use) {
  std::vector<std::string> entries;
  for (std::size_t cid = 0; cid < use.originals.size(); ++cid) {
    const std::string& text = use.texts[use.originals[cid]];
    if (!text.empty() && use.used[use.originals[cid]]) {
      std::string entry = "<";
      AppendHex4(static_cast<std::uint32_t>(cid), entry);
      entries.push_back(entry + "> <" + Utf16Hex(text) + ">\n");
    }
  }
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t begin = 0; begin < entries.size(); begin += kPerBlock) {
    const std::size_t end = std::min(begin + kPerBlock, entries.size());
    map += std::to_string(end - begin) + " beginbfchar\n";
    for (std::size_t i = begin; i < end; ++i) {
      map += entries[i];
    }
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

}  // namespace dossier::render
