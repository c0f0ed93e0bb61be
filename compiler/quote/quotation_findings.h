// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <utility>

#include "compiler/diagnostics/sink.h"
#include "compiler/quote/compare.h"

namespace dossier::quote {

/// Says what came of quotations, each thing once where one fact is behind several of them.
class Teller {
 public:
  Teller(const resolve::ResolvedCase& resolved, const Comparer& comparer, diagnostics::Sink& sink)
      : resolved_(resolved), source_(*resolved.source), comparer_(comparer), sink_(sink) {}

  /// D0601 to D0604, D0612 to D0616.
  void Tell(const CheckedQuotation& checked);

 private:
  [[nodiscard]] diagnostics::Finding About(const CheckedQuotation& checked) const;
  [[nodiscard]] std::string WhyOf(const CheckedQuotation& checked) const;
  [[nodiscard]] std::string WhereOf(const CheckedQuotation& checked) const;
  void TellThatItHolds(const CheckedQuotation& checked);
  void TellNotChecked(const CheckedQuotation& checked);
  void TellDifferent(const CheckedQuotation& checked);
  void TellTranslation(const CheckedQuotation& checked);
  void TellLookAlikes(const CheckedQuotation& checked);

  const resolve::ResolvedCase& resolved_;
  const model::Case& source_;
  const Comparer& comparer_;
  diagnostics::Sink& sink_;
  std::set<std::size_t> told_not_checked_;
  std::set<std::pair<std::size_t, std::size_t>> told_translations_;
};

}  // namespace dossier::quote
