// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/direction.h"

#include <algorithm>
#include <optional>

#include "compiler/foundation/utf8.h"
#include "compiler/text/bidi.h"

namespace dossier::docx {

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
    const std::optional<text::Direction> letter = text::DirectionOf(decoded.code);
    if (!letter) continue;
    const bool direction = *letter == text::Direction::kRightToLeft;
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
