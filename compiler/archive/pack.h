// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::archive {

/// A member of a container that is written.
struct NewMember {
  std::string name;  // UTF-8, forward slashes, not empty, each once
  Bytes content;
};

/// A ZIP file (PKWARE APPNOTE 6.3) with these members in this order, deflated where that is shorter.
///
/// The same bytes for the same members: every date is the first that the format knows (1980-01-01),
/// nothing tells the machine or its user. Written here and not by libzip, so that the program that
/// holds the key links no reader of strangers' containers. Fails, with a reason, over the limits of
/// the format without its 64-bit extension: 65,534 members, 4 GiB.
[[nodiscard]] Result<Bytes> Pack(const std::vector<NewMember>& members);

/// zlib's frame around deflated bytes (RFC 1950), as PNG wants it.
[[nodiscard]] Result<Bytes> CompressZlib(ByteView bytes);

/// CRC-32 as ZIP, gzip and PNG have it (ISO 3309).
[[nodiscard]] std::uint32_t Crc32(ByteView bytes);

}  // namespace dossier::archive
