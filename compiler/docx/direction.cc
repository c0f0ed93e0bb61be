// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/direction.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"

namespace dossier::docx {
namespace {

enum class Strength { kRight, kLeft, kNone };

/// Blocks of scripts that run to the left (UAX 9, R and AL), without their digits.
bool IsToLeft(char32_t code) {
  if ((code >= 0x0660 && code <= 0x066C) || (code >= 0x06F0 && code <= 0x06F9)) return false;
  return (code >= 0x0590 && code <= 0x08FF) || code == 0x200F || code == 0x061C ||
         (code >= 0xFB1D && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFC) ||
         (code >= 0x10800 && code <= 0x10FFF) || (code >= 0x1E800 && code <= 0x1EFFF);
}

/// Letters, roughly: what is no sign, space, digit or mark of punctuation.
bool IsToRight(char32_t code) {
  if (code < 0x80) return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
  if (code < 0xC0) return code == 0xAA || code == 0xB5 || code == 0xBA;
  if (code == 0xD7 || code == 0xF7) return false;
  return !(code >= 0x2000 && code <= 0x2BFF) && !(code >= 0x3000 && code <= 0x3004) &&
         !(code >= 0x0300 && code <= 0x036F) && !(code >= 0x0660 && code <= 0x06F9) && code != 0xFFFD;
}

Strength StrengthOf(char32_t code) {
  return IsToLeft(code) ? Strength::kLeft : IsToRight(code) ? Strength::kRight : Strength::kNone;
}

}  // namespace

std::vector<DirectedPiece> CutByDirection(std::string_view text, bool to_left) {
  std::vector<DirectedPiece> pieces;
  std::size_t begin = 0;   // of the piece
  std::size_t strong = 0;  // behind the last letter
  bool current = to_left;
  const auto cut = [&](std::size_t end) {
    if (end > begin) pieces.push_back({text.substr(begin, end - begin), current});
    begin = std::max(begin, end);
  };
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    at += decoded.size;
    const Strength strength = StrengthOf(decoded.code);
    if (strength == Strength::kNone) continue;
    const bool direction = strength == Strength::kLeft;
    if (direction != current) {
      // The signs between two directions are the paragraph's.
      cut(current == to_left ? at - decoded.size : strong);
      current = direction;
    }
    strong = at;
  }
  if (current != to_left) {
    cut(strong);
    current = to_left;
  }
  cut(text.size());
  return pieces;
}

}  // namespace dossier::docx
