// SPDX-License-Identifier: GPL-3.0-or-later
// Citations: what is read prints to a text that is read as the same; errors point into the text.
#include "compiler/resolve/citation_text.h"
#include "tests/fuzz/targets/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string text = fuzz::TextOf(data, size);
  const auto read = resolve::ParseCitation(text);
  if (const auto* error = std::get_if<resolve::CitationError>(&read)) {
    fuzz::Require(error->begin <= error->end && error->end <= size, "an error outside the text");
    fuzz::Require(!error->reason.empty(), "an error without a reason");
  } else {
    const auto& citation = std::get<resolve::ParsedCitation>(read);
    fuzz::Require(!citation.exhibit.empty(), "a citation of nothing");
    const std::string printed = ToText(citation);
    const auto again = resolve::ParseCitation(printed);
    const auto* same = std::get_if<resolve::ParsedCitation>(&again);
    fuzz::Require(same != nullptr, "what was printed cannot be read");
    fuzz::Require(same->exhibit == citation.exhibit && ToText(*same) == printed &&
                      same->pinpoints.size() == citation.pinpoints.size(),
                  "what was printed reads as something else");
  }
  const Span span{.file = 0, .begin = 10, .end = static_cast<std::uint32_t>(10 + size)};
  for (const model::Citation& member : resolve::SplitGroup(text, span)) {
    fuzz::Require(member.span.begin >= span.begin && member.span.end <= span.end &&
                      member.span.begin <= member.span.end,
                  "a member outside its group");
  }
  return 0;
}
