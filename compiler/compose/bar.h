// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/compose/document.h"
#include "compiler/compose/strings.h"

/// Pictures that are made of numbers alone.
namespace dossier::compose {

/// A bar of a chart: `part` of `whole` in a dark grey, the rest in a light one. Its text for people
/// who cannot see it is "18 / 20". Nothing unless 0 <= part <= whole and whole > 0.
[[nodiscard]] std::optional<Image> BarImage(double part, double whole);

/// An empty frame of the size of a passport photograph, for a picture that is pasted in.
[[nodiscard]] Image PortraitPlace(std::string_view name, const Strings& strings);

}  // namespace dossier::compose
