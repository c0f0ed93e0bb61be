// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/argument.h"

#include <algorithm>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/styled_citations.h"
#include "compiler/foundation/utf8.h"

namespace dossier::compose {
namespace {

using MdBlock = markdown::Block;
using MdInline = markdown::Inline;
using markdown::BlockKind;
using markdown::InlineKind;

Face With(Face face, bool bold, bool italic) {
  const bool b = bold || face == Face::kBold || face == Face::kBoldItalic;
  const bool i = italic || face == Face::kItalic || face == Face::kBoldItalic;
  return b ? (i ? Face::kBoldItalic : Face::kBold) : (i ? Face::kItalic : Face::kRegular);
}

/// Sets one argument file.
class Writer {
 public:
  Writer(Context& context, const model::Argument& argument)
      : context_(context), argument_(argument) {}

  Blocks Write();

 private:
  void Add(const std::vector<MdInline>& inlines, Face face, Inlines& out);
  void AddText(const MdInline& node, Face face, Inlines& out);
  void AddLink(const MdInline& node, Face face, Inlines& out);
  void AddNote(const MdInline& node, Inlines& out);
  void AddCitations(const MdInline& node, Inlines& out);
  Inlines Convert(const std::vector<MdInline>& inlines) {
    Inlines out;
    Add(inlines, Face::kRegular, out);
    return out;
  }
  void AddBlock(const MdBlock& block, bool numbered, Blocks& out);
  Blocks Children(const MdBlock& block, bool numbered);
  Block HeadingOf(const MdBlock& block);
  Block FigureOf(const MdBlock& block);
  Inlines ContentOf(const MdBlock& block);
  void NotePlace(const MdBlock& block, bool has_number);
  Block ListOf(const MdBlock& block);
  TableCell CellOf(const MdBlock& cell, Face face);
  Block TableOf(const MdBlock& block);

  Context& context_;
  const model::Argument& argument_;
  bool in_note_ = false;
  bool closes_clause_ = false;  // the last thing set is a note that goes behind the next punctuation
};

/// The space in front of the mark of a note goes.
void CutSpace(Inlines& out) {
  auto* last = out.empty() ? nullptr : std::get_if<TextRun>(&out.back().value);
  if (last == nullptr) return;
  last->text.erase(last->text.find_last_not_of(' ') + 1);
  if (last->text.empty()) out.pop_back();
}

/// Moves the marks that close a clause from the beginning of `words` in front of the note behind
/// which they stand: "word [@e14]." is set as "word.1".
void TakePunctuation(std::string& words, Inlines& out) {
  const std::size_t end = std::min(words.find_first_not_of(".,;:!?"), words.size());
  if (end == 0 || out.empty() || !std::holds_alternative<Note>(out.back().value)) return;
  Inline note = std::move(out.back());
  out.pop_back();
  auto* before = out.empty() ? nullptr : std::get_if<TextRun>(&out.back().value);
  if (before != nullptr) {
    before->text += words.substr(0, end);
  } else {
    out.push_back(Words(words.substr(0, end)));
  }
  out.push_back(std::move(note));
  words.erase(0, end);
}

void Writer::AddCitations(const MdInline& node, Inlines& out) {
  if (context_.styled == nullptr) return Append(out, CitationGroup(context_, node.text, node.span));
  Inlines group = context_.styled->Group(node.text, node.span, in_note_);
  const bool note = group.size() == 1 && std::holds_alternative<Note>(group.front().value);
  if (note) CutSpace(out);
  Append(out, std::move(group));
  closes_clause_ = note && context_.styled->MarkAfterPunctuation();
}

/// Words that follow each other in one face are one run, so that a name on two lines is one name.
void Writer::AddText(const MdInline& node, Face face, Inlines& out) {
  if (!out.empty()) {
    auto* last = std::get_if<TextRun>(&out.back().value);
    if (last != nullptr && last->face == face && last->source.file == node.span.file) {
      last->text += node.kind == InlineKind::kSoftBreak ? " " : node.text;
      last->source.end = std::max(last->source.end, node.span.end);
      return;
    }
  }
  TextRun run;
  run.text = node.kind == InlineKind::kSoftBreak ? " " : node.text;
  if (std::exchange(closes_clause_, false)) TakePunctuation(run.text, out);
  if (run.text.empty()) return;
  run.face = face;
  run.source = node.span;
  out.push_back({std::move(run)});
}

void Writer::AddNote(const MdInline& node, Inlines& out) {
  const markdown::Note* note = argument_.document.FindNote(node.text);
  if (note == nullptr || in_note_) return;
  in_note_ = true;
  Note set;
  if (context_.styled != nullptr) set.anchor = context_.styled->BeginNote();
  for (const MdBlock& block : note->blocks) AddBlock(block, false, set.content);
  in_note_ = false;
  out.push_back({std::move(set)});
}

void Writer::AddLink(const MdInline& node, Face face, Inlines& out) {
  if (node.target.starts_with('#')) {
    Inlines words;
    Add(node.children, face, words);
    const std::string name = node.target.substr(1);
    context_.cross_references.references.push_back({name, node.span, WantsNumber(words)});
    return Append(out, ReferenceTo(context_.cross_references.AnchorOf(name), std::move(words)));
  }
  Link link;
  link.url = node.target;
  Add(node.children, face, link.content);
  out.push_back({std::move(link)});
}

void Writer::Add(const std::vector<MdInline>& inlines, Face face, Inlines& out) {
  for (const MdInline& node : inlines) {
    switch (node.kind) {
      case InlineKind::kText:
      case InlineKind::kCode:
      case InlineKind::kSoftBreak:
        AddText(node, face, out);
        break;
      case InlineKind::kEmphasis:
        Add(node.children, With(face, false, true), out);
        break;
      case InlineKind::kStrong:
        Add(node.children, With(face, true, false), out);
        break;
      case InlineKind::kLink:
        AddLink(node, face, out);
        break;
      case InlineKind::kPicture:  // a paragraph of its own
        break;
      case InlineKind::kHardBreak:
        out.push_back({LineBreak{}});
        break;
      case InlineKind::kCitation:
        AddCitations(node, out);
        break;
      case InlineKind::kNoteReference:
        AddNote(node, out);
        break;
    }
  }
}

/// The words of a block behind the place that it names.
Inlines Writer::ContentOf(const MdBlock& block) {
  Inlines out;
  if (!block.anchor.empty()) out.push_back({AnchorHere{.name = context_.cross_references.AnchorOf(block.anchor)}});
  Append(out, Convert(block.inlines));
  return out;
}

void Writer::NotePlace(const MdBlock& block, bool has_number) {
  if (block.anchor.empty()) return;
  (void)context_.cross_references.AnchorOf(block.anchor);
  CrossReferences::Place& place = context_.cross_references.places.at(block.anchor);
  place.printed = true;
  place.has_number = has_number;
}

/// A picture that is a paragraph of its own. Where its file cannot be read it shows its words.
Block Writer::FigureOf(const MdBlock& block) {
  const MdInline& picture = block.inlines.front();
  Figure figure;
  const auto found = context_.pictures.find(picture.target);
  if (found != context_.pictures.end()) figure.image = found->second;
  figure.caption = Convert(picture.children);
  figure.image.alternative = picture.text.empty() ? markdown::PlainText(picture.children) : picture.text;
  figure.label = context_.strings.Fill("figure.label", {std::to_string(++context_.figures)});
  if (!block.anchor.empty()) figure.anchor = context_.cross_references.AnchorOf(block.anchor);
  NotePlace(block, true);
  return {std::move(figure)};
}

Block Writer::HeadingOf(const MdBlock& block) {
  Block heading = NumberedHeading(context_, std::clamp(block.level, 1, 4), ContentOf(block));
  const auto& set = std::get<Heading>(heading.value);
  NotePlace(block, !set.number.empty());
  if (!set.number.empty()) context_.arguments.emplace(argument_.path, SectionRef{set.number, set.anchor});
  return heading;
}

Block Writer::ListOf(const MdBlock& block) {
  List list;
  int number = block.start;
  for (const MdBlock& item : block.children) {
    ListItem set;
    set.label = block.kind == BlockKind::kBulletList ? "•" : std::to_string(number++) + ".";
    set.content = Children(item, false);
    list.items.push_back(std::move(set));
  }
  return {std::move(list)};
}

TableCell Writer::CellOf(const MdBlock& cell, Face face) {
  Inlines words;
  Add(cell.inlines, face, words);
  if (words.empty()) return Cell(Inlines{});
  ParagraphStyle style = ParagraphStyle::kBody;
  if (cell.alignment == markdown::Alignment::kCentre) style = ParagraphStyle::kCentred;
  if (cell.alignment == markdown::Alignment::kRight) style = ParagraphStyle::kRight;
  return Cell(Blocks{Para(std::move(words), style)});
}

/// About how many letters a cell prints.
int LettersOf(const std::vector<MdInline>& inlines) {
  constexpr int kCitation = 16;
  auto letters = static_cast<int>(utf8::CountCodePoints(markdown::PlainText(inlines)));
  for (const MdInline& node : inlines) {
    if (node.kind == InlineKind::kCitation) letters += kCitation;
  }
  return letters;
}

/// Columns are as wide as their longest cell, within limits: long words share what is left.
Block Writer::TableOf(const MdBlock& block) {
  constexpr int kNarrow = 6, kWide = 40;
  Table table;
  for (const MdBlock& row : block.children) {
    const bool head = table.head.empty();
    TableRow set;
    table.widths.resize(std::max(table.widths.size(), row.children.size()), kNarrow);
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const MdBlock& cell = row.children[i];
      table.widths[i] = std::max(table.widths[i], std::min(LettersOf(cell.inlines), kWide));
      set.cells.push_back(CellOf(cell, head ? Face::kBold : Face::kRegular));
    }
    (head ? table.head : table.rows).push_back(std::move(set));
  }
  return {std::move(table)};
}

Blocks Writer::Children(const MdBlock& block, bool numbered) {
  Blocks out;
  // A tight list item holds its words itself.
  if (!block.inlines.empty()) out.push_back(Para(Convert(block.inlines)));
  for (const MdBlock& child : block.children) AddBlock(child, numbered, out);
  return out;
}

void Writer::AddBlock(const MdBlock& block, bool numbered, Blocks& out) {
  switch (block.kind) {
    case BlockKind::kHeading:
      out.push_back(HeadingOf(block));
      return;
    case BlockKind::kParagraph: {
      if (block.inlines.size() == 1 && block.inlines.front().kind == InlineKind::kPicture) {
        out.push_back(FigureOf(block));
        return;
      }
      out.push_back(numbered ? NumberedParagraph(context_, ContentOf(block)) : Para(ContentOf(block)));
      NotePlace(block, !std::get<Paragraph>(out.back().value).label.empty());
      return;
    }
    case BlockKind::kBulletList:
    case BlockKind::kNumberedList:
      out.push_back(ListOf(block));
      return;
    case BlockKind::kListItem:
      Append(out, Children(block, numbered));
      return;
    case BlockKind::kQuotation:
      out.push_back({Quotation{.content = Children(block, false)}});
      return;
    case BlockKind::kCode:
      out.push_back({Quotation{.content = {Para(Convert(block.inlines))}}});
      return;
    case BlockKind::kRule:
      out.push_back({Rule{}});
      return;
    case BlockKind::kTable:
      out.push_back(TableOf(block));
      return;
    case BlockKind::kTableRow:
    case BlockKind::kTableCell:  // parts of a table
      return;
  }
}

Blocks Writer::Write() {
  Blocks out;
  for (const MdBlock& block : argument_.document.blocks) AddBlock(block, true, out);
  return out;
}

}  // namespace

Blocks ComposeArgument(Context& context) {
  Blocks out;
  for (const model::Argument* file : ArgumentsInOrder(context.source)) Append(out, Writer(context, *file).Write());
  return out;
}

Blocks ComposeArgument(Context& context, std::string_view path) {
  const model::Argument* file = context.source.FindArgument(path);
  return file == nullptr ? Blocks() : Writer(context, *file).Write();
}

}  // namespace dossier::compose
