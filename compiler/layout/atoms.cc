// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/atoms.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/layout/cut_words.h"
#include "compiler/text/glue.h"

namespace dossier::layout {
namespace {

/// The space of the text face is drawn for shorter lines; in per cent of its width.
constexpr int kWiderSpace = 8;

constexpr int kHyphenPenalty = 25;  // of the author's hyphens
constexpr int kCutPenalty = 70;     // of ours
constexpr int kWeakPenalty = 40;
constexpr int kAddressPenalty = 40;
constexpr int kGluePenalty = 1000;  // where a line cannot hold all that belongs together
constexpr int kEmergencyPenalty = 2000;

constexpr std::string_view kNoBreakSpace = "\u00A0";

struct Range {
  std::uint32_t begin = 0, end = 0;
  int penalty = 0;
};

/// Cuts part of an address after "/", "&", "=", "_" and before ".", "?", "#", "%", but not between
/// marks. `behind`: characters of the address that follow the part.
std::vector<Range> CutAddress(std::string_view word, const Range& range, std::size_t behind) {
  constexpr std::string_view kAfter = "/&=_";
  constexpr std::string_view kBefore = ".?#%";
  constexpr std::size_t kShortest = 3;     // characters left on either side of a cut
  constexpr std::size_t kShortestEnd = 8;  // of the address: ".html" stands on no line of its own
  std::vector<Range> cuts;
  std::uint32_t begin = range.begin;
  for (std::size_t i = kShortest; i + kShortest <= word.size(); ++i) {
    const char before = word[i - 1];
    const char after = word[i];
    const bool marks = kAfter.find(after) != kAfter.npos;
    const bool cut =
        (kAfter.find(before) != kAfter.npos && !marks) || kBefore.find(after) != kBefore.npos;
    if (cut && word.size() - i + behind >= kShortestEnd) {
      const auto at = range.begin + static_cast<std::uint32_t>(i);
      cuts.push_back({begin, at, kAddressPenalty});
      begin = at;
    }
  }
  cuts.push_back({begin, range.end, range.penalty});
  return cuts;
}

/// The first `code` of a segment from byte `from` on, in the source; the whole run of words where
/// the source is not the text byte by byte.
Span PlaceOf(char32_t code, const Flow& flow, const Segment& segment, std::uint32_t from) {
  const Span& source = segment.source;
  const std::string letter = utf8::Encode(code);
  const std::size_t found = flow.text.find(letter, from);
  const bool same = source.end - source.begin == segment.end - segment.begin;
  if (!source.known() || !same || found >= segment.end) return source;
  const auto begin = static_cast<std::uint32_t>(source.begin + found - segment.begin);
  return {source.file, begin, begin + static_cast<std::uint32_t>(letter.size())};
}

/// The segment of byte `offset`, sought from `near` on: places are asked for in almost rising
/// order.
std::uint32_t SegmentOf(const Flow& flow, std::uint32_t offset, std::uint32_t near) {
  std::uint32_t index = near;
  while (index > 0 && flow.segments[index].begin > offset) {
    --index;
  }
  while (index + 1 < flow.segments.size() && flow.segments[index].end <= offset) {
    ++index;
  }
  return index;
}

/// Shapes ranges of a flow that come in almost rising order.
class RangeShaper {
 public:
  RangeShaper(const Flow& flow, Tools& tools) : flow_(flow), tools_(tools) {}

  Length Shape(std::uint32_t begin, std::uint32_t end, bool hyphen, std::vector<AtomPiece>& out) {
    Length width;
    for (std::uint32_t at = begin; at < end;) {
      segment_ = SegmentOf(flow_, at, segment_);
      const Segment& segment = flow_.segments[segment_];
      const std::uint32_t stop = EndOfLevel(at, std::min(end, segment.end));
      width += ShapePart(at, stop, hyphen && stop == end, out);
      at = stop;
    }
    return width;
  }

  std::uint32_t SegmentAt(std::uint32_t offset) {
    return segment_ = SegmentOf(flow_, offset, segment_);
  }

 private:
  [[nodiscard]] std::uint32_t EndOfLevel(std::uint32_t begin, std::uint32_t end) const {
    if (flow_.levels.of.empty()) {
      return end;
    }
    std::uint32_t stop = begin + 1;
    while (stop < end && flow_.levels.of[stop] == flow_.levels.of[begin]) {
      ++stop;
    }
    return stop;
  }

  Length ShapePart(std::uint32_t begin, std::uint32_t end, bool hyphen,
                   std::vector<AtomPiece>& out) {
    const Segment& segment = flow_.segments[segment_];
    const bool plain = flow_.levels.of.empty();
    const std::uint8_t level = plain ? 0 : flow_.levels.of[begin];
    const fonts::Turn turn = plain            ? fonts::Turn::kByScript
                             : level % 2 == 1 ? fonts::Turn::kLeft
                                              : fonts::Turn::kRight;
    const std::string_view part = std::string_view(flow_.text).substr(begin, end - begin);
    const fonts::ShapedWord& word =
        hyphen ? tools_.shaper.Shape(segment.face, std::string(part) + "-", turn)
               : tools_.shaper.Shape(segment.face, part, turn);
    for (const char32_t code : word.missing) {
      tools_.findings.GlyphMissing(code, segment.source, PlaceOf(code, flow_, segment, begin));
    }
    Length width;
    for (const fonts::ShapedPiece& piece : word.pieces) {
      const bool last = &piece == &word.pieces.back();
      out.push_back({&piece, segment_, begin, end - begin, level, hyphen && last});
      width += WidthOf(piece.advance, segment.size,
                       tools_.shaper.fonts().MetricsOf(piece.font).units_per_em);
    }
    return width;
  }

  const Flow& flow_;
  Tools& tools_;
  std::uint32_t segment_ = 0;
};

class AtomBuilder {
 public:
  AtomBuilder(const Flow& flow, Length measure, Tools& tools, Cutting cutting)
      : flow_(flow), measure_(measure), tools_(tools), cutting_(cutting), shaper_(flow, tools) {}

  Atoms Build() {
    std::uint32_t begin = 0;
    for (const text::Break& stop : tools_.breaker.Find(flow_.text)) {
      AddBetween(begin, stop.offset, stop.mandatory && stop.offset < flow_.text.size());
      begin = stop.offset;
    }
    LoosenWideChains();
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
    begin = AddJoined(begin, word_end);
    Range range{begin, word_end, 0};
    if (!blank && !line_feed && end < flow_.text.size()) {
      range.penalty = kHyphenPenalty;
    }
    AddWord(range, blank || line_feed || end == flow_.text.size());
    Unit& unit = atoms_.units.back();
    unit.forced = forced || line_feed;
    unit.never = !blank && IsInRange(end);
    if (blank) {
      AddSpace(word_end);
      if (!unit.forced) {
        Join(word_end);
      }
    }
  }

  /// Whether byte `at` stands behind the dash of a range of numbers: "34–35".
  [[nodiscard]] bool IsInRange(std::size_t at) const {
    constexpr std::string_view kDash = "\u2013";
    const std::string_view text = flow_.text;
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    return at > kDash.size() && at < text.size() && text.substr(0, at).ends_with(kDash) &&
           digit(at) && digit(at - kDash.size() - 1);
  }

  /// The words before a no-break space, each with a space behind it that stretches like others.
  /// Returns where the last one begins.
  std::uint32_t AddJoined(std::uint32_t begin, std::uint32_t end) {
    const std::string_view text = std::string_view(flow_.text).substr(0, end);
    for (std::size_t at = text.find(kNoBreakSpace, begin); at != text.npos;
         at = text.find(kNoBreakSpace, begin)) {
      const auto stop = static_cast<std::uint32_t>(at);
      AddWord({begin, stop, 0}, false);
      AddSpace(stop);
      atoms_.units.back().never = true;
      begin = stop + static_cast<std::uint32_t>(kNoBreakSpace.size());
    }
    return begin;
  }

  void AddSpace(std::uint32_t at) {
    Atom& last = atoms_.atoms.back();
    last.space_segment = shaper_.SegmentAt(at);
    atoms_.units.back().space = SpaceWidth(last.space_segment).raw();
  }

  /// Holds the words on both sides of the blank at `blank` together when they belong together.
  void Join(std::uint32_t blank) {
    const std::string_view text = flow_.text;
    if (blank + 1 >= text.size()) {
      return;
    }
    const std::size_t before = text.find_last_of(" \n", blank > 0 ? blank - 1 : 0);
    const std::size_t begin = before == text.npos || before >= blank ? 0 : before + 1;
    const std::size_t end = std::min(text.find_first_of(" \n", blank + 1), text.size());
    std::string_view left = text.substr(begin, blank - begin);
    if (const std::size_t joined = left.rfind(kNoBreakSpace); joined != left.npos) {
      left.remove_prefix(joined + kNoBreakSpace.size());
    }
    std::string_view right = text.substr(blank + 1, end - blank - 1);
    right = right.substr(0, right.find(kNoBreakSpace));
    const text::Joint joint = text::JointOf(left, right);
    Unit& unit = atoms_.units.back();
    unit.never = joint == text::Joint::kNever;
    unit.penalty += joint == text::Joint::kWeak ? kWeakPenalty : 0;
  }

  /// What belongs together is parted where no line can hold it.
  void LoosenWideChains() {
    std::size_t begin = 0;
    std::int64_t width = 0;
    for (std::size_t i = 0; i < atoms_.units.size(); ++i) {
      width += atoms_.units[i].width;
      if (atoms_.units[i].never && i + 1 < atoms_.units.size()) {
        width += atoms_.units[i].space;
        continue;
      }
      for (std::size_t k = begin; k < i && width > measure_.raw(); ++k) {
        if (atoms_.units[k].never) {
          atoms_.units[k].never = false;
          atoms_.units[k].penalty = kGluePenalty;
        }
      }
      begin = i + 1;
      width = 0;
    }
  }

  /// Whether what stands between the blanks around `begin` is an address.
  void NoteWord(std::uint32_t begin) {
    if (begin > 0 && flow_.text[begin - 1] != ' ' && flow_.text[begin - 1] != '\n') {
      return;
    }
    const std::size_t end = flow_.text.find_first_of(" \n", begin);
    address_ = IsAddress(std::string_view(flow_.text).substr(begin, end - begin));
    address_end_ = std::min(end, flow_.text.size());
  }

  /// `alone` when blanks stand behind.
  void AddWord(const Range& range, bool alone) {
    const std::string_view word =
        std::string_view(flow_.text).substr(range.begin, range.end - range.begin);
    if (address_) {
      for (const Range& part : CutAddress(word, range, address_end_ - std::min<std::size_t>(address_end_, range.end))) {
        AddFitting(part);
      }
      return;
    }
    if (cutting_ == Cutting::kHyphens && alone && flow_.hyphenate && AddCut(range)) {
      return;
    }
    AddFitting(range);
  }

  /// A word that may be cut, as one atom a part. The widths of the parts add up to that of the
  /// word.
  bool AddCut(const Range& range) {
    const std::vector<std::uint32_t> cuts =
        FindCuts(flow_, range.begin, range.end, *tools_.hyphenation);
    if (cuts.empty()) {
      return false;
    }
    const auto first = static_cast<std::uint32_t>(atoms_.pieces.size());
    const Length whole = shaper_.Shape(range.begin, range.end, false, atoms_.pieces);
    const auto count = static_cast<std::uint32_t>(atoms_.pieces.size()) - first;
    std::vector<AtomPiece> unused;
    Length reached;
    std::uint32_t begin = range.begin;
    for (const std::uint32_t cut : cuts) {
      const Length part = shaper_.Shape(range.begin, cut, false, unused);
      const Length with_hyphen = shaper_.Shape(range.begin, cut, true, unused);
      AddPart(begin, cut, part - reached);
      atoms_.atoms.back().joined = true;
      atoms_.units.back().hyphen = std::max<std::int64_t>(1, (with_hyphen - part).raw());
      atoms_.units.back().penalty = kCutPenalty;
      reached = part;
      begin = cut;
    }
    AddPart(begin, range.end, whole - reached);
    atoms_.units.back().penalty = range.penalty;
    Atom& head = atoms_.atoms[atoms_.atoms.size() - cuts.size() - 1];
    head.goes_on = false;
    head.first = first;
    head.count = count;
    return true;
  }

  void AddPart(std::uint32_t begin, std::uint32_t end, Length width) {
    atoms_.atoms.push_back({.begin = begin, .end = end, .goes_on = true});
    atoms_.units.push_back({.width = width.raw()});
  }

  void AddFitting(const Range& range) {
    AddAtom(range);
    if (atoms_.units.back().width <= measure_.raw()) {
      return;
    }
    if (cutting_ == Cutting::kNotYet) {
      atoms_.too_wide = true;
      return;
    }
    const std::string_view word =
        std::string_view(flow_.text).substr(range.begin, range.end - range.begin);
    tools_.findings.TooWide(word, flow_.segments[shaper_.SegmentAt(range.begin)].source);
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
    const Length width = shaper_.Shape(range.begin, range.end, false, atoms_.pieces);
    atom.count = static_cast<std::uint32_t>(atoms_.pieces.size()) - atom.first;
    atoms_.atoms.push_back(atom);
    atoms_.units.push_back({.width = width.raw(), .penalty = range.penalty});
  }

  Length SpaceWidth(std::uint32_t index) {
    const Segment& segment = flow_.segments[index];
    const fonts::ShapedWord& space = tools_.shaper.Shape(segment.face, " ");
    const fonts::ShapedPiece& piece = space.pieces.front();
    const Length drawn = WidthOf(piece.advance, segment.size,
                                 tools_.shaper.fonts().MetricsOf(piece.font).units_per_em);
    return drawn + drawn * kWiderSpace / 100;
  }

  const Flow& flow_;
  Length measure_;
  Tools& tools_;
  Cutting cutting_;
  RangeShaper shaper_;
  Atoms atoms_;
  bool address_ = false;  // the word at hand
  std::size_t address_end_ = 0;
};

}  // namespace

bool IsAddress(std::string_view word) {
  const bool path = word.find('/') != word.npos && word.find('.') != word.npos;
  return word.size() > 14 && (path || word.find("://") != word.npos ||
                              word.find("www.") != word.npos || word.find('@') != word.npos);
}

Length WidthOf(std::int64_t advance, Length size, int units_per_em) {
  return Length::FromRaw((advance * size.raw() + units_per_em / 2) / units_per_em);
}

Length ShapeRange(const Flow& flow, std::uint32_t begin, std::uint32_t end, bool hyphen,
                  Tools& tools, std::vector<AtomPiece>& out) {
  return RangeShaper(flow, tools).Shape(begin, end, hyphen, out);
}

Atoms MakeAtoms(const Flow& flow, Length measure, Tools& tools, Cutting cutting) {
  return AtomBuilder(flow, measure, tools, cutting).Build();
}

}  // namespace dossier::layout
