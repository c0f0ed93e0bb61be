// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/dates.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "compiler/foundation/check.h"
#include "compiler/text/locale.h"

namespace dossier::text {
namespace {

constexpr double kMillisecondsPerDay = 86400000.0;
constexpr std::string_view kNoBreak = "\u00A0";

std::unique_ptr<icu::SimpleDateFormat> Format(const icu::Locale& locale, const char* skeleton) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateTimePatternGenerator> generator(
      icu::DateTimePatternGenerator::createInstance(locale, status));
  const icu::UnicodeString pattern =
      U_SUCCESS(status) ? generator->getBestPattern(icu::UnicodeString(skeleton), status) : icu::UnicodeString("y-MM-dd");
  auto format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
  auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), locale, status);
  DOSSIER_CHECK(U_SUCCESS(status), "ICU has the dates of the root locale built in");
  // Proleptic, as `Date` is.
  calendar->setGregorianChange(-1e15, status);
  format->adoptCalendar(calendar.release());
  return format;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// A space behind a day at the beginning, and before a short word with a stop ("m.", "d.", "г."). The
/// narrow space of CLDR is an ordinary one: not every face has it.
std::string Glued(const std::string& words) {
  static constexpr std::string_view kNarrow = "\u202F";
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (std::string_view(words).substr(at, kNarrow.size()) == kNarrow) {
      out += kNoBreak;
      at += kNarrow.size() - 1;
      continue;
    }
    if (words[at] != ' ') {
      out += words[at];
      continue;
    }
    const std::size_t end = std::min(words.find(' ', at + 1), words.size());
    const bool abbreviation = words[end - 1] == '.' && end - at <= 5;
    const bool day = at > 0 && at <= 2 && IsDigit(words[0]) && IsDigit(words[at - 1]);
    out += abbreviation || day ? kNoBreak : " ";
  }
  return out;
}

}  // namespace

struct DateNamer::State {
  std::unique_ptr<icu::SimpleDateFormat> day, month;
};

DateNamer::DateNamer(std::string_view language) : state_(std::make_unique<State>()) {
  const icu::Locale locale = LocaleOf(language == "en" ? "en-GB" : language);
  state_->day = Format(locale, "yMMMMd");
  state_->month = Format(locale, "yMMMM");
}

DateNamer::~DateNamer() = default;

namespace {

std::string Written(const icu::SimpleDateFormat& format, const dossier::Day& day) {
  icu::UnicodeString words;
  format.format(static_cast<double>(DayNumber(day)) * kMillisecondsPerDay, words);
  std::string out;
  return Glued(words.toUTF8String(out));
}

}  // namespace

std::string DateNamer::Day(const dossier::Day& day) const { return Written(*state_->day, day); }

std::string DateNamer::Month(int year, int month) const {
  return Written(*state_->month, {.year = year, .month = month, .day = 1});
}

}  // namespace dossier::text
