// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/table_reader.h"

#include <cstring>

namespace dossier::fonts {

std::optional<ByteView> FindTable(ByteView file, const char* tag) {
  const TableReader reader(file);
  const std::size_t count = reader.U16(4);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = 12 + 16 * i;
    if (entry + 16 > file.size()) {
      return std::nullopt;
    }
    if (std::memcmp(file.data() + entry, tag, 4) != 0) {
      continue;
    }
    const std::size_t offset = reader.U32(entry + 8);
    const std::size_t length = reader.U32(entry + 12);
    if (offset > file.size() || file.size() - offset < length) {
      return std::nullopt;
    }
    return file.substr(offset, length);
  }
  return std::nullopt;
}

}  // namespace dossier::fonts
