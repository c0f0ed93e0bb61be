// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "compiler/quote/check_quotations.h"

namespace dossier::quote {

/// From good to bad; what cannot be checked may be good.
[[nodiscard]] int Rank(Verdict verdict);

/// Compares quotations with the exhibits of a case. Texts are prepared when they are first cited.
class Comparer {
 public:
  Comparer(const resolve::ResolvedCase& resolved, const ExhibitTexts& texts);

  /// Fills in what came of `text` cited as `bound`, which has an exhibit.
  void Compare(const std::string& text, const resolve::BoundCitation& bound,
               CheckedQuotation& checked);

  /// Indexes of exhibits that are translations of this one, nearest first, each once.
  [[nodiscard]] std::vector<std::size_t> TranslationsOf(std::size_t exhibit) const;
  [[nodiscard]] bool ByParagraph(std::size_t exhibit) const;

 private:
  struct Outcome {
    FindResult result;
    std::string reason;
  };
  Outcome CompareWith(std::size_t exhibit, const std::string& text,
                      const std::vector<SectionRange>& cited);
  [[nodiscard]] std::string WhyNotCheckable(std::size_t exhibit) const;
  [[nodiscard]] const ExhibitText* TextOf(std::size_t exhibit) const;
  const PreparedText& Prepared(std::size_t exhibit, const ExhibitText& text);
  [[nodiscard]] bool SamePlaces(std::size_t one, std::size_t other) const;

  const resolve::ResolvedCase& resolved_;
  const model::Case& source_;
  const ExhibitTexts& texts_;
  std::set<std::string> names_;  // words of names in people.yaml
  std::map<std::size_t, PreparedText> prepared_;
  std::multimap<std::string, std::size_t, std::less<>> translations_;  // by the id of the original
};

}  // namespace dossier::quote
