// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/word_index.h"

#include <algorithm>

namespace dossier::quote {
namespace {

constexpr std::size_t kMostPlaces = 5000;
constexpr std::size_t kMostWindows = 8;
constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

/// FNV-1a, 64 bits; never 0.
class Hash {
 public:
  void Add(char c) { value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3; }
  [[nodiscard]] std::uint64_t value() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint64_t value_ = 0xCBF29CE484222325;
};

/// Calls `take(begin, end)` for each word.
template <typename Take>
void ForWords(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) take(at, end);
    at = end + 1;
  }
}

/// Of a word with its hyphens written; words come in their order.
class WordHashes {
 public:
  explicit WordHashes(const Folded& folded) : text_(folded.text), hyphens_(folded.origins.Hyphens()) {}

  std::uint64_t Of(std::size_t begin, std::size_t end) {
    Hash hash;
    while (next_ < hyphens_.size() && hyphens_[next_] <= begin) ++next_;
    for (std::size_t i = begin; i < end; ++i) {
      if (next_ < hyphens_.size() && hyphens_[next_] == i) {
        hash.Add('-');
        ++next_;
      }
      hash.Add(text_[i]);
    }
    return hash.value();
  }

 private:
  const std::string& text_;
  std::vector<std::uint32_t> hyphens_;
  std::size_t next_ = 0;
};

std::uint64_t HashOf(std::string_view word) {
  Hash hash;
  for (const char c : word) hash.Add(c);
  return hash.value();
}

}  // namespace

void WordIndex::Grow() {
  std::vector<Entry> old(std::max<std::size_t>(1024, table_.size() * 2));
  std::swap(old, table_);
  for (const Entry& entry : old) {
    if (entry.hash == 0) continue;
    std::size_t at = entry.hash & (table_.size() - 1);
    while (table_[at].hash != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = entry;
  }
}

std::uint32_t WordIndex::Number(std::uint64_t hash) {
  if (2 * (std::size_t{known_} + 1) > table_.size()) Grow();
  std::size_t at = hash & (table_.size() - 1);
  while (table_[at].hash != 0 && table_[at].hash != hash) at = (at + 1) & (table_.size() - 1);
  if (table_[at].hash == 0) table_[at] = {hash, known_++};
  return table_[at].id;
}

std::uint32_t WordIndex::Find(std::uint64_t hash) const {
  if (table_.empty()) return kUnknown;
  std::size_t at = hash & (table_.size() - 1);
  while (table_[at].hash != 0 && table_[at].hash != hash) at = (at + 1) & (table_.size() - 1);
  return table_[at].hash == 0 ? kUnknown : table_[at].id;
}

WordIndex::WordIndex(const Folded& folded) : size_(folded.size()) {
  WordHashes hashes(folded);
  ForWords(folded.text, [&](std::size_t begin, std::size_t end) {
    ids_.push_back(Number(hashes.Of(begin, end)));
    begins_.push_back(static_cast<std::uint32_t>(begin));
  });
  firsts_.assign(std::size_t{known_} + 1, 0);
  for (const std::uint32_t id : ids_) ++firsts_[id + 1];
  for (std::size_t id = 0; id < known_; ++id) firsts_[id + 1] += firsts_[id];
  std::vector<std::uint32_t> next(firsts_.begin(), firsts_.end());
  places_.resize(ids_.size());
  for (std::size_t place = 0; place < ids_.size(); ++place) {
    places_[next[ids_[place]]++] = static_cast<std::uint32_t>(place);
  }
}

/// Words at which a near passage may begin, rising.
std::vector<std::size_t> WordIndex::Starts(const std::vector<std::uint32_t>& quoted) const {
  const auto count = [&](std::size_t i) {
    return quoted[i] == kUnknown ? std::size_t{0} : CountOf(quoted[i]);
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
    for (std::size_t at = firsts_[quoted[i]]; at < firsts_[quoted[i] + 1]; ++at) {
      const std::size_t place = places_[at];
      starts.push_back(place - std::min(place, i + most));
    }
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

std::vector<std::pair<std::size_t, std::size_t>> WordIndex::Windows(
    std::string_view quotation) const {
  std::vector<std::uint32_t> quoted;
  std::vector<bool> wanted(known_, false);
  ForWords(quotation, [&](std::size_t begin, std::size_t end) {
    quoted.push_back(Find(HashOf(quotation.substr(begin, end - begin))));
    if (quoted.back() != kUnknown) wanted[quoted.back()] = true;
  });
  struct Candidate {
    std::size_t score = 0;
    std::size_t start = 0;
  };
  const std::size_t most = quoted.size() / 3;
  const std::size_t width = quoted.size() + 2 * most + 1;
  std::vector<Candidate> candidates;
  for (const std::size_t start : Starts(quoted)) {
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
