// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/locale.h"

#include <cstdint>

namespace dossier::text {

icu::Locale LocaleOf(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale =
      icu::Locale::forLanguageTag({language.data(), static_cast<std::int32_t>(language.size())}, status);
  return U_SUCCESS(status) ? locale : icu::Locale::getRoot();
}

}  // namespace dossier::text
