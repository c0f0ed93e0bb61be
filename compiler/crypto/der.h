// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::crypto {

/// One value in the distinguished encoding rules (X.690, 8.1 and 10): `tag`, length, `content`.
[[nodiscard]] Bytes Der(std::uint8_t tag, ByteView content);

/// SEQUENCE of values that are encoded already.
[[nodiscard]] Bytes DerSequence(const std::vector<Bytes>& values);

/// Content of a SET OF: the encoded values in ascending order (X.690, 11.6), without tag.
[[nodiscard]] Bytes DerSetContent(std::vector<Bytes> values);

/// Size of the first DER value of `data` with tag and length; nothing when there is none, when its
/// length is not in the shortest form, or when it passes the end.
[[nodiscard]] std::optional<std::size_t> DerSize(ByteView data);

/// Content of the first DER value of `data`; nothing when there is none or its tag is another.
[[nodiscard]] std::optional<ByteView> DerContent(ByteView data, std::uint8_t tag);

inline constexpr std::uint8_t kDerInteger = 0x02;
inline constexpr std::uint8_t kDerOctetString = 0x04;
inline constexpr std::uint8_t kDerOid = 0x06;
inline constexpr std::uint8_t kDerSequence = 0x30;
inline constexpr std::uint8_t kDerSet = 0x31;
inline constexpr std::uint8_t kDerContext0 = 0xA0;
inline constexpr std::uint8_t kDerContext4 = 0xA4;

}  // namespace dossier::crypto
