// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/font_set.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "compiler/fonts/state.h"
#include "compiler/fonts/table_reader.h"
#include "compiler/foundation/check.h"

namespace dossier::fonts {
namespace {

constexpr int kStyles = 4;

/// The PostScript name (OpenType 1.9, name id 6) from the Windows Unicode record; ASCII by rule.
std::string PostscriptName(ByteView table) {
  const TableReader name(table);
  const std::size_t count = name.U16(2);
  const std::size_t storage = name.U16(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t record = 6 + 12 * i;
    if (name.U16(record) != 3 || name.U16(record + 6) != 6) {
      continue;
    }
    std::string result;
    const std::size_t start = storage + name.U16(record + 10);
    for (std::size_t at = 1; at < name.U16(record + 8); at += 2) {
      const auto c = static_cast<char>(name.U8(start + at));
      const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      if (plain || c == '-') {
        result.push_back(c);
      }
    }
    return name.ok() ? result : std::string();
  }
  return {};
}

std::optional<FaceMetrics> ReadMetrics(ByteView file) {
  const auto head_table = FindTable(file, "head");
  const auto hhea_table = FindTable(file, "hhea");
  const auto os2_table = FindTable(file, "OS/2");
  const auto post_table = FindTable(file, "post");
  const auto name_table = FindTable(file, "name");
  const auto maxp_table = FindTable(file, "maxp");
  if (!head_table || !hhea_table || !os2_table || !post_table || !name_table || !maxp_table ||
      !FindTable(file, "glyf") || !FindTable(file, "loca")) {
    return std::nullopt;
  }
  const TableReader head(*head_table), hhea(*hhea_table), os2(*os2_table), post(*post_table),
      maxp(*maxp_table);
  FaceMetrics metrics{.postscript_name = PostscriptName(*name_table),
                      .units_per_em = static_cast<int>(head.U16(18)),
                      .glyphs = static_cast<int>(maxp.U16(4)),
                      .ascent = hhea.S16(4),
                      .descent = hhea.S16(6),
                      .cap_height = os2.size() >= 90 ? os2.S16(88) : 0,
                      .x_min = head.S16(36),
                      .y_min = head.S16(38),
                      .x_max = head.S16(40),
                      .y_max = head.S16(42),
                      .italic_angle = post.S16(4),
                      .weight = static_cast<int>(os2.U16(4))};
  const bool read = head.ok() && hhea.ok() && os2.ok() && post.ok() && maxp.ok();
  if (!read || metrics.units_per_em < 16 || metrics.postscript_name.empty()) {
    return std::nullopt;
  }
  if (metrics.cap_height == 0) {
    metrics.cap_height = metrics.ascent * 7 / 10;
  }
  return metrics;
}

Failure Refused(const PinnedFace& face, const char* why) {
  return {"the font " + std::string(face.name) + " (" + std::string(face.path) + ", package " +
          std::string(face.package) + ") " + why};
}

}  // namespace

HbFont OpenFont(ByteView file) {
  hb_blob_t* blob = hb_blob_create(file.data(), static_cast<unsigned>(file.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  hb_face_t* face = hb_face_create(blob, 0);
  HbFont font(hb_font_create(face));
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return font;
}

Result<FontSet> FontSet::Load(std::vector<Bytes> files,
                              const std::function<Digest(ByteView)>& digest_of,
                              std::string_view family) {
  const std::vector<PinnedFace> pinned = PinnedFaces(family);
  DOSSIER_CHECK(!files.empty() && files.size() == pinned.size(), "the caller reads every pinned face");
  auto state = std::make_shared<State>();
  state->faces.reserve(files.size());
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (digest_of(files[i]).ToHex() != pinned[i].sha256) {
      return Refused(pinned[i], "is not the pinned version");
    }
    std::optional<FaceMetrics> metrics = ReadMetrics(files[i]);
    if (!metrics) {
      return Refused(pinned[i], "has no TrueType outlines that can be embedded");
    }
    state->faces.push_back({std::move(files[i]), std::move(*metrics), nullptr});
    // A short string keeps its bytes inside itself, so open only what will not move any more.
    state->faces.back().font = OpenFont(state->faces.back().file);
  }
  for (int style = 0; style < kStyles; ++style) {
    std::vector<int> chain = {style};
    for (int other = 0; other < kStyles; ++other) {
      if (other != style) {
        chain.push_back(other);
      }
    }
    const bool bold = style == static_cast<int>(Style::kBold) ||
                      style == static_cast<int>(Style::kBoldItalic);
    for (const bool same : {true, false}) {
      for (int fallback = kStyles; fallback < static_cast<int>(pinned.size()); ++fallback) {
        if ((pinned[static_cast<std::size_t>(fallback)].bold == bold) == same) {
          chain.push_back(fallback);
        }
      }
    }
    state->chains.push_back(std::move(chain));
  }
  return FontSet(std::move(state));
}

int FontSet::size() const { return static_cast<int>(state_->faces.size()); }

const std::vector<int>& FontSet::ChainOf(Style style) const {
  return state_->chains[static_cast<std::size_t>(style)];
}

bool FontSet::HasSuperiorFigures() const {
  static constexpr char32_t kFigures[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                          0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
  return std::all_of(std::begin(kFigures), std::end(kFigures), [this](char32_t figure) {
    for (int style = 0; style < kStyles; ++style) {
      hb_codepoint_t glyph = 0;
      hb_font_t* font = state_->faces[static_cast<std::size_t>(style)].font.get();
      if (!hb_font_get_nominal_glyph(font, figure, &glyph)) {
        return false;
      }
    }
    return true;
  });
}

const FaceMetrics& FontSet::MetricsOf(int font) const {
  return state_->faces.at(static_cast<std::size_t>(font)).metrics;
}

ByteView FontSet::FileOf(int font) const {
  return state_->faces.at(static_cast<std::size_t>(font)).file;
}

}  // namespace dossier::fonts
