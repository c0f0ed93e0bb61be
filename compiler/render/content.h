// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "compiler/paginate/pages.h"
#include "compiler/render/glyph_use.h"
#include "compiler/structure/tree.h"

namespace dossier::render {

/// The operators that draw a page (ISO 32000-1:2008, 8 and 9). Fonts are /F0, /F1, ... by their
/// index; `image_name` gives the resource name of an image. With a `structure` everything that is
/// drawn is marked as content of an element or as an artifact (14.7.4, 14.8.2.2).
[[nodiscard]] std::string ContentOf(
    const paginate::Page& page, const structure::Tree* structure, const FontUses& uses,
    const std::function<std::string(const paginate::PlacedImage&)>& image_name);

}  // namespace dossier::render
