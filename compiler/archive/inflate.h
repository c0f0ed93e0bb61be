// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::archive {

/// One member of a gzip file (RFC 1952), unpacked.
struct GzipMember {
  Bytes content;
  std::size_t stored_size = 0;  // bytes of the file that it took
};

/// True when the bytes begin as a gzip member does.
[[nodiscard]] bool IsGzip(ByteView bytes);

/// Unpacks the member at the beginning of `bytes`; its CRC and length are compared. Fails on damage
/// and when it is longer than `most` bytes.
Result<GzipMember> ReadGzipMember(ByteView bytes, std::size_t most);

/// What HTTP calls gzip and deflate (RFC 9110, 8.4.1), the latter also without its zlib frame, as
/// some servers send it. The same failures.
Result<Bytes> DecodeGzip(ByteView bytes, std::size_t most);
Result<Bytes> DecodeDeflate(ByteView bytes, std::size_t most);

}  // namespace dossier::archive
