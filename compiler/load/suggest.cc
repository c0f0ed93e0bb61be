// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/suggest.h"

#include <algorithm>
#include <array>

namespace dossier::load {
namespace {

constexpr std::size_t kLongestWord = 64;
constexpr std::size_t kLongestList = 24;

}  // namespace

std::size_t EditDistance(std::string_view a, std::string_view b) {
  if (a.size() > kLongestWord || b.size() > kLongestWord) return std::max(a.size(), b.size());
  std::array<std::array<std::size_t, kLongestWord + 1>, 3> rows{};
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& two_above = rows[(i + 1) % 3];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
  }
  return rows[a.size() % 3][b.size()];
}

std::string_view Nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view nearest;
  std::size_t allowed = std::min<std::size_t>(3, std::max<std::size_t>(1, word.size() / 3));
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = EditDistance(word, candidate);
    if (distance > allowed || distance >= candidate.size()) continue;
    if (!nearest.empty() && distance == allowed) continue;
    nearest = candidate;
    allowed = distance;
  }
  return nearest;
}

diagnostics::Text Suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = Nearest(word, candidates);
  if (!nearest.empty()) return {"did you mean \"{0}\"?", {diagnostics::Id(nearest)}};
  if (candidates.empty() || candidates.size() > kLongestList) return {};
  std::string list;
  for (const std::string_view candidate : candidates) {
    if (!list.empty()) list += ", ";
    list += candidate;
  }
  return {candidates.size() == 1 ? "write {0}" : "one of {0}", {diagnostics::Id(list)}};
}

}  // namespace dossier::load
