// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::quote {

/// What a quotation is worth. The names are those of DESIGN section 6.
enum class Verdict {
  kExact,
  kNormalised,       // but for formatting, notes and furniture, and omissions that are marked
  kOcrTolerant,      // but for letters that machine reading confuses, in a text read by machine
  kAltered,          // but for changes in brackets, which the quoter declares
  kAmbiguous,        // short, at several places, and the citation names none of them
  kContentMismatch,  // near a passage, but in other words
  kNotFound,
  kWrongPage,
  kStale,  // the exhibit is not the file that was locked
  kNotCheckable
};

[[nodiscard]] std::string_view ToString(Verdict verdict);

/// True of a quotation that says what the source says.
[[nodiscard]] bool Holds(Verdict verdict);

/// What the words were compared with.
enum class Basis {
  kTextLayer,   // what the file itself says its pages show
  kRendered,    // the picture of the page as well
  kOcr,         // words that a machine read from a picture
  kTranscript,  // of a recording
};

[[nodiscard]] std::string_view ToString(Basis basis);

enum class EditKind {
  kFormatting,  // N1 to N6, N10
  kOcr,         // N13
  kContent,     // other words
  kStructure,   // omissions and changes that the quoter marks
};

[[nodiscard]] std::string_view ToString(EditKind kind);

/// Words of the quotation and what stands in the source in their place; either may be empty.
struct Edit {
  std::string quoted;
  std::string source;
  EditKind kind = EditKind::kContent;
  friend bool operator==(const Edit&, const Edit&) = default;
};

}  // namespace dossier::quote
