// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "compiler/foundation/bytes.h"

namespace dossier::fonts {

/// Big-endian numbers out of a font table. Reading past the end gives 0 and clears `ok()`.
class TableReader {
 public:
  TableReader() = default;
  explicit TableReader(ByteView bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint32_t U8(std::size_t at) const { return Number(at, 1); }
  [[nodiscard]] std::uint32_t U16(std::size_t at) const { return Number(at, 2); }
  [[nodiscard]] std::int32_t S16(std::size_t at) const {
    return static_cast<std::int16_t>(Number(at, 2));
  }
  [[nodiscard]] std::uint32_t U32(std::size_t at) const { return Number(at, 4); }
  [[nodiscard]] std::size_t size() const { return bytes_.size(); }
  [[nodiscard]] ByteView bytes() const { return bytes_; }
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  [[nodiscard]] std::uint32_t Number(std::size_t at, std::size_t count) const {
    if (at > bytes_.size() || bytes_.size() - at < count) {
      ok_ = false;
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      value = (value << 8) | static_cast<unsigned char>(bytes_[at + i]);
    }
    return value;
  }

  ByteView bytes_;
  mutable bool ok_ = true;
};

/// The table `tag` of a TrueType file (OpenType 1.9, table directory); nothing when absent or
/// outside the file.
[[nodiscard]] std::optional<ByteView> FindTable(ByteView file, const char* tag);

}  // namespace dossier::fonts
