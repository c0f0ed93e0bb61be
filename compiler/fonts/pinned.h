// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::fonts {

/// A font file of a Debian package, pinned: another file under the same name is refused, because it
/// would change line breaks and with them the page numbers that a signed brief cites.
struct PinnedFace {
  std::string_view path;     // absolute
  std::string_view sha256;   // 64 hexadecimal digits
  std::string_view name;     // for people: "Gentium Book Plus Bold"
  std::string_view package;  // Debian 12 package that brings it
  bool bold = false;         // a fallback for bold words first
};

inline constexpr std::string_view kDefaultFamily = "Gentium Book Plus";

/// The text families, the default first.
///
/// Gentium Book Plus 6.101 (OFL-1.1): letters of all languages the cases use, sturdy at 9 pt, no
/// nested composite glyphs. Liberation Serif 2.1.5 (OFL-1.1): the widths of Times, for forums that
/// ask for it.
[[nodiscard]] std::vector<std::string_view> Families();

/// The faces of a document, in the order `FontSet::Load` wants their bytes: regular, bold, italic,
/// bold italic of `family`, then the fallbacks for characters it does not have. Empty when `family`
/// is none of `Families()`.
///
/// Fallbacks: Noto Naskh Arabic 2.004 (OFL-1.1): Arabic, Dari, Pashto, Urdu in the style of books; a
/// glyph a letter, so that the text layer loses no sign. DejaVu Sans (Bitstream Vera licence): signs, arrows, other alphabets.
[[nodiscard]] std::vector<PinnedFace> PinnedFaces(std::string_view family = kDefaultFamily);

}  // namespace dossier::fonts
