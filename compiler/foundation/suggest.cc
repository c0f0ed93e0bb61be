// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/suggest.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dossier {
namespace {

constexpr std::size_t kLongest = 64;

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Optimal string alignment distance. Needs: both at most `kLongest`.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  std::size_t current = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t previous = current;
    const std::size_t before = (current + 2) % 3;
    current = (current + 1) % 3;
    rows[current][0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool equal = Lower(a[i - 1]) == Lower(b[j - 1]);
      std::size_t best = std::min(rows[previous][j], rows[current][j - 1]) + 1;
      best = std::min(best, rows[previous][j - 1] + (equal ? 0 : 1));
      if (i > 1 && j > 1 && Lower(a[i - 1]) == Lower(b[j - 2]) &&
          Lower(a[i - 2]) == Lower(b[j - 1])) {
        best = std::min(best, rows[before][j - 2] + 1);
      }
      rows[current][j] = best;
    }
  }
  return rows[current][b.size()];
}

}  // namespace

std::optional<std::string> Closest(std::string_view word,
                                   const std::vector<std::string_view>& candidates) {
  if (word.empty() || word.size() > kLongest) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = kLongest + 1;
  for (const std::string_view candidate : candidates) {
    if (candidate.empty() || candidate.size() > kLongest) continue;
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(word.size(), candidate.size()) / 3);
    const std::size_t distance = Distance(word, candidate);
    if (distance <= allowed && distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  if (!best) return std::nullopt;
  return std::string(*best);
}

}  // namespace dossier
