// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/page_geometry.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace dossier::pdf::internal {

namespace {

constexpr double kMaxCoordinate = 1e6;

std::optional<std::array<double, 4>> BoxOf(QPDFObjectHandle array) {
  if (!array.isArray() || array.getArrayNItems() != 4) return std::nullopt;
  std::array<double, 4> raw{};
  for (int i = 0; i < 4; ++i) {
    QPDFObjectHandle item = array.getArrayItem(i);
    if (!item.isNumber()) return std::nullopt;
    const double value = item.getNumericValue();
    if (!std::isfinite(value) || std::fabs(value) > kMaxCoordinate) return std::nullopt;
    raw[static_cast<std::size_t>(i)] = value;
  }
  return std::array<double, 4>{std::min(raw[0], raw[2]), std::min(raw[1], raw[3]),
                               std::max(raw[0], raw[2]), std::max(raw[1], raw[3])};
}

bool HasArea(const std::array<double, 4>& box) {
  return box[2] - box[0] >= 1 && box[3] - box[1] >= 1;
}

}  // namespace

double PageGeometry::Width() const { return rotation % 180 == 0 ? right - left : top - bottom; }
double PageGeometry::Height() const { return rotation % 180 == 0 ? top - bottom : right - left; }

QPDFObjectHandle Inherited(QPDFObjectHandle page, const std::string& key) {
  constexpr int kMaxDepth = 64;  // a page tree may be made to loop
  for (int depth = 0; depth < kMaxDepth && page.isDictionary(); ++depth) {
    if (page.hasKey(key)) return page.getKey(key);
    page = page.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

PageGeometry GeometryOf(QPDFObjectHandle page) {
  PageGeometry geometry;
  std::array<double, 4> box = {geometry.left, geometry.bottom, geometry.right, geometry.top};
  const auto media = BoxOf(Inherited(page, "/MediaBox"));
  if (media && HasArea(*media)) box = *media;
  if (const auto crop = BoxOf(Inherited(page, "/CropBox"))) {
    const std::array<double, 4> visible = {
        std::max(box[0], (*crop)[0]), std::max(box[1], (*crop)[1]), std::min(box[2], (*crop)[2]),
        std::min(box[3], (*crop)[3])};
    if (HasArea(visible)) box = visible;
  }
  geometry.left = box[0];
  geometry.bottom = box[1];
  geometry.right = box[2];
  geometry.top = box[3];
  QPDFObjectHandle rotate = Inherited(page, "/Rotate");
  if (rotate.isInteger() && rotate.getIntValue() % 90 == 0) {
    geometry.rotation = static_cast<int>((rotate.getIntValue() % 360 + 360) % 360);
  }
  return geometry;
}

std::string Number(double value) {
  std::array<char, 64> text{};
  if (!std::isfinite(value) || std::fabs(value) > 1e9) value = 0;
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 5);
  std::string number(text.data(), error == std::errc() ? end : text.data());
  while (!number.empty() && number.back() == '0') number.pop_back();
  if (!number.empty() && number.back() == '.') number.pop_back();
  return number.empty() || number == "-0" || number == "-" ? "0" : number;
}

}  // namespace dossier::pdf::internal
