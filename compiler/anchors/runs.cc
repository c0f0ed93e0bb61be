// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/anchors/runs.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace dossier::anchors {
namespace {

constexpr std::size_t kMostRuns = 64;  // of one shape
constexpr int kWidestGap = 3;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// One pass: the best run that ends at each candidate.
class Chains {
 public:
  Chains(const std::vector<Mark>& marks, const std::vector<std::size_t>& candidates) {
    nodes_.reserve(candidates.size());
    for (const std::size_t candidate : candidates) Add(PathOf(marks[candidate]));
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

  void Offer(const std::map<Path, std::size_t>& from, const Path& path, int gain, Node& node) const {
    const auto found = from.find(path);
    if (found == from.end()) return;
    const int score = nodes_[found->second].score + gain;
    const bool later = node.before == kNone || found->second > node.before;
    if (score > node.score || (score == node.score && later)) node = {score, found->second};
  }

  void Add(const Path& path) {
    Node node{.score = path.back() == 1 ? 2 : 1, .before = kNone};
    for (int gap = 1; gap <= kWidestGap && gap < path.back(); ++gap) {
      Path sibling = path;
      sibling.back() -= gap;
      Offer(below_, sibling, 3 - gap, node);
    }
    if (path.size() > 1 && path.back() == 1) {
      Path parent(path.begin(), path.end() - 1);
      Offer(exact_, parent, 2, node);
      for (int gap = 1; gap < kWidestGap && gap < parent.back(); ++gap) {
        Path uncle = parent;
        uncle.back() -= gap;
        Offer(below_, uncle, 3 - gap, node);
      }
    }
    const std::size_t index = nodes_.size();
    nodes_.push_back(node);
    Keep(exact_, path, index);
    for (Path prefix = path; !prefix.empty(); prefix.pop_back()) Keep(below_, prefix, index);
  }

  void Keep(std::map<Path, std::size_t>& in, const Path& path, std::size_t index) const {
    const auto [at, fresh] = in.emplace(path, index);
    if (!fresh && nodes_[index].score >= nodes_[at->second].score) at->second = index;
  }

  std::vector<Node> nodes_;
  std::map<Path, std::size_t> exact_;  // best run that ends with this number
  std::map<Path, std::size_t> below_;  // or with a number under it
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
  std::vector<std::size_t> left;
  for (const std::size_t candidate : candidates) {
    if (!PathOf(marks[candidate]).empty()) left.push_back(candidate);
  }
  std::vector<Run> runs;
  while (left.size() >= shortest) {
    const Run best = Chains(marks, left).Longest();
    if (best.size() < shortest) break;
    if (runs.size() == kMostRuns) {
      all = false;
      break;
    }
    Run run;
    std::vector<std::size_t> rest;
    auto taken = best.begin();
    for (std::size_t i = 0; i < left.size(); ++i) {
      const bool mine = taken != best.end() && *taken == i;
      if (mine) ++taken;
      (mine ? run : rest).push_back(left[i]);
    }
    runs.push_back(std::move(run));
    left = std::move(rest);
  }
  return runs;
}

}  // namespace dossier::anchors
