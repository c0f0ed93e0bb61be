// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/colour.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace dossier::pdf::content {
namespace {

float Unit(double value) { return static_cast<float>(std::clamp(value, 0.0, 1.0)); }

ColourSpace OfName(const std::string& name) {
  if (name == "/DeviceGray" || name == "/G" || name == "/CalGray") return ColourSpace::kGrey;
  if (name == "/DeviceRGB" || name == "/RGB" || name == "/CalRGB") return ColourSpace::kRgb;
  if (name == "/DeviceCMYK" || name == "/CMYK") return ColourSpace::kCmyk;
  return ColourSpace::kOther;
}

ColourSpace OfProfile(QPDFObjectHandle profile) {
  if (!profile.isStream()) return ColourSpace::kOther;
  QPDFObjectHandle count = profile.getDict().getKey("/N");
  switch (count.isInteger() ? count.getIntValue() : 0) {
    case 1:
      return ColourSpace::kGrey;
    case 3:
      return ColourSpace::kRgb;
    case 4:
      return ColourSpace::kCmyk;
    default:
      return ColourSpace::kOther;
  }
}

}  // namespace

bool Colour::LooksLike(const Colour& other) const {
  constexpr float kSame = 0.02F;  // five steps of 255
  return known && other.known && std::fabs(red - other.red) < kSame &&
         std::fabs(green - other.green) < kSame && std::fabs(blue - other.blue) < kSame;
}

ColourSpace ColourSpaceOf(QPDFObjectHandle value) {
  if (value.isName()) return OfName(value.getName());
  if (!value.isArray() || value.getArrayNItems() < 1 || !value.getArrayItem(0).isName()) {
    return ColourSpace::kOther;
  }
  const std::string family = value.getArrayItem(0).getName();
  if (value.getArrayNItems() < 2) return OfName(family);
  if (family == "/ICCBased") return OfProfile(value.getArrayItem(1));
  if (family == "/Separation") {
    if (value.getArrayItem(1).isNameAndEquals("/None")) return ColourSpace::kNoInk;
    if (value.getArrayItem(1).isNameAndEquals("/Black")) return ColourSpace::kBlackInk;
    return ColourSpace::kOther;
  }
  return OfName(family);
}

Colour InitialColour(ColourSpace space) {
  Colour colour;
  colour.known = space != ColourSpace::kOther && space != ColourSpace::kNoInk;
  return colour;
}

Colour ColourOf(ColourSpace space, const double* components, std::size_t count) {
  Colour colour;
  if (space == ColourSpace::kGrey && count >= 1) {
    colour.red = colour.green = colour.blue = Unit(components[0]);
  } else if (space == ColourSpace::kBlackInk && count >= 1) {
    colour.red = colour.green = colour.blue = 1 - Unit(components[0]);
  } else if (space == ColourSpace::kRgb && count >= 3) {
    colour = {Unit(components[0]), Unit(components[1]), Unit(components[2])};
  } else if (space == ColourSpace::kCmyk && count >= 4) {
    const float light = 1 - Unit(components[3]);
    colour = {(1 - Unit(components[0])) * light, (1 - Unit(components[1])) * light,
              (1 - Unit(components[2])) * light};
  } else {
    colour.known = false;
  }
  return colour;
}

}  // namespace dossier::pdf::content
