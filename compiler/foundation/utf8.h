// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::utf8 {

/// One code point and the number of bytes that spell it.
struct Decoded {
  char32_t code = 0xFFFD;
  std::size_t size = 1;
};

/// The code point that begins at byte `offset`; nothing when the bytes there are not UTF-8
/// (RFC 3629: overlong, a surrogate, above U+10FFFF, cut off). Needs: `offset` is inside `text`.
[[nodiscard]] std::optional<Decoded> TryDecodeAt(std::string_view text, std::size_t offset);

/// The same, but U+FFFD and one byte where the bytes are not UTF-8, so that a loop always ends.
[[nodiscard]] Decoded DecodeAt(std::string_view text, std::size_t offset);

/// Length of the run of printable ASCII (U+0020 to U+007E) that begins at byte `offset`, counted in
/// whole words, so that it may end early; 0 when there is none.
[[nodiscard]] std::size_t PrintableRun(std::string_view text, std::size_t offset);

/// Byte offset of the first sequence that is not UTF-8 (RFC 3629), nothing when all is well.
[[nodiscard]] std::optional<std::size_t> FirstInvalid(std::string_view text);
[[nodiscard]] inline bool IsValid(std::string_view text) { return !FirstInvalid(text); }

/// Appends the UTF-8 form of `code`; U+FFFD for a surrogate or a number above U+10FFFF.
void Append(char32_t code, std::string& out);
[[nodiscard]] std::string Encode(char32_t code);

/// True for a byte that cannot begin a code point.
[[nodiscard]] constexpr bool IsContinuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Number of code points; a byte that is not UTF-8 counts as one.
[[nodiscard]] std::size_t CountCodePoints(std::string_view text);

/// All code points in order; invalid bytes as U+FFFD.
[[nodiscard]] std::u32string ToCodePoints(std::string_view text);

/// "U+0451", at least four digits.
[[nodiscard]] std::string CodePointName(char32_t code);

}  // namespace dossier::utf8
