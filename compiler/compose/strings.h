// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/date.h"
#include "compiler/model/case.h"
#include "compiler/text/dates.h"
#include "compiler/yaml/tree.h"

namespace dossier::compose {

/// The words that the program itself prints, in one language: a catalogue of
/// templates/strings/LANGUAGE.yaml. Keys are joined by dots: "heading.chronology".
class Strings {
 public:
  Strings() : Strings("en", {}) {}
  Strings(std::string language, std::map<std::string, std::string, std::less<>> words);

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] bool Has(std::string_view key) const { return words_.find(key) != words_.end(); }
  [[nodiscard]] const std::map<std::string, std::string, std::less<>>& words() const {
    return words_;
  }
  /// Other words for `key`; false when the catalogue does not have it.
  bool Replace(std::string_view key, std::string_view words);
  /// The words of `key`; the key itself when the catalogue lacks it, so that the gap shows.
  [[nodiscard]] std::string_view Get(std::string_view key) const;
  /// With {0}, {1}, ... filled.
  [[nodiscard]] std::string Fill(std::string_view key,
                                 const std::vector<std::string>& values) const;
  /// The word of a family for a value of the case, "outcome.refused"; the value where the catalogue
  /// has none.
  [[nodiscard]] std::string Word(std::string_view family, std::string_view value) const;

  /// The words of `key` for a number, in its plural form: `key.one`, `key.few`, `key.many`,
  /// `key.other` (Unicode CLDR), with {0} filled. What is no number has the form `other`.
  [[nodiscard]] std::string Plural(std::string_view key, std::string_view number) const;
  /// A number as the language writes it: "5,000", "5 000"; what is no number as it is.
  [[nodiscard]] std::string NumberInDigits(std::string_view number) const;

  /// "14 July 2023", "July 2023", "2023": as precise as the date is, as the language writes it.
  [[nodiscard]] std::string DateInWords(const Date& date) const;
  /// Empty for a date that is absent or pending.
  [[nodiscard]] std::string DateInWords(const model::CaseDate& date) const;

 private:
  std::string language_ = "en";
  std::map<std::string, std::string, std::less<>> words_;
  std::shared_ptr<const text::DateNamer> dates_;  // never null
};

/// Reads a catalogue: `format: 1`, `language`, `strings` (maps of words, nested). Reports D0101 to
/// D0103, D0107 and D0110; what was read is returned nevertheless.
[[nodiscard]] Strings ReadStrings(const yaml::Node& root, diagnostics::Sink& sink);

}  // namespace dossier::compose
