// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::text {

/// One code point and the number of bytes that spell it.
struct Decoded {
  char32_t code = 0xFFFD;
  std::size_t size = 1;
};

/// The code point that begins at byte `offset`. A byte sequence that is not UTF-8 (RFC 3629:
/// overlong, a surrogate, above U+10FFFF, cut off) gives U+FFFD and one byte, so a loop always
/// ends. Needs: `offset` is inside `text`.
[[nodiscard]] Decoded DecodeAt(std::string_view text, std::size_t offset);

/// Byte offset of the first sequence that is not UTF-8 (RFC 3629), nothing when all is well.
[[nodiscard]] std::optional<std::size_t> FirstInvalidUtf8(std::string_view text);
[[nodiscard]] inline bool IsUtf8(std::string_view text) { return !FirstInvalidUtf8(text); }

/// Appends the UTF-8 form of `code`; U+FFFD for a surrogate or a number above U+10FFFF.
void AppendUtf8(char32_t code, std::string& out);
[[nodiscard]] std::string EncodeUtf8(char32_t code);

/// Number of code points; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::size_t CountCodePoints(std::string_view text);

/// All code points in order; invalid bytes as U+FFFD.
[[nodiscard]] std::u32string ToCodePoints(std::string_view text);

/// "U+0451", at least four digits.
[[nodiscard]] std::string CodePointName(char32_t code);

}  // namespace dossier::text
