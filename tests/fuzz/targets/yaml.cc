// SPDX-License-Identifier: GPL-3.0-or-later
// YAML: a tree or a finding, never both; keys unique; every place inside the source and, where a
// scalar stands as it is, over its very words.
#include <set>

#include "compiler/yaml/parse.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckNode(const yaml::Node& node, std::string_view source, int depth) {
  Require(depth <= yaml::kMaxDepth, "a tree deeper than the limit");
  Require(node.span.known() && Inside(node.span, source.size()), "a value outside the source");
  if (node.is_scalar() && !node.quoted) {
    const std::string_view words = source.substr(node.span.begin, node.span.end - node.span.begin);
    const bool one_line = words.find_first_of("\r\n") == std::string_view::npos;
    Require(!one_line || words == node.text, "a plain scalar is not what stands at its place");
  }
  std::set<std::string> keys;
  for (const yaml::Entry& entry : node.entries) {
    Require(keys.insert(entry.key).second, "a key twice");
    Require(Inside(entry.key_span, source.size()), "a key outside the source");
    CheckNode(entry.value, source, depth + 1);
  }
  for (const yaml::Node& item : node.items) CheckNode(item, source, depth + 1);
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("a.yaml", fuzz::TextOf(data, size));
  const std::optional<yaml::Node> root = yaml::Parse(sources, file, sink);
  fuzz::Require(root.has_value() == sink.findings().empty(), "a tree and a finding, or neither");
  for (const diagnostics::Finding& finding : sink.findings()) {
    fuzz::Require(fuzz::Inside(finding.place.span, size), "a finding outside the source");
  }
  if (root) fuzz::CheckNode(*root, sources.TextOf(file), 0);
  return 0;
}
