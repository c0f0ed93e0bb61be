// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/codec.h"

#include <bit>

namespace dossier::worker {

void Encoder::Number(std::int64_t value) {
  auto rest = static_cast<std::uint64_t>(value);
  for (int i = 0; i < 8; ++i) {
    bytes_.push_back(static_cast<char>(rest & 0xFF));
    rest >>= 8;
  }
}

void Encoder::Real(double value) { Number(std::bit_cast<std::int64_t>(value)); }

void Encoder::String(ByteView value) {
  Count(value.size());
  bytes_.append(value);
}

ByteView Decoder::TakeBytes(std::uint64_t count) {
  if (!ok_ || count > rest_.size()) {
    Fail();
    return {};
  }
  const ByteView taken = rest_.substr(0, static_cast<std::size_t>(count));
  rest_.remove_prefix(static_cast<std::size_t>(count));
  return taken;
}

std::uint8_t Decoder::Byte() {
  const ByteView taken = TakeBytes(1);
  return taken.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(taken[0]);
}

bool Decoder::Flag() {
  const std::uint8_t value = Byte();
  if (value > 1) Fail();
  return value == 1;
}

std::int64_t Decoder::Number() {
  const ByteView taken = TakeBytes(8);
  std::uint64_t value = 0;
  for (std::size_t i = taken.size(); i > 0; --i) {
    value = value << 8 | static_cast<std::uint8_t>(taken[i - 1]);
  }
  return static_cast<std::int64_t>(value);
}

std::int64_t Decoder::NumberWithin(std::int64_t least, std::int64_t most) {
  const std::int64_t value = Number();
  if (!ok_) return least;
  if (value < least || value > most) {
    Fail();
    return least;
  }
  return value;
}

double Decoder::Real() { return std::bit_cast<double>(Number()); }

ByteView Decoder::View() { return TakeBytes(static_cast<std::uint64_t>(Number())); }

Bytes Decoder::String() { return Bytes(View()); }

std::size_t Decoder::Count(std::size_t least_bytes) {
  const auto value = static_cast<std::uint64_t>(Number());
  const std::size_t fits = rest_.size() / (least_bytes == 0 ? 1 : least_bytes);
  if (value > fits) {
    Fail();
    return 0;
  }
  return static_cast<std::size_t>(value);
}

}  // namespace dossier::worker
