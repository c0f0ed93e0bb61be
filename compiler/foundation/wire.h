// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"

namespace dossier {

/// Puts plain values one after the other, for the boundary between two processes of one build:
/// flags as one byte, numbers as eight in little-endian order, digests as they are, text with its
/// length before it. What `WireReader` takes apart on the other side.
class WireWriter {
 public:
  void Byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void Flag(bool value) { Byte(value ? 1 : 0); }
  void Number(std::int64_t value);
  void Real(double value);  // bit for bit
  void Digest(const dossier::Digest& value);
  /// Any bytes, text or not.
  void Text(ByteView value);
  /// Before the items of a list.
  void Count(std::size_t value) { Number(static_cast<std::int64_t>(value)); }

  [[nodiscard]] Bytes Take() && { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

/// Sizes of what `WireWriter` writes, for `WireReader::Count`; a text is at least this long.
inline constexpr std::size_t kWireFlagSize = 1;
inline constexpr std::size_t kWireNumberSize = 8;
inline constexpr std::size_t kWireTextSize = kWireNumberSize;
inline constexpr std::size_t kWireDigestSize = sizeof(Digest::bytes);

/// Reads what `WireWriter` wrote, from a side that is not trusted. After the first mistake
/// everything reads as zero or empty and `ok()` stays false, so that a reader can read on and ask
/// once at the end. Never allocates more than the input has bytes.
class WireReader {
 public:
  explicit WireReader(ByteView bytes) : rest_(bytes) {}

  std::uint8_t Byte();
  /// Anything but 0 and 1 is a mistake.
  bool Flag();
  std::int64_t Number();
  /// A number from `least` to `most`; others are a mistake, and `least` after any mistake.
  std::int64_t NumberWithin(std::int64_t least, std::int64_t most);
  /// A number that an `int` holds.
  int Small();
  double Real();
  dossier::Digest Digest();
  std::string Text();
  /// The same without a copy; holds as long as the input.
  ByteView View();
  /// Items that follow, each at least `least_bytes` long: more than the rest could hold is a
  /// mistake.
  std::size_t Count(std::size_t least_bytes);

  [[nodiscard]] bool ok() const { return ok_; }
  /// Everything read, nothing left, no mistake.
  [[nodiscard]] bool Finished() const { return ok_ && rest_.empty(); }
  /// For a mistake that only the caller can see.
  void Fail() {
    ok_ = false;
    rest_ = {};
  }

 private:
  ByteView TakeBytes(std::uint64_t count);

  ByteView rest_;
  bool ok_ = true;
};

}  // namespace dossier
