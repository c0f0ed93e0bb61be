// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>

#include "compiler/yaml/parse.h"

namespace dossier::yaml {
namespace {

constexpr std::string_view kSmallCase = R"(format: 1
exhibits:
  - id: e1
    title: {en: Report on "events", lt: 'Žinia'}
    kind: ngo-report
    dates: {event: 2022-01, published: 2022-04}
    pages: |
      one: two
      - three
    url: https://example.org/a?b=c#d
  - id: e2
    title: >-
      folded
      text
    language: [en, lt]
    note:
)";

/// Every map has unique keys and every span lies in the source, innermost first.
void CheckSound(const Node& node, std::size_t size) {
  EXPECT_LE(node.span.begin, node.span.end);
  EXPECT_LE(node.span.end, size);
  std::set<std::string> keys;
  for (const Entry& entry : node.entries) {
    EXPECT_TRUE(keys.insert(entry.key).second) << "duplicate key accepted: " << entry.key;
    EXPECT_LE(entry.key_span.end, size);
    CheckSound(entry.value, size);
  }
  for (const Node& item : node.items) CheckSound(item, size);
}

std::string Mutate(std::string text, std::mt19937& random) {
  constexpr std::string_view kSigns = ":-[]{}'\"#&*!|>%@`,?~ \n\t\\<=\xC5";
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (std::size_t edits = 1 + below(3); edits-- > 0 && !text.empty();) {
    const std::size_t at = below(text.size());
    switch (below(5)) {
      case 0:
        text.erase(at, 1 + below(6));
        break;
      case 1:
        text.insert(at, 1, kSigns[below(kSigns.size())]);
        break;
      case 2:
        text[at] = kSigns[below(kSigns.size())];
        break;
      case 3: {  // a line twice, which is how duplicate keys come about
        const std::size_t start = text.rfind('\n', at) + 1;
        const std::size_t end = std::min(text.find('\n', start), text.size() - 1) + 1;
        text.insert(start, text.substr(start, end > start ? end - start : 0));
        break;
      }
      default:
        text.resize(at);
    }
  }
  return text;
}

TEST(YamlMutations, NeitherCrashNorAcceptDuplicateKeys) {
  std::mt19937 random(20240930);
  int accepted = 0;
  int refused = 0;
  for (int round = 0; round < 10000; ++round) {
    const std::string text = Mutate(std::string(kSmallCase), random);
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    const std::uint32_t file = sources.Add("case.yaml", text);
    const std::optional<Node> root = Parse(sources, file, sink);
    EXPECT_EQ(root.has_value(), sink.findings().empty()) << text;
    for (const diagnostics::Finding& finding : sink.findings()) {
      EXPECT_LE(finding.place.span.end, text.size()) << text;
    }
    if (root) CheckSound(*root, text.size());
    ++(root ? accepted : refused);
    if (HasFailure()) FAIL() << text;
  }
  // Both sides of the door are tried.
  EXPECT_GT(accepted, 1000);
  EXPECT_GT(refused, 1000);
}

TEST(YamlMutations, AnyTruncationIsHandled) {
  for (std::size_t length = 0; length < kSmallCase.size(); ++length) {
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    const std::uint32_t file = sources.Add("case.yaml", std::string(kSmallCase.substr(0, length)));
    const bool accepted = Parse(sources, file, sink).has_value();
    EXPECT_EQ(accepted, sink.findings().empty());
  }
}

}  // namespace
}  // namespace dossier::yaml
