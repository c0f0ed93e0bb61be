// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "compiler/foundation/date.h"

namespace dossier::text {

/// Dates as a document of the language writes them (Unicode CLDR, by ICU), of the Gregorian calendar:
/// "14 July 2023", "2023 m. liepos 14 d.", "14 июля 2023 г.". Plain "en" is British, as the filings
/// that this program makes are. No-break spaces hold a day to its month and a number to its
/// abbreviation. Dear to make: one a document.
class DateNamer {
 public:
  explicit DateNamer(std::string_view language);
  ~DateNamer();

  [[nodiscard]] std::string Day(const dossier::Day& day) const;
  /// "July 2023", "2023 m. liepa", "июль 2023 г."
  [[nodiscard]] std::string Month(int year, int month) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::text
