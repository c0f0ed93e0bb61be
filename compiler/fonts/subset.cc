// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/subset.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "compiler/fonts/table_reader.h"

namespace dossier::fonts {
namespace {

// Flags of a component of a composite glyph (OpenType 1.9, glyf).
constexpr std::uint32_t kWordArguments = 0x0001;
constexpr std::uint32_t kScale = 0x0008;
constexpr std::uint32_t kMoreComponents = 0x0020;
constexpr std::uint32_t kXAndYScale = 0x0040;
constexpr std::uint32_t kTwoByTwo = 0x0080;

struct Tables {
  TableReader head, hhea, hmtx, loca, glyf, maxp;
  bool long_offsets = false;
  std::uint32_t glyphs = 0;
  std::uint32_t metrics = 0;
};

std::optional<Tables> ReadTables(ByteView file) {
  Tables tables;
  const std::array<std::pair<const char*, TableReader*>, 6> wanted = {{{"head", &tables.head},
                                                                       {"hhea", &tables.hhea},
                                                                       {"hmtx", &tables.hmtx},
                                                                       {"loca", &tables.loca},
                                                                       {"glyf", &tables.glyf},
                                                                       {"maxp", &tables.maxp}}};
  for (const auto& [tag, reader] : wanted) {
    const std::optional<ByteView> table = FindTable(file, tag);
    if (!table) {
      return std::nullopt;
    }
    *reader = TableReader(*table);
  }
  tables.long_offsets = tables.head.S16(50) != 0;
  tables.glyphs = tables.maxp.U16(4);
  tables.metrics = tables.hhea.U16(34);
  if (tables.head.size() < 54 || tables.hhea.size() < 36 || tables.metrics == 0) {
    return std::nullopt;
  }
  return tables;
}

/// The bytes of a glyph; nothing when the tables do not agree.
std::optional<ByteView> GlyphBytes(const Tables& tables, std::uint32_t glyph) {
  const auto offset = [&](std::size_t index) -> std::size_t {
    return tables.long_offsets ? tables.loca.U32(index * 4)
                               : std::size_t{tables.loca.U16(index * 2)} * 2;
  };
  const std::size_t begin = offset(glyph);
  const std::size_t end = offset(std::size_t{glyph} + 1);
  if (glyph >= tables.glyphs || !tables.loca.ok() || begin > end || end > tables.glyf.size()) {
    return std::nullopt;
  }
  return tables.glyf.bytes().substr(begin, end - begin);
}

/// Where the component numbers stand in a composite glyph; empty for a simple one.
std::vector<std::size_t> ComponentPlaces(ByteView bytes) {
  std::vector<std::size_t> places;
  const TableReader glyph(bytes);
  if (bytes.size() < 10 || glyph.S16(0) >= 0) {
    return places;
  }
  std::size_t at = 10;
  std::uint32_t flags = kMoreComponents;
  while ((flags & kMoreComponents) != 0 && at + 4 <= bytes.size()) {
    flags = glyph.U16(at);
    places.push_back(at + 2);
    at += 4 + ((flags & kWordArguments) != 0 ? 4u : 2u);
    at += (flags & kScale) != 0        ? 2u
          : (flags & kXAndYScale) != 0 ? 4u
          : (flags & kTwoByTwo) != 0   ? 8u
                                       : 0u;
  }
  return places;
}

/// `glyphs` with everything they are built of; nothing when the font is broken there.
std::optional<std::set<std::uint32_t>> Closure(const Tables& tables,
                                               const std::set<std::uint32_t>& glyphs) {
  std::set<std::uint32_t> reached = {0};
  std::vector<std::uint32_t> open(glyphs.begin(), glyphs.end());
  open.push_back(0);
  while (!open.empty()) {
    const std::uint32_t glyph = open.back();
    open.pop_back();
    const std::optional<ByteView> bytes = GlyphBytes(tables, glyph);
    if (!bytes) {
      return std::nullopt;
    }
    reached.insert(glyph);
    for (const std::size_t place : ComponentPlaces(*bytes)) {
      const std::uint32_t part = TableReader(*bytes).U16(place);
      if (!reached.contains(part)) {
        open.push_back(part);
      }
    }
  }
  return reached;
}

void Put16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>(value >> 8));
  out.push_back(static_cast<char>(value));
}

void Put32(std::string& out, std::uint32_t value) {
  Put16(out, value >> 16);
  Put16(out, value & 0xFFFF);
}

void Patch16(std::string& out, std::size_t at, std::uint32_t value) {
  out[at] = static_cast<char>(value >> 8);
  out[at + 1] = static_cast<char>(value);
}

/// Sum of the big-endian words, the last one filled up with zeros (OpenType 1.9, checksums).
std::uint32_t Checksum(ByteView bytes) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    sum += static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (24 - 8 * (i % 4));
  }
  return sum;
}

/// A TrueType file of `tables`; `std::map` gives the order of tags that the format wants.
Bytes WriteFile(const std::map<std::string, std::string>& tables) {
  const auto count = static_cast<std::uint32_t>(tables.size());
  std::uint32_t power = 1, log = 0;
  while (power * 2 <= count) {
    power *= 2;
    ++log;
  }
  Bytes out;
  Put32(out, 0x00010000);
  Put16(out, count);
  Put16(out, power * 16);
  Put16(out, log);
  Put16(out, count * 16 - power * 16);
  std::size_t offset = 12 + std::size_t{16} * count;
  std::size_t head = 0;
  for (const auto& [tag, bytes] : tables) {
    head = tag == "head" ? offset : head;
    out += tag;
    Put32(out, Checksum(bytes));
    Put32(out, static_cast<std::uint32_t>(offset));
    Put32(out, static_cast<std::uint32_t>(bytes.size()));
    offset += (bytes.size() + 3) / 4 * 4;
  }
  for (const auto& [tag, bytes] : tables) {
    out += bytes;
    out.resize((out.size() + 3) / 4 * 4, '\0');
  }
  std::string adjustment;
  Put32(adjustment, 0xB1B0AFBAu - Checksum(out));
  out.replace(head + 8, 4, adjustment);
  return out;
}

struct Outlines {
  std::string glyf, loca, hmtx;
};

/// The glyphs in their new order. Nothing when metrics are missing.
std::optional<Outlines> CopyGlyphs(const Tables& tables, Subset& subset) {
  std::map<std::uint32_t, std::uint32_t> renumbered;
  for (std::size_t i = 0; i < subset.originals.size(); ++i) {
    renumbered[subset.originals[i]] = static_cast<std::uint32_t>(i);
  }
  Outlines out;
  for (const std::uint32_t original : subset.originals) {
    Put32(out.loca, static_cast<std::uint32_t>(out.glyf.size()));
    std::string bytes(GlyphBytes(tables, original).value_or(ByteView()));
    for (const std::size_t place : ComponentPlaces(bytes)) {
      Patch16(bytes, place, renumbered.at(TableReader(bytes).U16(place)));
    }
    bytes.resize((bytes.size() + 3) / 4 * 4, '\0');
    out.glyf += bytes;
    // The last advance stands for all glyphs after it (hmtx).
    const bool own = original < tables.metrics;
    const std::size_t last = std::size_t{tables.metrics} * 4;
    const std::uint32_t advance = tables.hmtx.U16(own ? std::size_t{original} * 4 : last - 4);
    const std::uint32_t bearing = tables.hmtx.U16(
        own ? std::size_t{original} * 4 + 2 : last + std::size_t{original - tables.metrics} * 2);
    Put16(out.hmtx, advance);
    Put16(out.hmtx, bearing);
    subset.advances.push_back(static_cast<int>(advance));
  }
  Put32(out.loca, static_cast<std::uint32_t>(out.glyf.size()));
  return tables.hmtx.ok() ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace

Result<Subset> MakeSubset(ByteView file, const std::set<std::uint32_t>& glyphs) {
  const std::optional<Tables> tables = ReadTables(file);
  if (!tables) {
    return Failure{"the font has no TrueType outlines"};
  }
  const std::optional<std::set<std::uint32_t>> closure = Closure(*tables, glyphs);
  if (!closure) {
    return Failure{"the font has a glyph outside its tables"};
  }
  Subset subset;
  subset.originals.assign(closure->begin(), closure->end());
  std::optional<Outlines> outlines = CopyGlyphs(*tables, subset);
  if (!outlines) {
    return Failure{"the font has no width for a glyph"};
  }
  const auto count = static_cast<std::uint32_t>(subset.originals.size());
  std::map<std::string, std::string> out = {
      {"head", std::string(tables->head.bytes())}, {"hhea", std::string(tables->hhea.bytes())},
      {"maxp", std::string(tables->maxp.bytes())}, {"glyf", std::move(outlines->glyf)},
      {"loca", std::move(outlines->loca)},         {"hmtx", std::move(outlines->hmtx)}};
  out["head"].replace(8, 4, 4, '\0');
  Patch16(out["head"], 50, 1);  // long offsets
  Patch16(out["hhea"], 34, count);
  Patch16(out["maxp"], 4, count);
  for (const char* tag : {"cvt ", "fpgm", "prep"}) {
    if (const std::optional<ByteView> table = FindTable(file, tag)) {
      out[tag] = std::string(*table);
    }
  }
  subset.file = WriteFile(out);
  return subset;
}

}  // namespace dossier::fonts
