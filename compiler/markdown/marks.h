// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What CommonMark does not know: citation groups, note references and note definitions. They are
/// found in the source before md4c sees it, and hidden from it by characters of no meaning, so that
/// every offset stays what it was.
namespace dossier::markdown {

enum class MarkKind { kCitation, kNoteReference };

/// `[@e14, p. 14]` or `[^id]` in the source, brackets included.
struct Mark {
  MarkKind kind = MarkKind::kCitation;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// `[^id]: words`; the region reaches to the end of its last line.
struct Definition {
  std::string_view id;
  std::size_t id_begin = 0;
  std::size_t begin = 0;
  std::size_t words = 0;  // where the words begin
  std::size_t end = 0;
};

struct Marks {
  std::vector<Definition> definitions;  // in order
  std::vector<Mark> marks;              // in order, none inside another
  std::vector<std::size_t> unclosed;    // `[@` without its bracket
};

[[nodiscard]] Marks FindMarks(std::string_view source);

/// The source with every mark as commas (punctuation, so that emphasis beside it still works) and
/// every definition as blanks. Same length, same lines.
[[nodiscard]] std::string MaskBody(std::string_view source, const Marks& marks);

/// The words of one definition, marks as commas. Offset 0 is `definition.begin`.
[[nodiscard]] std::string MaskNote(std::string_view source, const Marks& marks,
                                   const Definition& definition);

}  // namespace dossier::markdown
