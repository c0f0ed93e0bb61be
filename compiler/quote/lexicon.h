// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_set>

namespace dossier::quote {

/// The words of one exhibit, and names that are known from elsewhere.
class Lexicon {
 public:
  /// `names` in any case: "Anna", "EXAMPLE".
  Lexicon(std::string_view folded, const std::set<std::string>& names);

  /// True of a word that stands in the exhibit as it is written here.
  [[nodiscard]] bool Has(const std::string& word) const { return words_.contains(word); }
  [[nodiscard]] bool IsName(std::string_view word) const;

 private:
  std::unordered_set<std::string> words_;
  std::set<std::string> names_;  // case folded
};

}  // namespace dossier::quote
