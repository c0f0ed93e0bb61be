// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/locid.h>

#include <string_view>

/// For the sources of this folder only.
namespace dossier::text {

/// The locale of a language (BCP 47); the root locale for one that ICU does not know.
[[nodiscard]] icu::Locale LocaleOf(std::string_view language);

}  // namespace dossier::text
