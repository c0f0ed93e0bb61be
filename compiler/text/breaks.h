// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dossier::text {

/// A place where a line may or must end.
struct Break {
  std::uint32_t offset = 0;  // bytes; the next line begins here
  bool mandatory = false;
};

/// Finds where lines may end (UAX 14, tailored by ICU for nothing). Keeps one break iterator, so
/// make one per document, not per paragraph. Never gives an offset inside a code point, and always
/// gives the end of a text that is not empty.
class LineBreaker {
 public:
  LineBreaker();
  ~LineBreaker();
  LineBreaker(const LineBreaker&) = delete;
  LineBreaker& operator=(const LineBreaker&) = delete;

  /// Opportunities in rising order, the end of `text` last.
  [[nodiscard]] std::vector<Break> Find(std::string_view text);

  /// Offsets between user-perceived characters (UAX 29), the end of `text` last.
  [[nodiscard]] std::vector<std::uint32_t> FindCharacters(std::string_view text);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace dossier::text
