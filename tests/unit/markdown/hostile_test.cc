// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "compiler/markdown/parse.h"

namespace dossier::markdown {
namespace {

constexpr std::string_view kSample = R"(# Title

Words *with* **marks** [@e14, p. 14; @e02] and a note[^n].

> Quoted `code` [link](https://example.org)

- one
- two
  1. three

```
code [@e1]
```

[^n]: Note words
    more [@e3]
)";

std::string Mutate(std::string text, std::mt19937& random) {
  constexpr std::string_view kSigns = "[]^@*_`>#-<&;:!()\\ \n\t~1.\xC5\xA1";
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (std::size_t edits = 1 + below(8); edits-- > 0 && !text.empty();) {
    const std::size_t at = below(text.size());
    switch (below(3)) {
      case 0:
        text.erase(at, 1 + below(9));
        break;
      case 1:
        text.insert(at, 1 + below(3), kSigns[below(kSigns.size() - 2)]);
        break;
      default:
        text.insert(at, text.substr(below(text.size()), below(20)));
    }
  }
  return text;
}

void CheckSpans(const std::vector<Inline>& inlines, const std::string& source) {
  for (const Inline& node : inlines) {
    if (node.span.known()) {
      EXPECT_LE(node.span.begin, node.span.end);
      EXPECT_LE(node.span.end, source.size());
    }
    if (node.kind == InlineKind::kText && node.text.size() == node.span.end - node.span.begin) {
      EXPECT_EQ(source.substr(node.span.begin, node.text.size()), node.text);
    }
    CheckSpans(node.children, source);
  }
}

void CheckSpans(const std::vector<Block>& blocks, const std::string& source) {
  for (const Block& block : blocks) {
    CheckSpans(block.inlines, source);
    CheckSpans(block.children, source);
  }
}

std::size_t ParseHostile(const std::string& text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("a.md", text);
  const std::optional<Document> document = Parse(sources, file, sink);
  if (document) {
    CheckSpans(document->blocks, text);
    for (const Note& note : document->notes) CheckSpans(note.blocks, text);
  } else {
    EXPECT_FALSE(sink.findings().empty());
  }
  return sink.findings().size();
}

TEST(MarkdownHostile, Mutations) {
  std::mt19937 random(7);
  std::size_t findings = 0;
  for (int round = 0; round < 5000 && !::testing::Test::HasFailure(); ++round) {
    const std::string text = Mutate(std::string(kSample), random);
    findings += ParseHostile(text);
    if (::testing::Test::HasFailure()) ADD_FAILURE() << text;
  }
  EXPECT_GT(findings, 100U);
}

TEST(MarkdownHostile, DepthIsLimited) {
  EXPECT_EQ(ParseHostile(std::string(60, '>') + " a"), 0U);
  EXPECT_EQ(ParseHostile(std::string(100000, '>') + " a"), 1U);
  std::string nested;
  for (int i = 0; i < 200; ++i) nested += "*a **b ";
  for (int i = 0; i < 200; ++i) nested += "c** d*";
  EXPECT_EQ(ParseHostile(nested), 1U);
  std::string lists;
  for (int i = 0; i < 200; ++i) lists += "- ";
  EXPECT_EQ(ParseHostile(lists + "a"), 1U);
}

}  // namespace
}  // namespace dossier::markdown
