// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/der.h"

#include <algorithm>

namespace dossier::crypto {

Bytes Der(std::uint8_t tag, ByteView content) {
  Bytes value(1, static_cast<char>(tag));
  if (content.size() < 0x80) {
    value += static_cast<char>(content.size());
  } else {
    Bytes length;
    for (std::size_t rest = content.size(); rest != 0; rest >>= 8) {
      length.insert(length.begin(), static_cast<char>(rest & 0xFF));
    }
    value += static_cast<char>(0x80 | length.size());
    value += length;
  }
  value += content;
  return value;
}

Bytes DerSequence(const std::vector<Bytes>& values) {
  Bytes content;
  for (const Bytes& value : values) content += value;
  return Der(kDerSequence, content);
}

Bytes DerSetContent(std::vector<Bytes> values) {
  // std::string compares its characters as unsigned, which is the order of X.690.
  std::sort(values.begin(), values.end());
  Bytes content;
  for (const Bytes& value : values) content += value;
  return content;
}

std::optional<std::size_t> DerSize(ByteView data) {
  if (data.size() < 2) return std::nullopt;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(data[i]); };
  std::size_t size = byte(1);
  std::size_t head = 2;
  if (size >= 0x80) {
    const std::size_t count = size - 0x80;
    if (count == 0 || count > 4 || data.size() < 2 + count || byte(2) == 0) return std::nullopt;
    size = 0;
    for (std::size_t i = 0; i < count; ++i) size = size << 8 | byte(2 + i);
    if (size < 0x80) return std::nullopt;
    head += count;
  }
  if (size > data.size() - head) return std::nullopt;
  return head + size;
}

std::optional<ByteView> DerContent(ByteView data, std::uint8_t tag) {
  const auto size = DerSize(data);
  if (!size || static_cast<std::uint8_t>(data[0]) != tag) return std::nullopt;
  const auto length = static_cast<std::uint8_t>(data[1]);
  const std::size_t head = length < 0x80 ? 2 : 2 + static_cast<std::size_t>(length & 0x7FU);
  return data.substr(head, *size - head);
}

}  // namespace dossier::crypto
