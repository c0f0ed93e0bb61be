// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/parse.h"

#include <md4c.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/source_check.h"
#include "compiler/markdown/builder.h"
#include "compiler/markdown/entity.h"
#include "compiler/markdown/marks.h"
#include "compiler/markdown/table_rows.h"

namespace dossier::markdown {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

constexpr int kStop = 1;

/// A table that is being read. Its rows are lines one below the other; between the first and the
/// second is the line of the columns.
struct OpenTable {
  int columns = 0;
  int rows = 0;                        // begun
  int known_row = -1;                  // the first of which words were seen, from 0
  std::size_t known_at = 0;            // where, in `Run::masked`

  [[nodiscard]] static int LineOf(int row) { return row == 0 ? 0 : row + 1; }
};

/// What md4c hands to its callbacks: a builder, and where the text it reads lies in the source.
struct Run {
  Builder& builder;
  std::string_view masked;
  std::size_t offset;    // of `masked` in the source
  bool stopped = false;  // too deep; md4c 0.4.8 does not always say so at the end
  OpenTable table{};
  std::size_t read_until = 0;  // end of the last words, in `masked`

  int Stop() {
    stopped = true;
    return kStop;
  }
};

/// Where a piece that md4c reports stands; false for the pieces it makes itself.
bool Locate(const Run& run, const char* text, std::size_t size, std::size_t& begin) {
  const auto base = reinterpret_cast<std::uintptr_t>(run.masked.data());
  const auto at = reinterpret_cast<std::uintptr_t>(text);
  if (at < base || at - base > run.masked.size() || size > run.masked.size() - (at - base)) {
    return false;
  }
  begin = run.offset + (at - base);
  return true;
}

std::string AttributeText(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const MD_OFFSET end = attribute.substr_offsets[i + 1];
    const std::string_view piece(attribute.text + begin, end - begin);
    text += attribute.substr_types[i] == MD_TEXT_ENTITY ? DecodeEntity(piece) : std::string(piece);
  }
  return text;
}

BlockKind KindOf(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      return BlockKind::kQuotation;
    case MD_BLOCK_UL:
      return BlockKind::kBulletList;
    case MD_BLOCK_OL:
      return BlockKind::kNumberedList;
    case MD_BLOCK_LI:
      return BlockKind::kListItem;
    case MD_BLOCK_HR:
      return BlockKind::kRule;
    case MD_BLOCK_H:
      return BlockKind::kHeading;
    case MD_BLOCK_CODE:
      return BlockKind::kCode;
    case MD_BLOCK_TABLE:
      return BlockKind::kTable;
    case MD_BLOCK_TR:
      return BlockKind::kTableRow;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return BlockKind::kTableCell;
    default:
      return BlockKind::kParagraph;
  }
}

/// The document itself, raw HTML and the two parts of a table are no blocks of the tree.
bool IsBlock(MD_BLOCKTYPE type) {
  return type != MD_BLOCK_DOC && type != MD_BLOCK_HTML && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY;
}

Alignment AlignmentOf(MD_ALIGN align) {
  switch (align) {
    case MD_ALIGN_LEFT:
      return Alignment::kLeft;
    case MD_ALIGN_CENTER:
      return Alignment::kCentre;
    case MD_ALIGN_RIGHT:
      return Alignment::kRight;
    default:
      return Alignment::kNone;
  }
}

std::size_t LineBegin(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

/// The line under the head of a table: bars, hyphens and colons.
bool IsLineOfColumns(std::string_view line) {
  const auto has = [&](char sign) { return line.find(sign) != std::string_view::npos; };
  return has('|') && has('-') && line.find_first_not_of("|-: \t\r>") == std::string_view::npos;
}

/// Where the head of the open table begins. Where no cell has words, its line of columns is the next
/// one behind the words before.
std::size_t HeadOf(const Run& run) {
  const OpenTable& table = run.table;
  if (table.known_row >= 0) {
    std::size_t begin = LineBegin(run.masked, table.known_at);
    for (int line = OpenTable::LineOf(table.known_row); line > 0 && begin > 0; --line) begin = LineBegin(run.masked, begin - 1);
    return begin;
  }
  std::size_t before = LineBegin(run.masked, run.read_until);
  for (std::size_t begin = before; begin < run.masked.size();) {
    const std::size_t end = std::min(run.masked.find('\n', begin), run.masked.size());
    if (begin > before && IsLineOfColumns(run.masked.substr(begin, end - begin))) return before;
    before = begin;
    begin = end + 1;
  }
  return run.masked.size();
}

/// md4c passes over what a row has beyond the last column, as GitHub does. Here nothing is lost
/// without a word.
void RefuseLostCells(Run& run) {
  const OpenTable& table = run.table;
  std::size_t begin = HeadOf(run);
  const auto columns = static_cast<std::size_t>(table.columns);
  for (int line = 0; line <= OpenTable::LineOf(table.rows - 1) && begin < run.masked.size(); ++line) {
    const std::size_t end = std::min(run.masked.find('\n', begin), run.masked.size());
    const std::vector<CellExtent> cells = CellsOf(run.masked.substr(begin, end - begin));
    if (cells.size() > columns && line != 1) {
      run.builder.RefuseCells(run.offset + begin + cells[columns].begin, run.offset + begin + cells.back().end,
                              static_cast<int>(cells.size()), table.columns);
    }
    begin = end + 1;
  }
}

int EnterBlock(MD_BLOCKTYPE type, void* detail, void* user) {
  Run& run = *static_cast<Run*>(user);
  if (run.stopped) return kStop;
  if (!IsBlock(type)) return 0;
  Block block;
  block.kind = KindOf(type);
  if (type == MD_BLOCK_H) {
    block.level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
  }
  if (type == MD_BLOCK_OL) {
    block.start = static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
  }
  if (type == MD_BLOCK_TABLE) {
    run.table = {.columns = static_cast<int>(static_cast<MD_BLOCK_TABLE_DETAIL*>(detail)->col_count)};
  }
  if (type == MD_BLOCK_TR) ++run.table.rows;
  if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    block.alignment = AlignmentOf(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
  }
  return run.builder.EnterBlock(std::move(block)) ? 0 : run.Stop();
}

int LeaveBlock(MD_BLOCKTYPE type, void* /*detail*/, void* user) {
  Run& run = *static_cast<Run*>(user);
  if (run.stopped) return kStop;
  if (IsBlock(type)) run.builder.LeaveBlock();
  if (type == MD_BLOCK_TABLE) {
    RefuseLostCells(run);
    run.table = {};
  }
  return 0;
}

int EnterSpan(MD_SPANTYPE type, void* detail, void* user) {
  Run& run = *static_cast<Run*>(user);
  if (run.stopped) return kStop;
  if (type == MD_SPAN_IMG) {
    const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    Inline picture;
    picture.target = AttributeText(image.src);
    picture.text = AttributeText(image.title);
    return run.builder.EnterPicture(std::move(picture)) ? 0 : run.Stop();
  }
  Inline span;
  span.kind = type == MD_SPAN_STRONG ? InlineKind::kStrong
              : type == MD_SPAN_A    ? InlineKind::kLink
              : type == MD_SPAN_CODE ? InlineKind::kCode
                                     : InlineKind::kEmphasis;
  if (type == MD_SPAN_A) {
    span.target = AttributeText(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
  }
  return run.builder.EnterSpan(std::move(span)) ? 0 : run.Stop();
}

int LeaveSpan(MD_SPANTYPE /*type*/, void* /*detail*/, void* user) {
  Run& run = *static_cast<Run*>(user);
  if (run.stopped) return kStop;
  run.builder.LeaveSpan();
  return 0;
}

int Text(MD_TEXTTYPE type, const char* text, MD_SIZE size, void* user) {
  Run& run = *static_cast<Run*>(user);
  if (run.stopped) return kStop;
  std::size_t begin = 0;
  const bool located = Locate(run, text, size, begin);
  if (located) run.read_until = begin - run.offset + size;
  if (located && run.table.rows > 0 && run.table.known_row < 0) {
    run.table.known_row = run.table.rows - 1;
    run.table.known_at = begin - run.offset;
  }
  switch (type) {
    case MD_TEXT_BR:
      run.builder.Break(InlineKind::kHardBreak);
      break;
    case MD_TEXT_SOFTBR:
      run.builder.Break(InlineKind::kSoftBreak);
      break;
    case MD_TEXT_HTML:
      if (located) run.builder.RefuseHtml(begin, begin + size);
      break;
    case MD_TEXT_CODE:
      if (located) {
        run.builder.CodeAt(begin, begin + size);
      } else {
        run.builder.Code({text, size});
      }
      break;
    case MD_TEXT_ENTITY:
      if (located) run.builder.Replaced(begin, begin + size, DecodeEntity({text, size}));
      break;
    default:
      if (located) run.builder.Words(begin, begin + size);
  }
  return 0;
}

/// False when md4c was stopped, which has been reported.
bool RunParser(std::string_view masked, std::size_t offset, Builder& builder) {
  Run run{.builder = builder, .masked = masked, .offset = offset};
  MD_PARSER parser{};
  // A paragraph that someone indented is not a listing.
  parser.flags = MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TABLES;
  parser.enter_block = EnterBlock;
  parser.leave_block = LeaveBlock;
  parser.enter_span = EnterSpan;
  parser.leave_span = LeaveSpan;
  parser.text = Text;
  const int result = md_parse(masked.data(), static_cast<MD_SIZE>(masked.size()), &parser, &run);
  return result == 0 && !run.stopped;
}

/// One file on its way from the source to the tree.
struct File {
  std::string_view source;
  std::uint32_t index;
  Marks marks;
  diagnostics::Sink& sink;

  [[nodiscard]] Span At(std::size_t begin, std::size_t end) const {
    return {.file = index,
            .begin = static_cast<std::uint32_t>(begin),
            .end = static_cast<std::uint32_t>(end)};
  }
};

bool ReadNotes(File& file, std::vector<Note>& notes) {
  std::map<std::string_view, Span> seen;
  for (const Definition& definition : file.marks.definitions) {
    const Span id = file.At(definition.id_begin, definition.id_begin + definition.id.size());
    const auto [first, added] = seen.emplace(definition.id, id);
    if (!added) {
      file.sink.Report({.kind = Kind::kDuplicateId,
                        .args = {std::string(definition.id)},
                        .place = id,
                        .related = {{"it is used here already", first->second}}});
      continue;
    }
    Builder builder(file.source, file.index, file.marks, true, file.sink);
    const std::string masked = MaskNote(file.source, file.marks, definition);
    if (!RunParser(masked, definition.begin, builder)) return false;
    Note& note = notes.emplace_back();
    note.id = std::string(definition.id);
    note.blocks = builder.Finish();
    note.span = id;
  }
  return true;
}

/// Every reference has its note, every note its reference.
void CheckReferences(const Document& document, const std::vector<Inline>& references,
                     diagnostics::Sink& sink) {
  std::map<std::string_view, bool> referred;
  for (const Note& note : document.notes) referred[note.id] = false;
  for (const Inline& reference : references) {
    const auto note = referred.find(reference.text);
    if (note != referred.end()) {
      note->second = true;
      continue;
    }
    sink.Report(
        {.kind = Kind::kUnknownReference,
         .args = {Id("note"), reference.text},
         .place = reference.span,
         .hint = {"write its words at the start of a line: [^{0}]: ...", {reference.text}}});
  }
  for (const Note& note : document.notes) {
    if (referred[note.id]) continue;
    sink.Report({.kind = Kind::kUnknownReference,
                 .args = {Id("reference to the note"), note.id},
                 .place = note.span,
                 .hint = {"refer to it with [^{0}], or delete it", {note.id}}});
  }
}

}  // namespace

std::optional<Document> Parse(const diagnostics::Sources& sources, std::uint32_t index,
                              diagnostics::Sink& sink) {
  if (!diagnostics::CheckSourceText(sources, index, sink)) return std::nullopt;
  const std::string_view source = sources.TextOf(index);
  File file{.source = source, .index = index, .marks = FindMarks(source), .sink = sink};
  for (const std::size_t at : file.marks.unclosed) {
    sink.Report({.kind = Kind::kCitationSyntax,
                 .args = {Id("the bracket is never closed")},
                 .place = file.At(at, at + 2),
                 .hint = "close it with ], or put a backslash before it"});
  }
  const std::size_t skipped = diagnostics::ByteOrderMarkLength(source);
  Document document;
  Builder builder(source, index, file.marks, false, sink);
  const std::string masked = MaskBody(source, file.marks);
  if (!RunParser(std::string_view(masked).substr(skipped), skipped, builder)) return std::nullopt;
  document.blocks = builder.Finish();
  if (!ReadNotes(file, document.notes)) return std::nullopt;
  CheckReferences(document, builder.references(), sink);
  return document;
}

}  // namespace dossier::markdown
