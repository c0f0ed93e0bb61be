// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/fonts/shaper.h"
#include "compiler/paginate/pages.h"

namespace dossier::render {

/// Words on one line of a helper page.
struct SetWords {
  std::vector<paginate::GlyphRun> runs;  // from x 0
  Length width;
};

[[nodiscard]] SetWords SetLine(std::string_view words, fonts::Style style, Length size,
                               fonts::Shaper& shaper);

/// Adds the line to `page` at a place.
void Place(SetWords line, Length x, Length y, paginate::Page& page);

}  // namespace dossier::render
