// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"

namespace dossier::assemble {

/// Writes values one after the other: integers as eight bytes, lowest first; text as its size and
/// its bytes. For the process boundary only; the two sides are of one build.
class WireWriter {
 public:
  void Number(std::int64_t value);
  void Flag(bool value) { Number(value ? 1 : 0); }
  void Text(ByteView value);
  void Value(const Digest& value);
  [[nodiscard]] Bytes Take() && { return std::move(bytes_); }

 private:
  Bytes bytes_;
};

/// Reads them back. After the first value that is not there or not possible `ok()` stays false and
/// everything read is empty, so that a reader can read on and ask once at the end.
class WireReader {
 public:
  explicit WireReader(ByteView bytes) : rest_(bytes) {}

  [[nodiscard]] std::int64_t Number();
  /// A number that an `int` holds.
  [[nodiscard]] int Small();
  [[nodiscard]] bool Flag();
  [[nodiscard]] std::string Text();
  [[nodiscard]] Digest Value();
  /// A number of items to follow, each of at least `item_size` bytes: never more than the rest can
  /// hold, so that nothing is allocated for items that are not there.
  [[nodiscard]] std::size_t Count(std::size_t item_size);

  [[nodiscard]] bool ok() const { return ok_; }
  /// True when everything was read and nothing is left.
  [[nodiscard]] bool Finished() const { return ok_ && rest_.empty(); }

 private:
  ByteView Take(std::size_t size);

  ByteView rest_;
  bool ok_ = true;
};

}  // namespace dossier::assemble
