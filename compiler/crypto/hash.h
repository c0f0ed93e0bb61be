// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/foundation/bytes.h"

namespace dossier::crypto {

/// Digests that proofs of time and web captures are made with. The program itself uses SHA-256 only. Values are
/// stored in caches: never change or reuse a number.
enum class HashKind { kSha256 = 0, kSha384 = 1, kSha512 = 2, kSha1 = 3, kRipemd160 = 4, kMd5 = 5 };
inline constexpr int kHashKinds = 6;

/// "SHA-256".
[[nodiscard]] std::string_view ToString(HashKind kind);
/// "sha256" and "SHA-256" alike, as files name them (WARC, WACZ); nothing for unknown ones and for
/// RIPEMD-160, which none of them uses.
[[nodiscard]] std::optional<HashKind> HashByName(std::string_view name);
/// Bytes of a value.
[[nodiscard]] std::size_t HashSize(HashKind kind);
/// True for a digest for which two files with one value can be made (SHA-1, MD5).
[[nodiscard]] bool IsWeak(HashKind kind);

/// The value for `data` (FIPS 180-4; ISO/IEC 10118-3 for RIPEMD-160, RFC 1321 for MD5). Empty when the library of
/// this machine does not offer that digest.
[[nodiscard]] Bytes Hash(HashKind kind, ByteView data);

}  // namespace dossier::crypto
