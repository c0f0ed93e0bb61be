// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace dossier::docx {

/// A piece of a run whose letters run one way.
struct DirectedPiece {
  std::string_view text;
  bool to_left = false;
};

/// Cuts `text` where its direction turns: Word lays a run out by its property, not by its letters
/// (ECMA-376-1, 17.3.2.30). What has no direction of its own, such as spaces and digits, belongs to
/// the letters around it when both sides agree, else to the paragraph (`to_left`).
[[nodiscard]] std::vector<DirectedPiece> CutByDirection(std::string_view text, bool to_left);

}  // namespace dossier::docx
