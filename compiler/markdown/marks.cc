// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/marks.h"

#include <algorithm>

namespace dossier::markdown {
namespace {

bool IsNoteIdCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// End of the id that starts at `at`; `at` itself when there is none.
std::size_t NoteIdEnd(std::string_view source, std::size_t at) {
  while (at < source.size() && IsNoteIdCharacter(source[at])) ++at;
  return at;
}

std::size_t LineEnd(std::string_view source, std::size_t at) {
  return std::min(source.find('\n', at), source.size());
}

bool IsBlankLine(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool IsFence(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || first > 3) return false;
  return line.substr(first).starts_with("```") || line.substr(first).starts_with("~~~");
}

/// The definition that begins at the start of the line `begin`, its region still one line.
bool ReadDefinition(std::string_view source, std::size_t begin, Definition& definition) {
  const std::size_t open = std::min(source.find_first_not_of(' ', begin), source.size());
  if (open - begin > 3 || !source.substr(open).starts_with("[^")) return false;
  const std::size_t id_end = NoteIdEnd(source, open + 2);
  if (id_end == open + 2 || !source.substr(id_end).starts_with("]:")) return false;
  definition = {.id = source.substr(open + 2, id_end - open - 2),
                .id_begin = open + 2,
                .begin = begin,
                .words = id_end + 2,
                .end = LineEnd(source, begin)};
  return true;
}

/// True when the line at `begin` belongs to the definition above it: indented, or, right below its
/// words, a plain line that merely goes on.
bool Continues(std::string_view source, std::size_t begin, bool after_blank) {
  const std::string_view line = source.substr(begin, LineEnd(source, begin) - begin);
  if (line.starts_with("    ") || line.starts_with('\t')) return true;
  Definition next;
  return !after_blank && !line.starts_with('#') && !ReadDefinition(source, begin, next);
}

/// Moves the end of the region over the lines that continue it.
void ExtendDefinition(std::string_view source, Definition& definition) {
  bool after_blank = false;
  for (std::size_t begin = definition.end + 1; begin < source.size();) {
    const std::size_t end = LineEnd(source, begin);
    if (IsBlankLine(source.substr(begin, end - begin))) {
      after_blank = true;
    } else if (Continues(source, begin, after_blank)) {
      definition.end = end;
      after_blank = false;
    } else {
      return;
    }
    begin = end + 1;
  }
}

std::vector<Definition> FindDefinitions(std::string_view source) {
  std::vector<Definition> definitions;
  bool in_fence = false;
  for (std::size_t begin = 0; begin < source.size();) {
    std::size_t end = LineEnd(source, begin);
    Definition definition;
    if (IsFence(source.substr(begin, end - begin))) {
      in_fence = !in_fence;
    } else if (!in_fence && ReadDefinition(source, begin, definition)) {
      ExtendDefinition(source, definition);
      definitions.push_back(definition);
      end = definition.end;
    }
    begin = end + 1;
  }
  return definitions;
}

bool IsEscaped(std::string_view source, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && source[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// Offset after the bracket that closes the citation at `begin`, or `begin` when the paragraph or
/// the file ends before.
std::size_t CitationEnd(std::string_view source, std::size_t begin) {
  bool blank_line = false;
  for (std::size_t i = begin + 2; i < source.size(); ++i) {
    const char c = source[i];
    if (c == ']') return i + 1;
    if (c == '[' || (c == '\n' && blank_line)) return begin;
    if (c == '\n') {
      blank_line = true;
    } else if (c != ' ' && c != '\t' && c != '\r') {
      blank_line = false;
    }
  }
  return begin;
}

void HideMarks(const Marks& marks, std::size_t offset, std::string& text) {
  const auto first =
      std::lower_bound(marks.marks.begin(), marks.marks.end(), offset,
                       [](const Mark& mark, std::size_t at) { return mark.begin < at; });
  for (auto mark = first; mark != marks.marks.end(); ++mark) {
    if (mark->end - offset > text.size()) break;
    for (std::size_t i = mark->begin; i < mark->end; ++i) {
      char& c = text[i - offset];
      if (c != '\n' && c != '\r') c = ',';
    }
  }
}

void Blank(std::string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
  }
}

}  // namespace

Marks FindMarks(std::string_view source) {
  Marks found{.definitions = FindDefinitions(source), .marks = {}, .unclosed = {}};
  auto definition = found.definitions.begin();
  for (std::size_t at = source.find('['); at != std::string_view::npos;
       at = source.find('[', at + 1)) {
    while (definition != found.definitions.end() && definition->words <= at) ++definition;
    const bool defines = definition != found.definitions.end() && definition->begin <= at;
    if (defines || at + 1 >= source.size() || IsEscaped(source, at)) continue;
    if (source[at + 1] == '@') {
      const std::size_t end = CitationEnd(source, at);
      if (end == at) {
        found.unclosed.push_back(at);
      } else {
        found.marks.push_back({.kind = MarkKind::kCitation, .begin = at, .end = end});
      }
    } else if (source[at + 1] == '^') {
      const std::size_t end = NoteIdEnd(source, at + 2);
      const bool closed = end > at + 2 && end < source.size() && source[end] == ']';
      if (closed) {
        found.marks.push_back({.kind = MarkKind::kNoteReference, .begin = at, .end = end + 1});
      }
    }
  }
  return found;
}

std::string MaskBody(std::string_view source, const Marks& marks) {
  std::string text(source);
  HideMarks(marks, 0, text);
  for (const Definition& definition : marks.definitions) {
    Blank(text, definition.begin, definition.end);
  }
  return text;
}

std::string MaskNote(std::string_view source, const Marks& marks, const Definition& definition) {
  std::string text(source.substr(definition.begin, definition.end - definition.begin));
  HideMarks(marks, definition.begin, text);
  Blank(text, 0, definition.words - definition.begin);
  return text;
}

}  // namespace dossier::markdown
