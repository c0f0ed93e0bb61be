// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/quote/normalise.h"

namespace dossier::quote {

/// Where each word of a folded text stands, so that a passage near a quotation is found without
/// comparing everything. Words are known by a hash: two of the same one make a window more, which
/// the comparison drops.
class WordIndex {
 public:
  explicit WordIndex(const Folded& folded);

  /// Bytes of the folded text where a passage may be that differs from the quotation in at most a
  /// third of its words: two thirds of the words stand there. The most promising first, a few.
  [[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> Windows(
      std::string_view quotation) const;

 private:
  struct Entry {
    std::uint64_t hash = 0;  // 0: free
    std::uint32_t id = 0;
  };

  std::uint32_t Number(std::uint64_t hash);
  void Grow();
  [[nodiscard]] std::uint32_t Find(std::uint64_t hash) const;
  [[nodiscard]] std::size_t CountOf(std::uint32_t id) const { return firsts_[id + 1] - firsts_[id]; }
  [[nodiscard]] std::vector<std::size_t> Starts(const std::vector<std::uint32_t>& quoted) const;

  std::vector<std::uint32_t> begins_;  // of words, in the folded text
  std::vector<std::uint32_t> ids_;     // of the word at each place
  std::vector<Entry> table_;           // by hash; a power of two, at most half full
  std::uint32_t known_ = 0;            // different words
  std::vector<std::uint32_t> firsts_;  // by id: where its places begin in `places_`; one more at the end
  std::vector<std::uint32_t> places_;  // numbers of words, rising for each id
  std::size_t size_ = 0;
};

}  // namespace dossier::quote
