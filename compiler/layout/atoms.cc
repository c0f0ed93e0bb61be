// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/atoms.h"

#include <string>
#include <string_view>

#include "compiler/foundation/utf8.h"

namespace dossier::layout {
namespace {

/// The space of the text face is drawn for shorter lines; in per cent of its width.
constexpr int kWiderSpace = 8;

constexpr int kHyphenPenalty = 25;
constexpr int kAddressPenalty = 40;
constexpr int kEmergencyPenalty = 2000;

struct Range {
  std::uint32_t begin = 0, end = 0;
  int penalty = 0;
};

bool IsAddress(std::string_view word) {
  const bool path = word.find('/') != word.npos && word.find('.') != word.npos;
  return word.size() > 14 && (path || word.find("://") != word.npos ||
                              word.find("www.") != word.npos || word.find('@') != word.npos);
}

/// Cuts an address after "/", "&", "=", "_" and before ".", "?", "#", "%", but not between marks.
std::vector<Range> CutAddress(std::string_view word, const Range& range) {
  constexpr std::string_view kAfter = "/&=_";
  constexpr std::string_view kBefore = ".?#%";
  constexpr std::size_t kShortest = 3;  // characters left on either side
  std::vector<Range> cuts;
  std::uint32_t begin = range.begin;
  for (std::size_t i = kShortest; i + kShortest <= word.size(); ++i) {
    const char before = word[i - 1];
    const char after = word[i];
    const bool marks = kAfter.find(after) != kAfter.npos;
    const bool cut =
        (kAfter.find(before) != kAfter.npos && !marks) || kBefore.find(after) != kBefore.npos;
    if (cut) {
      const auto at = range.begin + static_cast<std::uint32_t>(i);
      cuts.push_back({begin, at, kAddressPenalty});
      begin = at;
    }
  }
  cuts.push_back({begin, range.end, range.penalty});
  return cuts;
}

class AtomBuilder {
 public:
  AtomBuilder(const Flow& flow, Length measure, Tools& tools)
      : flow_(flow), measure_(measure), tools_(tools) {}

  Atoms Build() {
    std::uint32_t begin = 0;
    for (const text::Break& stop : tools_.breaker.Find(flow_.text)) {
      AddBetween(begin, stop.offset, stop.mandatory && stop.offset < flow_.text.size());
      begin = stop.offset;
    }
    return std::move(atoms_);
  }

 private:
  /// Everything up to a break opportunity, with the white space before it.
  void AddBetween(std::uint32_t begin, std::uint32_t end, bool forced) {
    std::uint32_t word_end = end;
    while (word_end > begin &&
           (flow_.text[word_end - 1] == ' ' || flow_.text[word_end - 1] == '\n')) {
      --word_end;
    }
    const bool line_feed = end > begin && flow_.text[end - 1] == '\n';
    const bool blank = word_end < end && flow_.text[word_end] == ' ';
    NoteWord(begin);
    Range range{begin, word_end, 0};
    if (!blank && !line_feed && end < flow_.text.size()) {
      range.penalty = kHyphenPenalty;
    }
    AddWord(range);
    Atom& last = atoms_.atoms.back();
    Unit& unit = atoms_.units.back();
    unit.forced = forced || line_feed;
    if (blank) {
      last.space_segment = SegmentAt(word_end);
      unit.space = SpaceWidth(last.space_segment).raw();
    }
  }

  /// Whether what stands between the blanks around `begin` is an address.
  void NoteWord(std::uint32_t begin) {
    if (begin > 0 && flow_.text[begin - 1] != ' ' && flow_.text[begin - 1] != '\n') {
      return;
    }
    const std::size_t end = flow_.text.find_first_of(" \n", begin);
    address_ = IsAddress(std::string_view(flow_.text).substr(begin, end - begin));
  }

  void AddWord(const Range& range) {
    const std::string_view word =
        std::string_view(flow_.text).substr(range.begin, range.end - range.begin);
    if (address_) {
      for (const Range& part : CutAddress(word, range)) {
        AddFitting(part);
      }
    } else {
      AddFitting(range);
    }
  }

  void AddFitting(const Range& range) {
    AddAtom(range);
    if (atoms_.units.back().width <= measure_.raw()) {
      return;
    }
    const std::string_view word =
        std::string_view(flow_.text).substr(range.begin, range.end - range.begin);
    tools_.findings.TooWide(word, flow_.segments[SegmentAt(range.begin)].source);
    atoms_.pieces.resize(atoms_.atoms.back().first);
    atoms_.atoms.pop_back();
    atoms_.units.pop_back();
    std::uint32_t begin = range.begin;
    for (const std::uint32_t offset : tools_.breaker.FindCharacters(word)) {
      const std::uint32_t end = range.begin + offset;
      AddAtom({begin, end, end == range.end ? range.penalty : kEmergencyPenalty});
      begin = end;
    }
  }

  void AddAtom(const Range& range) {
    Atom atom{.begin = range.begin, .end = range.end};
    atom.first = static_cast<std::uint32_t>(atoms_.pieces.size());
    Length width;
    for (std::uint32_t at = range.begin; at < range.end;) {
      const std::uint32_t index = SegmentAt(at);
      const Segment& segment = flow_.segments[index];
      const std::uint32_t end = std::min(range.end, segment.end);
      const fonts::ShapedWord& word =
          tools_.shaper.Shape(segment.face, std::string_view(flow_.text).substr(at, end - at));
      for (const char32_t code : word.missing) {
        tools_.findings.GlyphMissing(code, segment.source, PlaceOf(code, segment, at));
      }
      for (const fonts::ShapedPiece& piece : word.pieces) {
        atoms_.pieces.push_back({&piece, index, at});
        width += WidthOf(piece.advance, segment.size, UnitsPerEm(piece.font));
      }
      at = end;
    }
    atom.count = static_cast<std::uint32_t>(atoms_.pieces.size()) - atom.first;
    atoms_.atoms.push_back(atom);
    atoms_.units.push_back({.width = width.raw(), .penalty = range.penalty});
  }

  /// The first `code` of a segment from byte `from` on, in the source; the whole run of words where
  /// the source is not the text byte by byte.
  [[nodiscard]] Span PlaceOf(char32_t code, const Segment& segment, std::uint32_t from) const {
    const Span& source = segment.source;
    const std::string letter = utf8::Encode(code);
    const std::size_t found = flow_.text.find(letter, from);
    const bool same = source.end - source.begin == segment.end - segment.begin;
    if (!source.known() || !same || found >= segment.end) return source;
    const auto begin = static_cast<std::uint32_t>(source.begin + found - segment.begin);
    return {source.file, begin, begin + static_cast<std::uint32_t>(letter.size())};
  }

  /// Asked for in almost rising order, so the search starts where the last one ended.
  std::uint32_t SegmentAt(std::uint32_t offset) {
    while (segment_ > 0 && flow_.segments[segment_].begin > offset) {
      --segment_;
    }
    while (segment_ + 1 < flow_.segments.size() && flow_.segments[segment_].end <= offset) {
      ++segment_;
    }
    return segment_;
  }

  Length SpaceWidth(std::uint32_t index) {
    const Segment& segment = flow_.segments[index];
    const fonts::ShapedWord& space = tools_.shaper.Shape(segment.face, " ");
    const fonts::ShapedPiece& piece = space.pieces.front();
    const Length drawn = WidthOf(piece.advance, segment.size, UnitsPerEm(piece.font));
    return drawn + drawn * kWiderSpace / 100;
  }

  [[nodiscard]] int UnitsPerEm(int font) const {
    return tools_.shaper.fonts().MetricsOf(font).units_per_em;
  }

  const Flow& flow_;
  Length measure_;
  Tools& tools_;
  Atoms atoms_;
  std::uint32_t segment_ = 0;
  bool address_ = false;  // the word at hand
};

}  // namespace

Length WidthOf(std::int64_t advance, Length size, int units_per_em) {
  return Length::FromRaw((advance * size.raw() + units_per_em / 2) / units_per_em);
}

Atoms MakeAtoms(const Flow& flow, Length measure, Tools& tools) {
  return AtomBuilder(flow, measure, tools).Build();
}

}  // namespace dossier::layout
