// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/escape.h"

#include <cstdio>
#include <optional>

#include "compiler/foundation/utf8.h"

namespace dossier::report {
namespace {

bool IsUnsafe(char32_t code) {
  if (code < 0x20) return code != '\t';
  return (code >= 0x7F && code < 0xA0) || code == 0x61C || code == 0x200E || code == 0x200F ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char buffer[16];
  for (std::size_t at = 0; at < text.size();) {
    const std::optional<utf8::Decoded> decoded = utf8::TryDecodeAt(text, at);
    if (!decoded) {
      std::snprintf(buffer, sizeof buffer, "\\x{%02X}", static_cast<unsigned char>(text[at]));
      out += buffer;
      ++at;
      continue;
    }
    const auto [code, size] = *decoded;
    if (code == '\n') {
      out += "\\n";
    } else if (IsUnsafe(code)) {
      std::snprintf(buffer, sizeof buffer, "\\u{%X}", static_cast<unsigned>(code));
      out += buffer;
    } else {
      out += text.substr(at, size);
    }
    at += size;
  }
  return out;
}

}  // namespace dossier::report
