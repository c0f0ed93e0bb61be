// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/align.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "compiler/reading/letters.h"

namespace dossier::reading {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// Words of one line, from left to right, and the height they cover.
struct LineOfWords {
  Box box;
  std::vector<std::size_t> layer;
  std::vector<std::size_t> read;
};

int MiddleOf(const Box& box) { return (box.top + box.bottom) / 2; }

std::vector<LineOfWords> LinesOf(const std::vector<LayerWord>& layer) {
  std::vector<LineOfWords> lines;
  for (std::size_t i = 0; i < layer.size(); ++i) {
    const Box& box = layer[i].box;
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const LineOfWords& at) {
      const int shared = std::min(at.box.bottom, box.bottom) - std::max(at.box.top, box.top);
      return 2 * shared > std::min(at.box.bottom - at.box.top, box.bottom - box.top);
    });
    LineOfWords& target = line == lines.end() ? lines.emplace_back(LineOfWords{.box = box, .layer = {}, .read = {}}) : *line;
    target.layer.push_back(i);
  }
  return lines;
}

void GiveToLines(const std::vector<Word>& reading, std::vector<LineOfWords>& lines) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const int middle = MiddleOf(reading[i].box);
    const auto nearest = std::min_element(lines.begin(), lines.end(), [&](const LineOfWords& a, const LineOfWords& b) {
      return std::abs(MiddleOf(a.box) - middle) < std::abs(MiddleOf(b.box) - middle);
    });
    if (nearest != lines.end()) nearest->read.push_back(i);
  }
}

/// Letters of a line and the word of each.
struct Letters {
  std::u32string text;
  std::vector<std::size_t> word;

  void Add(std::u32string_view letters, std::size_t of) {
    text += letters;
    word.insert(word.end(), letters.size(), of);
  }
};

/// For each letter of `read` the letter of `layer` it stands for, or `kNone`: least cost, where a
/// likeness is cheaper than another letter, and both cheaper than one lost and one won.
std::vector<std::size_t> PartnersOf(const std::u32string& layer, const std::u32string& read) {
  const std::size_t width = layer.size() + 1;
  std::vector<std::uint32_t> cost((read.size() + 1) * width);
  const auto swap_cost = [&](std::size_t i, std::size_t j) -> std::uint32_t {
    if (layer[j] == read[i]) return 0;
    return LookAlike({&layer[j], 1}, {&read[i], 1}) ? 1 : 3;
  };
  for (std::size_t j = 0; j < width; ++j) cost[j] = static_cast<std::uint32_t>(2 * j);
  for (std::size_t i = 1; i <= read.size(); ++i) {
    cost[i * width] = static_cast<std::uint32_t>(2 * i);
    for (std::size_t j = 1; j < width; ++j) {
      cost[i * width + j] = std::min({cost[(i - 1) * width + j - 1] + swap_cost(i - 1, j - 1),
                                      cost[(i - 1) * width + j] + 2, cost[i * width + j - 1] + 2});
    }
  }
  std::vector<std::size_t> partners(read.size(), kNone);
  for (std::size_t i = read.size(), j = layer.size(); i > 0 && j > 0;) {
    const std::uint32_t here = cost[i * width + j];
    if (here == cost[(i - 1) * width + j - 1] + swap_cost(i - 1, j - 1)) {
      partners[--i] = --j;
    } else if (here == cost[(i - 1) * width + j] + 2) {
      --i;
    } else {
      --j;
    }
  }
  return partners;
}

class LineAlignment {
 public:
  LineAlignment(const std::vector<LayerWord>& layer, const std::vector<Word>& reading, AlignedReading& out)
      : layer_(layer), reading_(reading), out_(out) {}

  void Add(LineOfWords line) {
    const auto by_left = [](const auto& words) {
      return [&words](std::size_t a, std::size_t b) { return words[a].box.left < words[b].box.left; };
    };
    std::stable_sort(line.layer.begin(), line.layer.end(), by_left(layer_));
    std::stable_sort(line.read.begin(), line.read.end(), by_left(reading_));
    Letters expected;
    Letters read;
    for (const std::size_t word : line.layer) expected.Add(LettersOf(layer_[word].text), word);
    for (const std::size_t word : line.read) read.Add(LettersOf(reading_[word].text), word);
    const std::vector<std::size_t> partners = PartnersOf(expected.text, read.text);
    std::vector<std::size_t> sharing(reading_.size(), kNone);  // the first word that each token went to
    for (std::size_t i = 0; i < read.text.size(); ++i) {
      for (const std::size_t owner : OwnersOf(i, expected, read, partners)) {
        Give(owner, read.text[i], read.word[i]);
        std::size_t& first = sharing[read.word[i]];
        if (first == kNone) first = owner;
        if (first == owner) continue;
        ++out_.words[owner].tokens;
        ++out_.words[first].tokens;
      }
    }
    for (const std::size_t word : line.read) AddExtra(word, line, read, partners);
  }

 private:
  void Give(std::size_t owner, char32_t letter, std::size_t from) {
    WordReading& word = out_.words[owner];
    word.confidence = word.letters.empty() ? reading_[from].confidence : std::min(word.confidence, reading_[from].confidence);
    if (from != last_from_ || owner != last_owner_) ++word.tokens;
    last_from_ = from;
    last_owner_ = owner;
    word.letters += letter;
  }

  /// The words of the layer to which a letter belongs: that of its partner; one without a partner
  /// belongs to the words of its neighbours in the same read word, which may be two.
  static std::vector<std::size_t> OwnersOf(std::size_t i, const Letters& expected, const Letters& read,
                                           const std::vector<std::size_t>& partners) {
    if (partners[i] != kNone) return {expected.word[partners[i]]};
    std::vector<std::size_t> owners;
    for (std::size_t j = i; j-- > 0 && read.word[j] == read.word[i];) {
      if (partners[j] == kNone) continue;
      owners.push_back(expected.word[partners[j]]);
      break;
    }
    for (std::size_t j = i + 1; j < read.text.size() && read.word[j] == read.word[i]; ++j) {
      if (partners[j] == kNone) continue;
      if (owners.empty() || owners.front() != expected.word[partners[j]]) owners.push_back(expected.word[partners[j]]);
      break;
    }
    return owners;
  }

  void AddExtra(std::size_t word, const LineOfWords& line, const Letters& read,
                const std::vector<std::size_t>& partners) {
    const std::u32string letters = LettersOf(reading_[word].text);
    bool stands_for_something = letters.empty();
    for (std::size_t i = 0; i < read.text.size(); ++i) {
      if (read.word[i] == word && partners[i] != kNone) stands_for_something = true;
    }
    if (stands_for_something) return;
    const int middle = (reading_[word].box.left + reading_[word].box.right) / 2;
    bool before = false;
    bool behind = false;
    for (std::size_t at = 0; at < layer_.size(); ++at) {
      if (!layer_[at].quoted) continue;
      const bool here = std::find(line.layer.begin(), line.layer.end(), at) != line.layer.end();
      const bool above = MiddleOf(layer_[at].box) < MiddleOf(line.box);
      before = before || (here ? layer_[at].box.left < middle : above);
      behind = behind || (here ? layer_[at].box.right > middle : !above);
    }
    out_.extra.push_back({letters, reading_[word].confidence, before && behind});
  }

  const std::vector<LayerWord>& layer_;
  const std::vector<Word>& reading_;
  AlignedReading& out_;
  std::size_t last_from_ = kNone;
  std::size_t last_owner_ = kNone;
};

}  // namespace

AlignedReading Align(const std::vector<LayerWord>& layer, const std::vector<Word>& reading) {
  AlignedReading out;
  out.words.resize(layer.size());
  std::vector<LineOfWords> lines = LinesOf(layer);
  GiveToLines(reading, lines);
  LineAlignment alignment(layer, reading, out);
  for (LineOfWords& line : lines) alignment.Add(std::move(line));
  return out;
}

}  // namespace dossier::reading
