// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace dossier::fonts {

/// A font file of a Debian package, pinned: another file under the same name is refused, because it
/// would change line breaks and with them the page numbers that a signed brief cites.
struct PinnedFace {
  std::string_view path;     // absolute
  std::string_view sha256;   // 64 hexadecimal digits
  std::string_view name;     // for people: "Gentium Book Plus Bold"
  std::string_view package;  // Debian 12 package that brings it
};

/// The faces of every document, in the order `FontSet::Load` wants their bytes: regular, bold,
/// italic, bold italic of the text family, then the fallbacks for characters it does not have.
///
/// Gentium Book Plus 6.101 (OFL-1.1): letters of all languages the cases use, sturdy at 9 pt, no
/// nested composite glyphs. DejaVu Sans (Bitstream Vera licence): signs, arrows, other alphabets.
[[nodiscard]] std::span<const PinnedFace> PinnedFaces();

}  // namespace dossier::fonts
