// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/compose/document.h"
#include "compiler/compose/strings.h"

/// Pictures in a document: those of the case, and those that are made of numbers alone.
namespace dossier::compose {

/// Decoded pictures by their paths in the case folder.
using Pictures = std::map<std::string, Image, std::less<>>;

/// A bar of a chart: `part` of `whole` in a dark grey, the rest in a light one. Its text for people
/// who cannot see it is "18 / 20". Nothing unless 0 <= part <= whole and whole > 0.
[[nodiscard]] std::optional<Image> BarImage(double part, double whole);

/// A portrait, 26 mm wide; without a picture an empty frame in the proportions of a passport photograph.
[[nodiscard]] Image Portrait(const Image* picture, std::string_view name, const Strings& strings);

/// A logo, at most 60 mm wide and 18 mm high.
[[nodiscard]] Image Logo(Image picture, std::string_view name);

}  // namespace dossier::compose
