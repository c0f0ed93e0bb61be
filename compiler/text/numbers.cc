// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/numbers.h"

#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "compiler/text/locale.h"

namespace dossier::text {
namespace {

/// More digits than any count has; ICU would take exponents and signs that no document prints.
constexpr std::size_t kMostDigits = 40;

bool IsNumber(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits || text.front() == '.' || text.back() == '.') return false;
  return std::count(text.begin(), text.end(), '.') <= 1 &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

icu::number::FormattedNumber Formatted(std::string_view language, std::string_view number, UErrorCode& status) {
  return icu::number::NumberFormatter::withLocale(LocaleOf(language))
      .precision(icu::number::Precision::unlimited())
      .formatDecimal({number.data(), static_cast<std::int32_t>(number.size())}, status);
}

}  // namespace

std::string PluralForm(std::string_view language, std::string_view number) {
  UErrorCode status = U_ZERO_ERROR;
  if (!IsNumber(number)) return "other";
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(LocaleOf(language), status));
  const icu::number::FormattedNumber formatted = Formatted(language, number, status);
  if (U_FAILURE(status)) return "other";
  std::string form;
  rules->select(formatted, status).toUTF8String(form);
  return U_SUCCESS(status) ? form : "other";
}

std::string NumberInDigits(std::string_view language, std::string_view number) {
  UErrorCode status = U_ZERO_ERROR;
  if (!IsNumber(number)) return std::string(number);
  std::string out;
  Formatted(language, number, status).toString(status).toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(number);
}

}  // namespace dossier::text
