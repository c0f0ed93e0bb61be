// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/quote/normalise.h"

namespace dossier::quote {

/// Where each word of a folded text stands, so that a passage near a quotation is found without
/// comparing everything.
class WordIndex {
 public:
  explicit WordIndex(const Folded& folded);

  /// Bytes of the folded text where a passage may be that differs from the quotation in at most a
  /// third of its words: two thirds of the words stand there. The most promising first, a few.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> Windows(
      std::string_view quotation) const;

 private:
  std::vector<std::uint32_t> begins_;  // of words, in the folded text
  std::vector<std::uint32_t> ids_;     // of the word at each place
  std::unordered_map<std::string, std::uint32_t> id_of_;
  std::vector<std::vector<std::uint32_t>> places_;  // by id, rising
  std::size_t size_ = 0;
};

}  // namespace dossier::quote
