// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/model/claims.h"

namespace dossier::facts {

using model::Decimal;

/// Exact or nothing: a result that is too large, or that has more than six places, is refused.
[[nodiscard]] std::optional<Decimal> Add(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> Subtract(Decimal a, Decimal b);
[[nodiscard]] std::optional<Decimal> Multiply(Decimal a, Decimal b);

/// A whole number; nothing when it is too large.
[[nodiscard]] std::optional<Decimal> OfWhole(std::size_t number);

/// "45", "-3.5": digits with at most six decimal places and nothing else. No grouping of digits,
/// for a comma means different things in different languages.
[[nodiscard]] std::optional<Decimal> ParseDecimal(std::string_view text);

/// The shortest text that `ParseDecimal` reads as the same number.
[[nodiscard]] std::string ToText(Decimal number);

}  // namespace dossier::facts
