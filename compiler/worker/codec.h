// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::worker {

/// Puts plain values one after the other: numbers in little-endian order, strings with their length
/// in eight bytes before them. What `Decoder` takes apart on the other side of the boundary.
class Encoder {
 public:
  void Byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void Flag(bool value) { Byte(value ? 1 : 0); }
  void Number(std::int64_t value);
  void Real(double value);  // bit for bit
  void String(ByteView value);
  /// Before the items of a list.
  void Count(std::size_t value) { Number(static_cast<std::int64_t>(value)); }

  [[nodiscard]] Bytes Take() && { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

/// Reads what `Encoder` wrote, from a side that is not trusted. After the first mistake everything
/// reads as zero or empty and `ok()` stays false. Never allocates more than the input has bytes.
class Decoder {
 public:
  explicit Decoder(ByteView bytes) : rest_(bytes) {}

  std::uint8_t Byte();
  /// Anything but 0 and 1 is a mistake.
  bool Flag();
  std::int64_t Number();
  /// A number from `least` to `most`; others are a mistake.
  std::int64_t NumberWithin(std::int64_t least, std::int64_t most);
  double Real();
  Bytes String();
  /// The same without a copy; holds as long as the input.
  ByteView View();
  /// Items that follow, each at least `least_bytes` long: more than the rest could hold is a
  /// mistake.
  std::size_t Count(std::size_t least_bytes);

  [[nodiscard]] bool ok() const { return ok_; }
  /// Everything read, nothing left, no mistake.
  [[nodiscard]] bool Finished() const { return ok_ && rest_.empty(); }
  void Fail() {
    ok_ = false;
    rest_ = {};
  }

 private:
  ByteView TakeBytes(std::uint64_t count);

  ByteView rest_;
  bool ok_ = true;
};

}  // namespace dossier::worker
