// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/stated_digest.h"

#include <algorithm>
#include <optional>

#include "compiler/crypto/hash.h"

namespace dossier::capture {
namespace {

struct Stated {
  crypto::HashKind hash;
  Bytes value;
};

std::optional<Bytes> FromHex(std::string_view text) {
  Bytes bytes;
  if (text.size() % 2 != 0) return std::nullopt;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = digit(text[i]);
    const int low = digit(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes += static_cast<char>(high * 16 + low);
  }
  return bytes;
}

/// RFC 4648, 6, either case, padding optional.
std::optional<Bytes> FromBase32(std::string_view text) {
  while (text.ends_with('=')) text.remove_suffix(1);
  Bytes bytes;
  unsigned held = 0;
  int bits = 0;
  for (const char c : text) {
    const int value = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a'
                    : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    if (value < 0) return std::nullopt;
    held = (held << 5 | static_cast<unsigned>(value)) & 0xFFFF;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  return bytes;
}

std::optional<Stated> Parse(std::string_view stated) {
  const std::size_t colon = stated.find(':');
  if (colon == std::string_view::npos || stated.size() > 200) return std::nullopt;
  const auto hash = crypto::HashByName(stated.substr(0, colon));
  if (!hash) return std::nullopt;
  std::string_view value = stated.substr(colon + 1);
  value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
  // The two forms never have one length.
  const bool hex = value.size() == 2 * crypto::HashSize(*hash);
  auto bytes = hex ? FromHex(value) : FromBase32(value);
  if (!bytes || bytes->size() != crypto::HashSize(*hash)) return std::nullopt;
  return Stated{*hash, std::move(*bytes)};
}

}  // namespace

Proof CheckDigest(std::string_view stated, ByteView data) {
  const auto parsed = Parse(stated);
  if (!parsed) return Proof::kNone;
  return crypto::Hash(parsed->hash, data) == parsed->value ? Proof::kHolds : Proof::kDiffers;
}

bool IsKnownDigest(std::string_view stated) { return Parse(stated).has_value(); }

Proof Both(Proof a, Proof b) {
  if (a == Proof::kDiffers || b == Proof::kDiffers) return Proof::kDiffers;
  return a == Proof::kHolds || b == Proof::kHolds ? Proof::kHolds : Proof::kNone;
}

}  // namespace dossier::capture
