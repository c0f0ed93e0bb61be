// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/crypto/hash.h"
#include "compiler/foundation/bytes.h"

/// OpenTimestamps proofs, put together by hand as the reference implementation writes them.
namespace dossier::proofs::testing_support {

/// The header of core/timestamp.py and version 1.
inline Bytes Magic() {
  constexpr std::string_view kHead("\x00OpenTimestamps\x00\x00Proof\x00", 23);
  return Bytes(kHead) + "\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01";
}

inline Bytes Number(std::uint64_t value) {
  Bytes out;
  do {
    const auto low = static_cast<unsigned char>(value & 0x7FU);
    value >>= 7U;
    out += static_cast<char>(value != 0 ? low | 0x80U : low);
  } while (value != 0);
  return out;
}

inline Bytes Sized(ByteView words) { return Number(words.size()) + Bytes(words); }
inline Bytes Append(ByteView words) { return "\xf0" + Sized(words); }
inline Bytes Prepend(ByteView words) { return "\xf1" + Sized(words); }

inline const Bytes kSha256Step = "\x08";
inline const Bytes kSha1Step = "\x02";
inline const Bytes kKeccakStep = "\x67";
inline const Bytes kFork = "\xff";

inline Bytes End(ByteView tag, ByteView payload) { return Bytes(1, '\0') + Bytes(tag) + Sized(payload); }
inline Bytes Bitcoin(std::uint64_t height) { return End("\x05\x88\x96\x0d\x73\xd7\x19\x01", Number(height)); }
inline Bytes Pending(ByteView address) { return End("\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e", Sized(address)); }

/// A proof over the SHA-256 of `file` with these paths.
inline Bytes ProofOf(ByteView file, const Bytes& paths) {
  return Magic() + kSha256Step + crypto::Hash(crypto::HashKind::kSha256, file) + paths;
}

}  // namespace dossier::proofs::testing_support
