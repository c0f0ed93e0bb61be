// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/wire.h"

#include <algorithm>
#include <limits>

namespace dossier::assemble {

void WireWriter::Number(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) bytes_ += static_cast<char>(bits >> shift & 0xFF);
}

void WireWriter::Text(ByteView value) {
  Number(static_cast<std::int64_t>(value.size()));
  bytes_ += value;
}

void WireWriter::Value(const Digest& value) {
  bytes_.append(value.bytes.begin(), value.bytes.end());
}

ByteView WireReader::Take(std::size_t size) {
  if (!ok_ || size > rest_.size()) {
    ok_ = false;
    return {};
  }
  const ByteView taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::int64_t WireReader::Number() {
  const ByteView taken = Take(8);
  std::uint64_t bits = 0;
  for (std::size_t i = taken.size(); i > 0; --i) {
    bits = bits << 8 | static_cast<unsigned char>(taken[i - 1]);
  }
  return static_cast<std::int64_t>(bits);
}

int WireReader::Small() {
  const std::int64_t value = Number();
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
    ok_ = false;
    return 0;
  }
  return static_cast<int>(value);
}

bool WireReader::Flag() {
  const std::int64_t value = Number();
  if (value != 0 && value != 1) ok_ = false;
  return ok_ && value == 1;
}

std::string WireReader::Text() {
  const std::int64_t size = Number();
  if (size < 0) ok_ = false;
  return std::string(Take(ok_ ? static_cast<std::size_t>(size) : 0));
}

Digest WireReader::Value() {
  Digest digest;
  const ByteView taken = Take(digest.bytes.size());
  std::transform(taken.begin(), taken.end(), digest.bytes.begin(),
                 [](char c) { return static_cast<std::uint8_t>(c); });
  return digest;
}

std::size_t WireReader::Count(std::size_t item_size) {
  const std::int64_t count = Number();
  if (count < 0 || static_cast<std::uint64_t>(count) > rest_.size() / item_size) ok_ = false;
  return ok_ ? static_cast<std::size_t>(count) : 0;
}

}  // namespace dossier::assemble
