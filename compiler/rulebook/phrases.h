// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::rulebook {

/// One phrase of a rendered pack, with {0}, {1} for what is filled in.
struct Phrase {
  std::string_view key, en, lt;
};

/// All of them; each key once.
[[nodiscard]] const std::vector<Phrase>& Phrases();

/// The words of one language.
class Words {
 public:
  /// Needs: `language` is en or lt.
  explicit Words(std::string_view language) : language_(language) {}

  [[nodiscard]] std::string_view language() const { return language_; }
  /// The phrase `key`, filled. Needs: there is such a phrase.
  [[nodiscard]] std::string operator()(std::string_view key,
                                       const std::vector<std::string>& values = {}) const;
  /// "kind.media": the word for a value of a closed set; the value itself where there is none.
  [[nodiscard]] std::string Of(std::string_view set, std::string_view value) const;
  /// "a, b or c", "a, b ir c".
  [[nodiscard]] std::string Join(const std::vector<std::string>& words,
                                 std::string_view last) const;

 private:
  std::string_view language_;
};

}  // namespace dossier::rulebook
