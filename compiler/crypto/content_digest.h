// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/foundation/bytes.h"

namespace dossier::crypto {

/// Digests that files state of themselves. MD5 and SHA-1 can be forged by who wants to; they tell
/// damage, not intent.
enum class ContentHash { kMd5, kSha1, kSha256, kSha384, kSha512 };

/// "sha1", "SHA-256", ...: names as in WARC headers and in web archives. Nothing for others.
[[nodiscard]] std::optional<ContentHash> ContentHashByName(std::string_view name);

/// Bytes of the digest: 16, 20, 32, 48, 64.
[[nodiscard]] std::size_t SizeOf(ContentHash hash);

/// The digest of `data` (RFC 1321, FIPS 180-4), as bytes.
[[nodiscard]] Bytes ContentDigest(ContentHash hash, ByteView data);

}  // namespace dossier::crypto
