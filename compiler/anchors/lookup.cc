// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>

#include "compiler/anchors/anchor_index.h"

namespace dossier::anchors {
namespace {

using identifiers::Number;

/// Fewest numbers at one level that let us speak of its ends.
constexpr std::size_t kFewestAtTop = 3;
constexpr std::size_t kFewestBelow = 2;
/// One number in this many may be missing.
constexpr std::size_t kHoles = 20;

bool Inside(const Anchor& anchor, Window window) {
  return anchor.first >= window.first && anchor.first < window.end;
}

std::string FromRank(int rank, bool letters) {
  return letters ? std::string(1, static_cast<char>('a' + rank - 1)) : std::to_string(rank);
}

/// The numbers that stand directly under a number, or at the top.
struct Children {
  std::set<int> ranks;
  bool letters = false;
  bool plain = true;  // digits only, or letters only
};

Children ChildrenOf(const Numbering& numbering, const Number& parent, Window window) {
  Children children;
  const std::size_t depth = parent.steps.size();
  for (const Anchor& anchor : numbering.anchors) {
    if (!Inside(anchor, window) || anchor.number.steps.size() <= depth ||
        !anchor.number.StartsWith(parent))
      continue;
    const std::string& step = anchor.number.steps[depth];
    const auto rank = identifiers::Rank(step);
    if (!rank) continue;  // "12a" and "380-1" stand between two others
    const bool letter = !identifiers::Value(step);
    children.plain = children.plain && (children.ranks.empty() || children.letters == letter);
    children.letters = letter;
    children.ranks.insert(*rank);
  }
  return children;
}

/// Says that a number does not exist where the level at which it leaves the numbering is read
/// without holes and ends before it.
void SayWhetherMissing(const Numbering& numbering, const Number& number, Window window,
                       Lookup& out) {
  Number parent;
  for (std::size_t depth = 0; depth < number.steps.size(); ++depth) {
    Number next = parent;
    next.steps.push_back(number.steps[depth]);
    const bool there =
        std::any_of(numbering.anchors.begin(), numbering.anchors.end(), [&](const Anchor& anchor) {
          return Inside(anchor, window) && anchor.number.StartsWith(next);
        });
    if (there) {
      parent = std::move(next);
      continue;
    }
    const Children children = ChildrenOf(numbering, parent, window);
    const auto rank = identifiers::Rank(number.steps[depth]);
    if (!rank || !children.plain ||
        children.ranks.size() < (depth == 0 ? kFewestAtTop : kFewestBelow))
      return;
    if (children.letters == identifiers::Value(number.steps[depth]).has_value()) return;
    const int from = *children.ranks.begin();
    const int to = *children.ranks.rbegin();
    const std::size_t holes = static_cast<std::size_t>(to - from + 1) - children.ranks.size();
    if (holes * kHoles > children.ranks.size() || (*rank >= from && *rank <= to)) return;
    out.verdict = Verdict::kNotThere;
    out.within = parent;
    out.from = out.to = parent;
    out.from.steps.push_back(FromRank(from, children.letters));
    out.to.steps.push_back(FromRank(to, children.letters));
    return;
  }
}

Lookup At(const Anchor& anchor, Verdict verdict) {
  Lookup out;
  out.verdict = verdict;
  out.first = anchor.first;
  out.last = anchor.last;
  out.numbered = true;
  return out;
}

/// Where the article is whose part is asked for.
void SayWhatIsNear(const Numbering& numbering, const Number& number, Window window, Lookup& out) {
  for (const Anchor& anchor : numbering.anchors) {
    const bool above = Inside(anchor, window) && number.StartsWith(anchor.number);
    if (!above || anchor.number.steps.size() <= out.near.steps.size()) continue;
    out.near = anchor.number;
    out.first = anchor.first;
    out.last = anchor.last;
  }
}

/// Acts that are only spoken of: the first place counts, and 405 is spoken of where 405(2) is.
Lookup FindMention(const Numbering& numbering, const Number& number, Window window) {
  for (const Anchor& anchor : numbering.anchors) {
    if (!Inside(anchor, window) || !anchor.number.StartsWith(number)) continue;
    Lookup found = At(anchor, Verdict::kFound);
    found.numbered = false;
    found.mentioned = true;
    return found;
  }
  return {};
}

Lookup FindIn(const AnchorIndex& index, const Numbering& numbering, const Number& number,
              Window window) {
  if (numbering.mentioned) return FindMention(numbering, number, window);
  const Anchor* exact = nullptr;
  const Anchor* below = nullptr;
  bool numbered = false;
  for (const Anchor& anchor : numbering.anchors) {
    if (!Inside(anchor, window)) continue;
    numbered = true;
    if (below == nullptr && anchor.number.StartsWith(number)) below = &anchor;
    if (anchor.number != number) continue;
    if (exact == nullptr) {
      exact = &anchor;
      continue;
    }
    Lookup several = At(*exact, Verdict::kSeveral);
    several.other = anchor.first;
    return several;
  }
  if (exact != nullptr) return At(*exact, Verdict::kFound);
  // Section 2 is there when 2.1 is, though its heading has no number of its own.
  if (below != nullptr) return At(*below, Verdict::kFound);
  Lookup out;
  out.numbered = numbered;
  if (index.whole) SayWhetherMissing(numbering, number, window, out);
  if (out.verdict == Verdict::kUnknown) SayWhatIsNear(numbering, number, window, out);
  return out;
}

/// "II" for "2" and the other way round: annexes are counted both ways.
Number OtherSpelling(const Number& number) {
  constexpr std::string_view kRoman[] = {"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                         "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                         "xv",   "xvi", "xvii", "xviii", "xix", "xx"};
  Number other = number;
  std::string& step = other.steps.front();
  const auto* const roman = std::find(std::begin(kRoman), std::end(kRoman), step);
  if (roman != std::end(kRoman)) {
    step = std::to_string(roman - std::begin(kRoman) + 1);
  } else if (const auto value = identifiers::Value(step); value && *value >= 1 && *value <= 20) {
    step = kRoman[*value - 1];
  }
  return other;
}

bool Answers(const Lookup& lookup) {
  return lookup.verdict == Verdict::kFound || lookup.verdict == Verdict::kSeveral;
}

void Merge(Lookup found, Lookup& out) {
  const bool numbered = out.numbered || found.numbered;
  if (Answers(out) && Answers(found)) {
    if (found.first != out.first) {
      out.verdict = Verdict::kSeveral;
      out.other = found.first;
    }
  } else if (Answers(found) || !out.numbered) {
    out = std::move(found);
  } else if (!Answers(out) && found.numbered && found.verdict == Verdict::kUnknown) {
    out.verdict = Verdict::kUnknown;  // one numbering that ends does not speak for another
  }
  out.numbered = numbered;
}

}  // namespace

Lookup Find(const AnchorIndex& index, AnchorKind kind, const Number& number, Window window) {
  Lookup out;
  if (number.empty()) return out;
  for (const Numbering& numbering : index.numberings) {
    const bool asked = numbering.kind == kind ||
                       (kind == AnchorKind::kSection && numbering.kind == AnchorKind::kParagraph);
    if (!asked) continue;
    // An act that numbers its articles without holes is not asked what other acts it mentions.
    if (numbering.mentioned && (Answers(out) || out.verdict == Verdict::kNotThere)) break;
    Lookup found = FindIn(index, numbering, number, window);
    if (kind == AnchorKind::kAnnex && !Answers(found)) {
      Lookup other = FindIn(index, numbering, OtherSpelling(number), window);
      if (Answers(other) || other.verdict == Verdict::kNotThere) found = std::move(other);
    }
    Merge(std::move(found), out);
  }
  return out;
}

}  // namespace dossier::anchors
