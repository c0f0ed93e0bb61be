// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/layout/block_setter.h"
#include "compiler/layout/set_line.h"

namespace dossier::layout {
namespace {

/// Takes the page number at the end of a contents entry out of `flow`, with the space before it.
Flow CutPageNumber(Flow& flow) {
  Flow number;
  if (flow.segments.empty() || !flow.segments.back().page_number) {
    return number;
  }
  Segment segment = flow.segments.back();
  flow.segments.pop_back();
  number.text = flow.text.substr(segment.begin);
  number.links = flow.links;
  flow.text.resize(segment.begin);
  segment.end -= segment.begin;
  segment.begin = 0;
  number.segments.push_back(segment);
  return number;
}

/// A paragraph that stays with what follows it is not broken when it has no more lines.
constexpr std::size_t kShortLeadIn = 5;

/// The first and the last two lines of a paragraph stay together.
void KeepEnds(std::vector<Slab>& lines, const ParagraphShape& shape) {
  const bool whole = shape.keep_together || (shape.keep_with_next && lines.size() <= kShortLeadIn);
  if (lines.size() > 1) {
    lines.front().keep_with_next = true;
    lines[lines.size() - 2].keep_with_next = true;
  }
  for (Slab& line : lines) {
    line.keep_with_next = line.keep_with_next || whole;
  }
  lines.back().keep_with_next = shape.keep_with_next;
}

std::vector<LineRange> RangesOf(const Atoms& atoms, const std::vector<std::size_t>& ends) {
  std::vector<LineRange> ranges;
  std::size_t begin = 0;
  for (const std::size_t end : ends) {
    ranges.push_back({begin, end, end == atoms.units.size() || atoms.units[end - 1].forced});
    begin = end;
  }
  return ranges;
}

/// A paragraph that has no worse line is not hyphenated: three quarters of a space more in each
/// gap.
constexpr std::int64_t kTolerance = 42;

/// A paragraph that would have a worse line, with spaces of more than three times their width, is
/// not justified: an address that nothing can break leaves gaps that the eye follows down the page.
constexpr std::int64_t kLoosest = 1000;

/// Lines of whole words; with words cut where that makes them too uneven, and without an even right
/// edge where nothing else helps: `style` is ragged then.
std::vector<LineRange> BreakFlow(const Flow& flow, BreakStyle& style, Tools& tools, Atoms& atoms) {
  const Length measure = Length::FromRaw(style.measure);
  const bool may_cut = flow.hyphenate && tools.hyphenation != nullptr;
  atoms = MakeAtoms(flow, measure, tools, may_cut ? Cutting::kNotYet : Cutting::kNone);
  std::vector<std::size_t> ends = BreakLines(atoms.units, style);
  if (may_cut && (atoms.too_wide || WorstBadness(atoms.units, ends, style) > kTolerance)) {
    atoms = MakeAtoms(flow, measure, tools, Cutting::kHyphens);
    ends = BreakLines(atoms.units, style);
  }
  if (!style.ragged && WorstBadness(atoms.units, ends, style) > kLoosest) {
    style.ragged = true;
    ends = BreakLines(atoms.units, style);
  }
  return RangesOf(atoms, ends);
}

}  // namespace

Length BaselineOf(const TextStyle& style) {
  return (style.leading + style.size * 63 / 100) / 2;  // capitals in the middle of the line
}

Length BlockSetter::LabelWidth(const std::string& label, const TextStyle& style) {
  const Flow flow = PlainFlow(label, style);
  const Atoms atoms = MakeAtoms(flow, page().text_width(), context_.tools);
  return LineWidth(atoms, {0, atoms.atoms.size(), true});
}

Length BlockSetter::SetLabel(const std::string& label, const TextStyle& style, Length x,
                             Length baseline, int element, Slab& slab) {
  Flow flow = PlainFlow(label, style);
  TagFlow(flow, element, laid_.structure);
  const Atoms atoms = MakeAtoms(flow, page().text_width(), context_.tools);
  if (atoms.atoms.empty()) {
    return x;
  }
  const LinePlace place{x, baseline, page().text_width(), Alignment::kLeft};
  const Length end =
      SetLine(flow, atoms, {0, atoms.atoms.size(), true}, place, context_.tools, slab);
  EndWithSpace(context_.tools, slab);
  return end;
}

void BlockSetter::SetLeader(const Flow& number, Length from, const ParagraphShape& shape,
                            const Column& column, Slab& slab) {
  const Atoms atoms = MakeAtoms(number, column.width, context_.tools);
  const LineRange line{0, atoms.atoms.size(), true};
  const Length right = column.left + column.width;
  const Length x = right - LineWidth(atoms, line);
  const LinePlace place{x, slab.baseline, column.width, Alignment::kLeft};
  // Dots stand on a grid counted from the right edge, so that they line up from entry to entry.
  const Length step = shape.text.size * 55 / 100;
  const Length gap = shape.text.size / 2;
  std::string dots;
  std::int64_t count = 0;
  const Length first_free = from + gap;
  const Length grid_end = right - shape.text.size * 2;
  while (grid_end - step * (count + 1) >= first_free) {
    ++count;
  }
  if (count > 1) {
    const fonts::ShapedWord& dot = context_.tools.shaper.Shape(fonts::Style::kRegular, ".");
    const fonts::ShapedPiece& piece = dot.pieces.front();
    Run& run = slab.runs.emplace_back();
    run.font = piece.font;
    run.size = shape.text.size;
    run.x = grid_end - step * count;
    run.y = slab.baseline;
    const int upem = context_.tools.shaper.fonts().MetricsOf(piece.font).units_per_em;
    for (std::int64_t i = 0; i < count; ++i) {
      fonts::ShapedGlyph glyph = piece.glyphs.front();
      glyph.advance = static_cast<std::int32_t>(step.raw() * upem / run.size.raw());
      glyph.cluster = static_cast<std::uint32_t>(run.text.size());
      run.glyphs.push_back(glyph);
      run.text.push_back('.');
    }
  }
  SetLine(number, atoms, line, place, context_.tools, slab);
}

std::vector<Slab> BlockSetter::SetLines(const Flow& flow, const ParagraphShape& shape,
                                        const Column& column) {
  const Length indent = std::min(shape.indent, column.width / 2);
  const Length reserved = shape.leaders ? shape.text.size * 3 : Length();
  const Length width = column.width - indent - reserved;
  Atoms atoms;
  const bool ragged = shape.text.alignment != Alignment::kJustified;
  const bool balanced = shape.text.alignment == Alignment::kCentred;
  std::vector<Slab> lines;
  BreakStyle style{width.raw(), ragged, balanced};
  const std::vector<LineRange> ranges = BreakFlow(flow, style, context_.tools, atoms);
  const Alignment alignment = style.ragged == ragged ? shape.text.alignment : Alignment::kLeft;
  for (const LineRange& range : ranges) {
    Slab& slab = lines.emplace_back();
    slab.height = shape.text.leading;
    slab.baseline = BaselineOf(shape.text);
    const LinePlace place{column.left + indent, slab.baseline, width, alignment};
    const Length end = SetLine(flow, atoms, range, place, context_.tools, slab);
    slab.right_end = end;
  }
  return lines;
}

bool BlockSetter::LabelFits(const ParagraphShape& shape, const Column& column) {
  const Length width = LabelWidth(shape.label, shape.label_text);
  if (shape.label_outside) {
    return true;
  }
  return width + measure::kLabelGap <= shape.indent && shape.indent * 2 <= column.width;
}

/// In a column too narrow for a hanging label the label stands on a line of its own.
void BlockSetter::SetLabelAbove(const ParagraphShape& like, const Column& column, Stack& stack) {
  ParagraphShape shape;
  shape.text = like.label_text;
  shape.text.alignment = Alignment::kLeft;
  shape.space_before = like.space_before;
  shape.keep_with_next = true;
  Flow flow = PlainFlow(like.label, shape.text);
  TagFlow(flow, like.label_element, laid_.structure);
  SetFlow(std::move(flow), shape, column, stack);
}

void BlockSetter::SetFlow(Flow flow, const ParagraphShape& shape, const Column& column,
                          Stack& stack) {
  if (!shape.label.empty() && !LabelFits(shape, column)) {
    SetLabelAbove(shape, column, stack);
    ParagraphShape below = shape;
    below.label.clear();
    below.indent = Length();
    SetFlow(std::move(flow), below, column, stack);
    return;
  }
  const Flow number = shape.leaders ? CutPageNumber(flow) : Flow();
  std::vector<Slab> lines = SetLines(flow, shape, column);
  if (lines.empty()) {
    for (const FlowAnchor& anchor : flow.anchors) {
      stack.Anchor(anchor.name);
    }
  }
  if (lines.empty() && shape.label.empty() && !stack.has_anchors() && number.text.empty()) {
    return;
  }
  if (lines.empty()) {
    Slab& slab = lines.emplace_back();
    slab.height = shape.text.leading;
    slab.baseline = BaselineOf(shape.text);
    slab.right_end = column.left + shape.indent;
  }
  if (!shape.label.empty()) {
    const Length x = shape.label_outside
                         ? column.left - LabelWidth(shape.label, shape.label_text) - measure::kMarginGap
                         : column.left;
    // The label is read first, so it is drawn first.
    std::vector<Run>& runs = lines.front().runs;
    const auto words = static_cast<std::ptrdiff_t>(runs.size());
    SetLabel(shape.label, shape.label_text, x, lines.front().baseline, shape.label_element,
             lines.front());
    std::rotate(runs.begin(), runs.begin() + words, runs.end());
  }
  if (!number.text.empty()) {
    EndWithSpace(context_.tools, lines.back());
    SetLeader(number, lines.back().right_end, shape, column, lines.back());
  }
  KeepEnds(lines, shape);
  laid_.page_numbers_of.insert(laid_.page_numbers_of.end(), flow.page_numbers_of.begin(),
                               flow.page_numbers_of.end());
  SetNotes(flow, column.element);
  stack.Space(shape.space_before);
  for (Slab& line : lines) {
    stack.Push(std::move(line));
  }
  stack.Space(shape.space_after);
}

void BlockSetter::SetParagraph(const std::vector<compose::Inline>& content,
                               const ParagraphShape& shape, const Column& column, Stack& stack) {
  Flow flow = MakeFlow(content, shape.text, context_.numbers, next_note_);
  ParagraphShape tagged = shape;
  if (tagged.element < 0) {
    tagged.element = Tag(shape.tag, column.element);
  }
  const bool entry = shape.tag.role == structure::Role::kContentsItem;
  for (Target& target : flow.links) target.reference = target.reference || entry;
  tagged.label_element =
      entry && !shape.label.empty() ? Tag(structure::Role::kLabel, tagged.element) : tagged.element;
  TagFlow(flow, tagged.element, laid_.structure);
  SetFlow(std::move(flow), tagged, column, stack);
}

void BlockSetter::SetNotes(const Flow& flow, int parent) {
  for (const NoteMark& mark : flow.notes) {
    const std::string number = std::to_string(mark.number);
    TextStyle small = kNoteText.In(context_.text());
    const std::string label = NoteMarkWords(mark.number, small);
    const Length raise = small.superior ? Length() : small.size * 28 / 100;
    small.size = small.superior ? small.size : small.size * 72 / 100;
    const Length indent =
        std::max(measure::kNoteIndent, LabelWidth(label, small) + measure::kLabelGap / 2);
    const int note = Tag({.role = structure::Role::kNote, .id = "note-" + number}, parent);
    const int back = Tag(structure::Role::kLink, Tag(structure::Role::kLabel, note));
    const Column column{indent, page().text_width() - indent, kNoteText.In(context_.text()), true,
                        note};
    Stack stack;
    stack.Anchor("note." + number);
    const std::size_t place = laid_.notes.size();
    laid_.notes.push_back({mark.number, {}});
    SetBlocks(mark.note->content, column, stack);
    if (stack.slabs().empty()) {
      Slab empty;
      empty.height = kNoteText.leading;
      empty.baseline = BaselineOf(kNoteText);
      stack.Push(std::move(empty));
    }
    Slab& first = stack.slabs().front();
    const Length baseline = first.baseline - raise;
    const Length end = SetLabel(label, small, Length(), baseline, back, first);
    first.links.push_back({.right = end,
                           .bottom = kNoteText.leading,
                           .anchor = "note-mark." + number,
                           .words = number,
                           .element = back});
    laid_.notes[place].slabs = std::move(stack.slabs());
  }
}

}  // namespace dossier::layout
