// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/wire.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace dossier {

void WireWriter::Number(std::int64_t value) {
  auto rest = static_cast<std::uint64_t>(value);
  for (int i = 0; i < 8; ++i) {
    bytes_.push_back(static_cast<char>(rest & 0xFF));
    rest >>= 8;
  }
}

void WireWriter::Real(double value) { Number(std::bit_cast<std::int64_t>(value)); }

void WireWriter::Digest(const dossier::Digest& value) {
  bytes_.append(value.bytes.begin(), value.bytes.end());
}

void WireWriter::Text(ByteView value) {
  Count(value.size());
  bytes_.append(value);
}

ByteView WireReader::TakeBytes(std::uint64_t count) {
  if (!ok_ || count > rest_.size()) {
    Fail();
    return {};
  }
  const ByteView taken = rest_.substr(0, static_cast<std::size_t>(count));
  rest_.remove_prefix(static_cast<std::size_t>(count));
  return taken;
}

std::uint8_t WireReader::Byte() {
  const ByteView taken = TakeBytes(1);
  return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken[0]);
}

bool WireReader::Flag() {
  const std::uint8_t value = Byte();
  if (value > 1) Fail();
  return value == 1;
}

std::int64_t WireReader::Number() {
  const ByteView taken = TakeBytes(8);
  std::uint64_t value = 0;
  for (std::size_t i = taken.size(); i > 0; --i) {
    value = value << 8 | static_cast<std::uint8_t>(taken[i - 1]);
  }
  return static_cast<std::int64_t>(value);
}

std::int64_t WireReader::NumberWithin(std::int64_t least, std::int64_t most) {
  const std::int64_t value = Number();
  if (!ok_) return least;
  if (value < least || value > most) {
    Fail();
    return least;
  }
  return value;
}

int WireReader::Small() {
  const std::int64_t value = Number();
  if (value < std::numeric_limits<int>::min() || value > std::numeric_limits<int>::max()) {
    Fail();
    return 0;
  }
  return static_cast<int>(value);
}

double WireReader::Real() { return std::bit_cast<double>(Number()); }

Digest WireReader::Digest() {
  dossier::Digest digest;
  const ByteView taken = TakeBytes(digest.bytes.size());
  std::transform(taken.begin(), taken.end(), digest.bytes.begin(),
                 [](char c) { return static_cast<std::uint8_t>(c); });
  return digest;
}

// A negative length becomes one that no input has.
ByteView WireReader::View() { return TakeBytes(static_cast<std::uint64_t>(Number())); }

std::string WireReader::Text() { return std::string(View()); }

std::size_t WireReader::Count(std::size_t least_bytes) {
  const auto value = static_cast<std::uint64_t>(Number());
  const std::size_t fits = rest_.size() / (least_bytes == 0 ? 1 : least_bytes);
  if (value > fits) {
    Fail();
    return 0;
  }
  return static_cast<std::size_t>(value);
}

}  // namespace dossier
