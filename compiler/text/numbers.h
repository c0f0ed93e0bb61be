// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Numbers as readers of a language expect them (Unicode CLDR, by ICU). Numbers are plain decimals:
/// "48", "-0.5"; what is none is given back as it is. `language` is BCP 47; one that ICU does not
/// know is read as its root.
namespace dossier::text {

/// The plural form that words beside the number take: "zero", "one", "two", "few", "many", "other".
/// "other" for what is no number.
[[nodiscard]] std::string PluralForm(std::string_view language, std::string_view number);

/// With the group and decimal signs of the language: "5,000", "5 000" (no-break space), "0,5". All
/// digits stay.
[[nodiscard]] std::string NumberInDigits(std::string_view language, std::string_view number);

}  // namespace dossier::text
