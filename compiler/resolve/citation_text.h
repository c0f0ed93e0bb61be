// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/foundation/span.h"
#include "compiler/model/citation.h"

/// Citations as people write them: `e14 p. 14`, `e14 pp. 14-16, 20`, `e03 annex 2 p. 4`. The same
/// grammar serves YAML and, with commas after the id, the groups of Markdown.
namespace dossier::resolve {

/// What a citation says, before anyone looks whether it is there.
struct ParsedCitation {
  std::string exhibit;                     // id, not empty
  std::vector<model::Pinpoint> pinpoints;  // in the order written; none: the whole exhibit
};

/// Why a citation could not be read: a sentence, and which bytes of the text it is about.
struct CitationError {
  std::string reason;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Longest single value ("14", "xiv", "405(2)") and most pinpoint ranges that are read.
inline constexpr std::size_t kMaxPinpointValue = 32;
inline constexpr std::size_t kMaxPinpointRanges = 256;

/// Reads one citation in time linear in its length. A leading `@` and white space are ignored.
/// Guarantees: what it returns prints through `ToText` to a text that it reads as the same.
[[nodiscard]] std::variant<ParsedCitation, CitationError> ParseCitation(std::string_view text);

/// The YAML form: "e14 pp. 14-16, 20".
[[nodiscard]] std::string ToText(const ParsedCitation& citation);
/// One pinpoint: "pp. 14-16, 20"; ranges with a hyphen.
[[nodiscard]] std::string ToText(const model::Pinpoint& pinpoint);

/// The members of a Markdown group, `@e14, p. 14; @e02, para 3`, each with its own span inside that
/// of the group. `span` may or may not include the brackets.
[[nodiscard]] std::vector<model::Citation> SplitGroup(std::string_view text, Span span);

/// The bytes [begin, end) of a text that was read from `span`; the whole span when escapes or line
/// folding make the two differ by more than a pair of quotation marks or brackets.
[[nodiscard]] Span Within(Span span, std::size_t text_size, std::size_t begin, std::size_t end);

/// Value of a page, paragraph or annex number: decimal, or roman (lower or upper case,
/// well-formed). Nothing for other words and for numbers above 999 999 999.
struct Ordinal {
  long value = 0;
  bool roman = false;
};
[[nodiscard]] bool ParseOrdinal(std::string_view text, Ordinal& out);

}  // namespace dossier::resolve
