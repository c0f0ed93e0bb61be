// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

/// Where the content of a page is. For the sources of this folder only.
namespace dossier::pdf::internal {

/// The visible box of a page in its own coordinates, and its rotation.
struct PageGeometry {
  double left = 0, bottom = 0, right = 612, top = 792;
  int rotation = 0;  // 0, 90, 180 or 270, clockwise

  [[nodiscard]] double Width() const;  // as shown, after rotation
  [[nodiscard]] double Height() const;
};

/// Crop box inside media box; US Letter where a file has no usable box, as readers do.
[[nodiscard]] PageGeometry GeometryOf(QPDFObjectHandle page);

/// An attribute of a page or the nearest of its parents (ISO 32000-1:2008, 7.7.3.4); null if none.
[[nodiscard]] QPDFObjectHandle Inherited(QPDFObjectHandle page, const std::string& key);

/// A number as PDF writes it: no exponent, at most five decimals, no locale.
[[nodiscard]] std::string Number(double value);

}  // namespace dossier::pdf::internal
