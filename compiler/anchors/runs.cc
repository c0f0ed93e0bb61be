// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/runs.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace dossier::anchors {
namespace {

/// Candidates that are looked at in all passes over one list; a document that people read needs a
/// small part of it.
constexpr std::size_t kMostWork = 400'000;
constexpr std::uint64_t kWidestGap = 3;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A path of up to four values in one number, the first on top; a level that is missing is zero.
using Key = std::uint64_t;
constexpr int kLevels = 4;
constexpr int kBits = 16;

constexpr int ShiftOf(int level) { return (kLevels - 1 - level) * kBits; }
constexpr Key Digit(Key key, int level) { return key >> ShiftOf(level) & 0xFFFF; }
constexpr Key Above(Key key, int level) {
  return level == 0 ? 0 : key >> ShiftOf(level - 1) << ShiftOf(level - 1);
}

Key KeyOf(const Path& path) {
  Key key = 0;
  if (path.size() > kLevels) return 0;
  for (std::size_t level = 0; level < path.size(); ++level) {
    if (path[level] > 0xFFFF) return 0;
    key |= static_cast<Key>(path[level]) << ShiftOf(static_cast<int>(level));
  }
  return key;
}

int LastLevel(Key key) {
  int level = kLevels - 1;
  while (level > 0 && Digit(key, level) == 0) --level;
  return level;
}

/// One pass: the best run that ends at each candidate.
class Chains {
 public:
  explicit Chains(const std::vector<Key>& keys) {
    nodes_.reserve(keys.size());
    for (const Key key : keys) Add(key);
  }

  /// Positions in the list of candidates.
  [[nodiscard]] Run Longest() const {
    Run run;
    std::size_t at = kNone;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (at == kNone || nodes_[i].score >= nodes_[at].score) at = i;
    }
    for (; at != kNone; at = nodes_[at].before) run.push_back(at);
    std::reverse(run.begin(), run.end());
    return run;
  }

 private:
  struct Node {
    int score = 0;
    std::size_t before = kNone;
  };
  using Ends = std::unordered_map<Key, std::size_t>;  // looked up, never walked through

  void Offer(const Ends& from, Key key, int gain, Node& node) const {
    const auto found = from.find(key);
    if (found == from.end()) return;
    const int score = nodes_[found->second].score + gain;
    const bool later = node.before == kNone || found->second > node.before;
    if (score > node.score || (score == node.score && later)) node = {score, found->second};
  }

  /// The number before at this level, or up to two further back, or anything under it.
  void OfferEarlier(Key key, int level, Key widest, Node& node) const {
    for (Key gap = 1; gap <= widest && gap < Digit(key, level); ++gap) {
      Offer(below_, key - (gap << ShiftOf(level)), 3 - static_cast<int>(gap), node);
    }
  }

  void Add(Key key) {
    const int level = LastLevel(key);
    const bool first = Digit(key, level) == 1;
    Node node{.score = first ? 2 : 1, .before = kNone};
    OfferEarlier(key, level, kWidestGap, node);
    if (level > 0 && first) {
      const Key parent = Above(key, level);
      Offer(exact_, parent, 2, node);
      OfferEarlier(parent, level - 1, kWidestGap - 1, node);
    }
    const std::size_t index = nodes_.size();
    nodes_.push_back(node);
    Keep(exact_, key, index);
    Keep(below_, key, index);
    for (int above = level; above > 0; --above) Keep(below_, Above(key, above), index);
  }

  void Keep(Ends& in, Key key, std::size_t index) const {
    const auto [at, fresh] = in.emplace(key, index);
    if (!fresh && nodes_[index].score >= nodes_[at->second].score) at->second = index;
  }

  std::vector<Node> nodes_;
  Ends exact_;  // best run that ends with this number
  Ends below_;  // or with a number under it
};

int RomanValue(std::string_view roman) {
  constexpr std::string_view kDigits = "ivxlc";
  constexpr int kValues[] = {1, 5, 10, 50, 100};
  int value = 0;
  int next = 0;
  for (auto c = roman.rbegin(); c != roman.rend(); ++c) {
    const std::size_t digit = kDigits.find(*c);
    if (digit == std::string_view::npos) return 0;
    value += kValues[digit] < next ? -kValues[digit] : kValues[digit];
    next = std::max(next, kValues[digit]);
  }
  return value;
}

}  // namespace

Path PathOf(const Mark& mark) {
  Path path;
  for (const std::string& step : mark.number.steps) {
    const bool roman = mark.shape == Shape::kRoman;
    const int value = roman ? RomanValue(step) : identifiers::Rank(step).value_or(0);
    if (value < 1) return {};
    path.push_back(value);
  }
  return path;
}

std::vector<Run> RisingRuns(const std::vector<Mark>& marks, std::span<const std::size_t> candidates,
                            std::size_t shortest, bool& all) {
  Run left;
  std::vector<Key> keys;
  for (const std::size_t candidate : candidates) {
    const Key key = KeyOf(PathOf(marks[candidate]));
    if (key == 0) continue;
    left.push_back(candidate);
    keys.push_back(key);
  }
  std::vector<Run> runs;
  std::size_t work = 0;
  while (left.size() >= shortest) {
    work += left.size();
    const Run best = Chains(keys).Longest();
    if (best.size() < shortest) break;
    Run run;
    std::size_t kept = 0;
    auto taken = best.begin();
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (taken != best.end() && *taken == i) {
        run.push_back(left[i]);
        ++taken;
        continue;
      }
      left[kept] = left[i];
      keys[kept++] = keys[i];
    }
    left.resize(kept);
    keys.resize(kept);
    runs.push_back(std::move(run));
    if (work > kMostWork && left.size() >= shortest) {
      all = false;
      break;
    }
  }
  return runs;
}

}  // namespace dossier::anchors
