// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/utf8.h"

#include <cstdint>
#include <cstdio>
#include <cstring>

#include "compiler/foundation/check.h"

namespace dossier::utf8 {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Eight bytes of ASCII at once: most of most exhibits.
bool AsciiAt(std::string_view text, std::size_t offset) {
  std::uint64_t word = 0;
  if (text.size() - offset < sizeof word) return false;
  std::memcpy(&word, text.data() + offset, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

}  // namespace

std::optional<Decoded> TryDecodeAt(std::string_view text, std::size_t offset) {
  DOSSIER_CHECK(offset < text.size(), "a byte offset lies in its text");
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(offset);
  if (first < 0x80) {
    return Decoded{first, 1};
  }
  const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() - offset < size) {
    return std::nullopt;
  }
  char32_t code = first & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if (!IsContinuation(text[offset + i])) {
      return std::nullopt;
    }
    code = (code << 6) | (byte(offset + i) & 0x3Fu);
  }
  const bool overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
  if (overlong || (code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
    return std::nullopt;
  }
  return Decoded{code, size};
}

Decoded DecodeAt(std::string_view text, std::size_t offset) {
  return TryDecodeAt(text, offset).value_or(Decoded{kReplacement, 1});
}

std::size_t PrintableRun(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  constexpr std::uint64_t kHigh = 0x8080808080808080;
  const std::size_t begin = offset;
  for (; offset + sizeof(std::uint64_t) <= text.size(); offset += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + offset, sizeof word);
    // The high bit of a byte is set by: itself, being below 0x20, being 0x7F.
    const std::uint64_t low = word - kOnes * 0x20;
    const std::uint64_t del = word + kOnes;
    if (((word | low | del) & kHigh) != 0) break;
  }
  return offset - begin;
}

std::optional<std::size_t> FirstInvalid(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (AsciiAt(text, offset)) {
      offset += sizeof(std::uint64_t);
      continue;
    }
    const std::optional<Decoded> decoded = TryDecodeAt(text, offset);
    if (!decoded) {
      return offset;
    }
    offset += decoded->size;
  }
  return std::nullopt;
}

void Append(char32_t code, std::string& out) {
  const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
  if ((code >= 0xD800 && code < 0xE000) || code > 0x10FFFF) {
    code = kReplacement;
  }
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string Encode(char32_t code) {
  std::string out;
  Append(code, out);
  return out;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); offset += DecodeAt(text, offset).size) {
    ++count;
  }
  return count;
}

std::u32string ToCodePoints(std::string_view text) {
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded decoded = DecodeAt(text, offset);
    out.push_back(decoded.code);
    offset += decoded.size;
  }
  return out;
}

std::string CodePointName(char32_t code) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(code));
  return buffer;
}

}  // namespace dossier::utf8
