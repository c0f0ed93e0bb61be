// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/result.h"
#include "compiler/model/case.h"

namespace dossier::load {

inline constexpr std::string_view kReviewsPath = "reviews.yaml";

/// The text of reviews.yaml with `added` at its end. `text` is what stands there now, empty for no
/// file; every byte of it is kept, comments too. A failure when the result would not read as what
/// stood there and then `added`: the file is broken, or its list does not stand last, or it is
/// written in brackets.
[[nodiscard]] Result<std::string> WithReviews(std::string_view text, const std::vector<model::Review>& added);

}  // namespace dossier::load
