// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dossier::test {

/// CRC-32 as ZIP and gzip want it (ISO 3309), bit by bit: enough for tests.
inline std::uint32_t Crc32(const std::string& data) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char c : data) {
    crc ^= static_cast<unsigned char>(c);
    for (int i = 0; i < 8; ++i) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

inline std::string LittleEndian(std::uint64_t value, int size) {
  std::string bytes;
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  return bytes;
}

/// A member of a ZIP file, stored as it is. `flags` 1: says that it is encrypted. A `claimed` size
/// other than 0 stands in the heads in the place of the true one.
struct ZipMember {
  std::string name;
  std::string content;
  std::uint16_t flags = 0;
  std::uint32_t claimed = 0;
};

/// A ZIP file of these members, written by hand (PKWARE APPNOTE 6.3), for files that no writer of
/// ZIP files would make.
inline std::string SmallZip(const std::vector<ZipMember>& members) {
  std::string file;
  std::string directory;
  for (const ZipMember& member : members) {
    const std::uint32_t size = member.claimed != 0 ? member.claimed : static_cast<std::uint32_t>(member.content.size());
    const std::string head = LittleEndian(20, 2) + LittleEndian(member.flags, 2) + LittleEndian(0, 2) + LittleEndian(0, 4) +
                             LittleEndian(Crc32(member.content), 4) + LittleEndian(member.content.size(), 4) +
                             LittleEndian(size, 4) + LittleEndian(member.name.size(), 2) + LittleEndian(0, 2);
    directory += "PK\1\2" + LittleEndian(20, 2) + head + LittleEndian(0, 2) + LittleEndian(0, 4) + LittleEndian(0, 4) +
                 LittleEndian(file.size(), 4) + member.name;
    file += "PK\3\4" + head + member.name + member.content;
  }
  const std::string end = std::string("PK\5\6") + LittleEndian(0, 4) + LittleEndian(members.size(), 2) +
                          LittleEndian(members.size(), 2) + LittleEndian(directory.size(), 4) + LittleEndian(file.size(), 4) +
                          LittleEndian(0, 2);
  return file + directory + end;
}

}  // namespace dossier::test
