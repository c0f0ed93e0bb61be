// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <vector>

namespace dossier::pdf::content {

/// A colour as far as it takes to tell two apart.
struct Colour {
  float red = 0, green = 0, blue = 0;
  /// False for patterns, spot colours and others whose look is not told by their numbers.
  bool known = true;

  /// True when both are known and an eye sees no difference.
  [[nodiscard]] bool LooksLike(const Colour& other) const;
};

inline constexpr Colour kBlack{};
inline constexpr Colour kWhite{.red = 1, .green = 1, .blue = 1};

enum class ColourSpace {
  kGrey,
  kRgb,
  kCmyk,
  kBlackInk,  // a separation named Black
  kNoInk,     // a separation named None: paints nothing
  kOther,
};

/// `value` is a name or an array (ISO 32000-1:2008, 8.6.3), names of resources already looked up.
[[nodiscard]] ColourSpace ColourSpaceOf(QPDFObjectHandle value);
/// First colour of a space.
[[nodiscard]] Colour InitialColour(ColourSpace space);
/// Of components between 0 and 1.
[[nodiscard]] Colour ColourOf(ColourSpace space, const double* components, std::size_t count);

}  // namespace dossier::pdf::content
