// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/untrusted_text.h"

#include <algorithm>
#include <string_view>

#include "compiler/foundation/utf8.h"

namespace dossier::worker {
namespace {

bool IsControl(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }

/// LRM, RLM, ALM, the embeddings, overrides and isolates (UAX 9, 2).
bool ChangesDirection(char32_t code) {
  return code == 0x200E || code == 0x200F || code == 0x061C || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

/// True when a pass over the code points would change nothing. Looks at bytes, because every page
/// of every exhibit comes along here on every run.
bool IsCleanText(std::string_view text) {
  // No branch inside, so that it runs over many bytes at once; C2 begins the controls of C1 among
  // others, and sends the few texts that have it on the long way.
  unsigned suspicious = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    suspicious |= static_cast<unsigned>(byte == 0x7F) | static_cast<unsigned>(byte == 0xC2) |
                  (static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\n'));
  }
  return suspicious == 0 && utf8::IsValid(text);
}

}  // namespace

std::string CleanText(std::string text) {
  if (IsCleanText(text)) return text;
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    at += decoded.size;
    const bool control = IsControl(decoded.code) && decoded.code != '\n';
    utf8::Append(control ? U' ' : decoded.code, clean);
  }
  return clean;
}

std::string CleanLine(std::string text) {
  constexpr std::size_t kLongest = 300;
  std::string clean;
  for (std::size_t at = 0; at < text.size() && clean.size() < kLongest;) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    at += decoded.size;
    if (ChangesDirection(decoded.code)) continue;
    utf8::Append(IsControl(decoded.code) ? U' ' : decoded.code, clean);
  }
  return clean;
}

}  // namespace dossier::worker
