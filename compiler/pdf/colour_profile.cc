// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier::pdf::internal {

namespace {

constexpr std::string_view kName = "sRGB IEC61966-2.1";
constexpr std::string_view kCopyright = "No copyright, use freely";
constexpr std::size_t kHeader = 128;

using Xyz = std::array<std::uint32_t, 3>;

// In units of 1/65536. The primaries of IEC 61966-2-1, adapted to D50 by the matrix of Bradford
// (ICC.1:2010, annex E), which is given as well.
constexpr Xyz kD50 = {0xF6D6, 0x10000, 0xD32D};
constexpr Xyz kRed = {0x6FA2, 0x38F5, 0x0390};
constexpr Xyz kGreen = {0x6299, 0xB785, 0x18DA};
constexpr Xyz kBlue = {0x24A0, 0x0F84, 0xB6CF};
constexpr std::array<std::uint32_t, 9> kBradford = {0x00010C42, 0x000005DE, 0xFFFFF325,
                                                    0x00000793, 0x0000FD90, 0xFFFFFBA1,
                                                    0xFFFFFDA2, 0x000003DC, 0x0000C06E};
// Y = ((X + 0.055) / 1.055) ^ 2.4 from 0.04045 on, X / 12.92 below.
constexpr std::array<std::uint32_t, 5> kCurve = {0x00026666, 0x0000F2A7, 0x00000D59, 0x000013D0,
                                                 0x00000A5B};

void Put32(std::uint32_t value, std::string& out) {
  for (const unsigned shift : {24u, 16u, 8u, 0u}) out += static_cast<char>(value >> shift & 0xFF);
}

void Put16(std::uint32_t value, std::string& out) {
  out += static_cast<char>(value >> 8 & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

std::string Typed(std::string_view type) { return std::string(type) + std::string(4, '\0'); }

std::string XyzData(const Xyz& value) {
  std::string data = Typed("XYZ ");
  for (const std::uint32_t part : value) Put32(part, data);
  return data;
}

/// Text in one language (10.13); version 2 has types of its own for it.
std::string Multilingual(std::string_view text) {
  std::string data = Typed("mluc");
  Put32(1, data);
  Put32(12, data);
  data += "enUS";
  Put32(static_cast<std::uint32_t>(2 * text.size()), data);
  Put32(28, data);
  for (const char c : text) Put16(static_cast<unsigned char>(c), data);
  return data;
}

std::string Description(std::string_view text) {
  std::string data = Typed("desc");
  Put32(static_cast<std::uint32_t>(text.size() + 1), data);
  data += text;
  constexpr std::size_t kNoUnicodeNoScript = 8 + 3 + 67;
  return data + std::string(1 + kNoUnicodeNoScript, '\0');
}

std::string Formula() {
  std::string data = Typed("para");
  Put16(3, data);
  Put16(0, data);
  for (const std::uint32_t part : kCurve) Put32(part, data);
  return data;
}

std::string Table() {
  constexpr int kPoints = 1024;
  std::string data = Typed("curv");
  Put32(kPoints, data);
  for (int i = 0; i < kPoints; ++i) {
    const double x = static_cast<double>(i) / (kPoints - 1);
    const double y = x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4);
    Put16(static_cast<std::uint32_t>(std::lround(y * 65535)), data);
  }
  return data;
}

struct Tag {
  std::string_view name;
  std::string data;
};

std::vector<Tag> TagsOf(ProfileVersion version) {
  const bool formula = version == ProfileVersion::k4;
  std::string matrix = Typed("sf32");
  for (const std::uint32_t part : kBradford) Put32(part, matrix);
  std::vector<Tag> tags = {
      {"desc", formula ? Multilingual(kName) : Description(kName)},
      {"cprt", formula ? Multilingual(kCopyright) : Typed("text") + std::string(kCopyright) + '\0'},
      {"wtpt", XyzData(kD50)},
      {"chad", matrix},
      {"rXYZ", XyzData(kRed)},
      {"gXYZ", XyzData(kGreen)},
      {"bXYZ", XyzData(kBlue)},
      {"rTRC", formula ? Formula() : Table()},
      {"gTRC", {}},  // as red
      {"bTRC", {}}};
  return tags;
}

/// Clause 7.2.
std::string Header(ProfileVersion version, std::size_t size) {
  std::string header;
  Put32(static_cast<std::uint32_t>(size), header);
  Put32(0, header);
  Put32(version == ProfileVersion::k4 ? 0x04300000 : 0x02100000, header);
  header += "mntrRGB XYZ ";
  for (const std::uint32_t part : {2026u, 1u, 1u, 0u, 0u, 0u}) Put16(part, header);
  header += "acsp";
  header.resize(68, '\0');
  for (const std::uint32_t part : kD50) Put32(part, header);
  header.resize(kHeader, '\0');
  return header;
}

}  // namespace

std::string SrgbProfile(ProfileVersion version) {
  const std::vector<Tag> tags = TagsOf(version);
  const std::size_t first = kHeader + 4 + 12 * tags.size();
  std::string table;
  std::string data;
  Put32(static_cast<std::uint32_t>(tags.size()), table);
  std::size_t begin = first;
  std::size_t size = 0;
  for (const Tag& tag : tags) {
    if (!tag.data.empty()) {
      begin = first + data.size();
      size = tag.data.size();
      data += tag.data;
      data.resize((data.size() + 3) / 4 * 4, '\0');
    }
    table += tag.name;
    Put32(static_cast<std::uint32_t>(begin), table);
    Put32(static_cast<std::uint32_t>(size), table);
  }
  return Header(version, first + data.size()) + table + data;
}

}  // namespace dossier::pdf::internal
