// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/word_index.h"

#include <algorithm>

namespace dossier::quote {
namespace {

constexpr std::size_t kMostPlaces = 5000;
constexpr std::size_t kMostWindows = 8;
constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

/// Calls `take(begin, end)` for each word.
template <typename Take>
void ForWords(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) take(at, end);
    at = end + 1;
  }
}

}  // namespace

WordIndex::WordIndex(const Folded& folded) : size_(folded.size()) {
  ForWords(folded.text, [&](std::size_t begin, std::size_t end) {
    const auto next = static_cast<std::uint32_t>(places_.size());
    const auto [entry, fresh] = id_of_.try_emplace(WithHyphens(folded, begin, end), next);
    if (fresh) places_.emplace_back();
    places_[entry->second].push_back(static_cast<std::uint32_t>(ids_.size()));
    ids_.push_back(entry->second);
    begins_.push_back(static_cast<std::uint32_t>(begin));
  });
}

std::vector<std::pair<std::size_t, std::size_t>> WordIndex::Windows(
    std::string_view quotation) const {
  std::vector<std::uint32_t> quoted;
  std::vector<bool> wanted(places_.size(), false);
  ForWords(quotation, [&](std::size_t begin, std::size_t end) {
    const auto found = id_of_.find(std::string(quotation.substr(begin, end - begin)));
    quoted.push_back(found == id_of_.end() ? kUnknown : found->second);
    if (quoted.back() != kUnknown) wanted[quoted.back()] = true;
  });
  const auto count = [&](std::size_t i) {
    return quoted[i] == kUnknown ? std::size_t{0} : places_[quoted[i]].size();
  };
  // Of any `most` + 1 words quoted one at least is in the passage: the rarest are looked up.
  const std::size_t most = quoted.size() / 3;
  std::vector<std::size_t> rarest(quoted.size());
  for (std::size_t i = 0; i < rarest.size(); ++i) rarest[i] = i;
  std::stable_sort(rarest.begin(), rarest.end(),
                   [&](std::size_t a, std::size_t b) { return count(a) < count(b); });
  rarest.resize(std::min(rarest.size(), most + 1));
  std::vector<std::size_t> starts;
  for (const std::size_t i : rarest) {
    if (starts.size() + count(i) > kMostPlaces) break;
    if (quoted[i] == kUnknown) continue;
    for (const std::uint32_t place : places_[quoted[i]]) {
      starts.push_back(place - std::min<std::size_t>(place, i + most));
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  struct Candidate {
    std::size_t score = 0;
    std::size_t start = 0;
  };
  const std::size_t width = quoted.size() + 2 * most + 1;
  std::vector<Candidate> candidates;
  for (const std::size_t start : starts) {
    Candidate candidate{.score = 0, .start = start};
    for (std::size_t j = start; j < std::min(start + width, ids_.size()); ++j) {
      if (wanted[ids_[j]]) ++candidate.score;
    }
    if (candidate.score + most >= quoted.size()) candidates.push_back(candidate);
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  candidates.resize(std::min(candidates.size(), kMostWindows));
  std::vector<std::pair<std::size_t, std::size_t>> windows;
  for (const Candidate& candidate : candidates) {
    const std::size_t last = candidate.start + width;
    windows.emplace_back(begins_[candidate.start], last < begins_.size() ? begins_[last] : size_);
  }
  return windows;
}

}  // namespace dossier::quote
