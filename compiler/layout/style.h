// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "compiler/fonts/font_set.h"
#include "compiler/foundation/length.h"

namespace dossier::layout {

/// Colour of words that lead somewhere: dark enough to print as black.
inline constexpr std::uint32_t kLinkColour = 0x1B3A66;

/// How a paragraph is set.
enum class Alignment { kJustified, kLeft, kCentred, kRight };

struct TextStyle {
  Length size;
  Length leading;  // from baseline to baseline
  fonts::Style face = fonts::Style::kRegular;
  Alignment alignment = Alignment::kJustified;
  std::uint32_t link_rgb = kLinkColour;
  std::string_view language{};  // BCP 47, of the words unless they say another; empty: not known
  bool hyphenate = false;       // words may be cut where their language allows
  bool superior = false;        // marks of notes in figures that the font has for them

  /// This type with the language of `column`.
  [[nodiscard]] constexpr TextStyle In(const TextStyle& column) const {
    TextStyle style = *this;
    style.language = column.language;
    style.hyphenate = column.hyphenate;
    style.superior = column.superior;
    return style;
  }
};

/// Measures of the type that do not depend on the paper.
namespace measure {
inline constexpr Length kHangingLabel = Length::FromPoints(28);
/// Between a number in the margin of the page and the words.
inline constexpr Length kMarginGap = Length::FromPoints(9);
inline constexpr Length kListIndent = Length::FromPoints(18);
inline constexpr Length kQuotationIndent = Length::FromPoints(18);
inline constexpr Length kNoteIndent = Length::FromPoints(15);
inline constexpr Length kLabelGap = Length::FromPoints(6);
inline constexpr Length kParagraphSpace = Length::FromPoints(6.5);
inline constexpr Length kHairline = Length::FromPoints(0.4);
inline constexpr Length kRule = Length::FromPoints(0.8);
inline constexpr Length kCellPadding = Length::FromPoints(4);
inline constexpr Length kRowPadding = Length::FromPoints(2.6);
/// Nothing is set nearer to the edge of the page.
inline constexpr Length kEdge = Length::FromPoints(14);
/// Narrower columns are not indented further.
inline constexpr Length kNarrowest = Length::FromPoints(70);
}  // namespace measure

inline constexpr TextStyle kBody{Length::FromPoints(11), Length::FromPoints(15)};
inline constexpr TextStyle kQuotationText{Length::FromPoints(10.2), Length::FromPoints(13.8)};
inline constexpr TextStyle kNoteText{Length::FromPoints(9), Length::FromPoints(11.8)};
inline constexpr TextStyle kTableText{Length::FromPoints(9.4), Length::FromPoints(12.4),
                                      fonts::Style::kRegular, Alignment::kLeft};
inline constexpr TextStyle kTitle{Length::FromPoints(22), Length::FromPoints(28),
                                  fonts::Style::kBold, Alignment::kCentred};
inline constexpr TextStyle kSubtitle{Length::FromPoints(13), Length::FromPoints(18),
                                     fonts::Style::kRegular, Alignment::kCentred};

}  // namespace dossier::layout
