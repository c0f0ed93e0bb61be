// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dossier::text {

/// Orders words as readers of a language expect (CLDR root collation, tailored by language).
class Collator {
 public:
  /// `language` is BCP 47; one that ICU does not know falls back to the root order.
  explicit Collator(std::string_view language);
  ~Collator();
  Collator(Collator&&) noexcept;
  Collator& operator=(Collator&&) noexcept;

  /// Bytes whose order as unsigned chars is the order of the texts. Equal keys for texts that
  /// differ only in what the language ignores.
  [[nodiscard]] std::string SortKey(std::string_view text) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::text
