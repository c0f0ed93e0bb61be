// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/sfnt_cmap.h"

#include <algorithm>

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kMostCharacters = 1'000'000;

/// Big-endian numbers of a table; zero past the end.
class Table {
 public:
  explicit Table(std::string_view data) : data_(data) {}
  [[nodiscard]] std::uint32_t U8(std::size_t at) const {
    return at < data_.size() ? static_cast<unsigned char>(data_[at]) : 0;
  }
  [[nodiscard]] std::uint32_t U16(std::size_t at) const { return U8(at) << 8 | U8(at + 1); }
  [[nodiscard]] std::uint32_t U32(std::size_t at) const { return U16(at) << 16 | U16(at + 2); }
  [[nodiscard]] std::size_t size() const { return data_.size(); }

 private:
  std::string_view data_;
};

using Pairs = std::vector<std::pair<std::uint16_t, char32_t>>;

void Add(Pairs& pairs, std::uint32_t glyph, std::uint32_t character) {
  if (glyph != 0 && pairs.size() < kMostCharacters) {
    pairs.emplace_back(static_cast<std::uint16_t>(glyph), static_cast<char32_t>(character));
  }
}

void ReadSegments(const Table& table, std::size_t at, Pairs& pairs) {
  const std::size_t segments = table.U16(at + 6) / 2;
  std::size_t steps = 0;
  for (std::size_t i = 0; i < segments; ++i) {
    const std::size_t end_at = at + 14 + 2 * i;
    const std::size_t start_at = end_at + 2 * segments + 2;
    const std::size_t delta_at = start_at + 2 * segments;
    const std::size_t range_at = delta_at + 2 * segments;
    if (range_at + 2 > table.size()) return;
    const std::uint32_t start = table.U16(start_at);
    const std::uint32_t end = table.U16(end_at);
    const std::uint32_t delta = table.U16(delta_at);
    const std::uint32_t range = table.U16(range_at);
    for (std::uint32_t code = start; code <= end && code != 0xFFFF; ++code) {
      if (++steps > kMostCharacters) return;
      std::uint32_t glyph = (code + delta) & 0xFFFF;
      if (range != 0) {
        glyph = table.U16(range_at + range + 2 * (code - start));
        if (glyph != 0) glyph = (glyph + delta) & 0xFFFF;
      }
      Add(pairs, glyph, code);
    }
  }
}

void ReadGroups(const Table& table, std::size_t at, Pairs& pairs) {
  const std::size_t groups = std::min<std::size_t>(table.U32(at + 12), table.size() / 12);
  std::size_t steps = 0;
  for (std::size_t i = 0; i < groups; ++i) {
    const std::size_t group = at + 16 + 12 * i;
    const std::uint32_t start = table.U32(group);
    const std::uint32_t end = std::min<std::uint32_t>(table.U32(group + 4), 0x10FFFF);
    for (std::uint32_t code = start; code <= end; ++code) {
      if (++steps > kMostCharacters) return;
      const std::uint32_t glyph = table.U32(group + 8) + (code - start);
      if (glyph <= 0xFFFF) Add(pairs, glyph, code);
    }
  }
}

void ReadTrimmed(const Table& table, std::size_t at, Pairs& pairs) {
  const std::uint32_t first = table.U16(at + 6);
  const std::uint32_t count = table.U16(at + 8);
  for (std::uint32_t i = 0; i < count; ++i) Add(pairs, table.U16(at + 10 + 2 * i), first + i);
}

}  // namespace

std::pair<FontCharacters::Iterator, FontCharacters::Iterator> FontCharacters::Of(
    std::uint16_t glyph) const {
  const auto begin =
      std::lower_bound(of_glyph.begin(), of_glyph.end(), std::pair(glyph, char32_t{0}));
  auto end = begin;
  while (end != of_glyph.end() && end->first == glyph) ++end;
  return {begin, end};
}

TablePlace PlaceOfCmap(std::string_view head) {
  const Table table(head);
  constexpr std::uint32_t kCmap = 0x636D6170;
  const std::uint32_t version = table.U32(0);
  const bool font = version == 0x00010000 || version == 0x4F54544F || version == 0x74727565;
  if (head.size() < 12 || !font) return {.directory_read = head.size() >= 12};
  const std::size_t tables = table.U16(4);
  TablePlace place;
  place.directory_read = head.size() >= 12 + 16 * tables;
  for (std::size_t i = 0; i < tables; ++i) {
    if (table.U32(12 + 16 * i) != kCmap) continue;
    place.offset = table.U32(12 + 16 * i + 8);
    place.length = table.U32(12 + 16 * i + 12);
  }
  return place;
}

FontCharacters ReadFontCharacters(std::string_view data) {
  const Table table(data);
  FontCharacters characters;
  const std::size_t subtables = std::min<std::size_t>(table.U16(2), 32);
  for (std::size_t i = 0; i < subtables; ++i) {
    const std::uint32_t platform = table.U16(4 + 8 * i);
    const std::uint32_t encoding = table.U16(4 + 8 * i + 2);
    const std::size_t at = table.U32(4 + 8 * i + 4);
    // 3, 0 is the symbol encoding and platform 1 the Macintosh's: codes, not characters.
    const bool unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
    if (!unicode || at >= data.size()) continue;
    const std::uint32_t format = table.U16(at);
    if (format == 4) ReadSegments(table, at, characters.of_glyph);
    if (format == 6) ReadTrimmed(table, at, characters.of_glyph);
    if (format == 12) ReadGroups(table, at, characters.of_glyph);
  }
  std::sort(characters.of_glyph.begin(), characters.of_glyph.end());
  return characters;
}

}  // namespace dossier::pdf::content
