// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/quote/verdict.h"

namespace dossier::quote {

/// A passage that is near a quotation.
struct Alignment {
  std::size_t begin = 0;  // bytes of `source`
  std::size_t end = 0;
  std::vector<Edit> edits;
};

/// The passage of `source` whose words differ least from those of `quotation`, and how. Nothing
/// when more than a third of the words differ or when the two are too long to compare (8 million
/// pairs of words).
[[nodiscard]] std::optional<Alignment> Nearest(std::string_view quotation, std::string_view source);

}  // namespace dossier::quote
