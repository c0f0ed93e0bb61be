// SPDX-License-Identifier: GPL-3.0-or-later
// Markdown: places inside the source, text as it stands there, and no letter of it lost.
#include <algorithm>
#include <vector>

#include "compiler/markdown/parse.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

class Walk {
 public:
  explicit Walk(std::string_view source) : source_(source), told_(source.size(), false) {}

  void Blocks(const std::vector<markdown::Block>& blocks) {
    for (const markdown::Block& block : blocks) {
      Require(Inside(block.span, source_.size()), "a block outside the source");
      Inlines(block.inlines);
      Blocks(block.children);
    }
  }

  /// Every letter is in the span of some words.
  void RequireAllLetters() const {
    for (std::size_t at = 0; at < source_.size(); ++at) {
      const char lower = static_cast<char>(source_[at] | 0x20);
      Require(told_[at] || lower < 'a' || lower > 'z', "a letter was lost");
    }
  }

 private:
  void Inlines(const std::vector<markdown::Inline>& inlines) {
    for (const markdown::Inline& words : inlines) {
      Require(Inside(words.span, source_.size()), "words outside the source");
      if (words.span.known()) Tell(words);
      Inlines(words.children);
    }
  }

  void Tell(const markdown::Inline& words) {
    const std::size_t length = words.span.end - words.span.begin;
    // Lines of a code block are joined by \n, whatever the source has between them.
    const bool joined = words.text.find('\n') != std::string::npos;
    if (words.kind == markdown::InlineKind::kText && !joined && words.text.size() == length) {
      Require(source_.substr(words.span.begin, length) == words.text,
              "words are not what stands at their place");
    }
    if (words.children.empty()) {
      std::fill_n(told_.begin() + words.span.begin, length, true);
    }
  }

  std::string_view source_;
  std::vector<bool> told_;
};

/// Signs with which letters may rightly go: targets of links, tags, names of languages of code, names
/// of places.
bool MayLoseLetters(std::string_view source) {
  return source.find_first_of("[<&\\") != std::string_view::npos ||
         source.find("```") != std::string_view::npos ||
         source.find("{#") != std::string_view::npos ||
         source.find("~~~") != std::string_view::npos;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("a.md", fuzz::TextOf(data, size));
  const std::optional<markdown::Document> document = markdown::Parse(sources, file, sink);
  for (const diagnostics::Finding& finding : sink.findings()) {
    fuzz::Require(fuzz::Inside(finding.place.span, size), "a finding outside the source");
  }
  fuzz::Require(document.has_value() || !sink.findings().empty(), "neither a tree nor a finding");
  if (!document) return 0;
  const std::string_view source = sources.TextOf(file);
  fuzz::Walk walk(source);
  walk.Blocks(document->blocks);
  for (const markdown::Note& note : document->notes) walk.Blocks(note.blocks);
  // What a table has no column for is lost, and told.
  const bool told = std::any_of(sink.findings().begin(), sink.findings().end(), [](const diagnostics::Finding& finding) {
    return finding.kind == diagnostics::Kind::kTableRowTooLong;
  });
  if (!told && !fuzz::MayLoseLetters(source)) walk.RequireAllLetters();
  return 0;
}
