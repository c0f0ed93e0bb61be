// SPDX-License-Identifier: GPL-3.0-or-later
// XML of a template: no document type gets in, nothing expands, every place holds its tag.
#include <set>

#include "compiler/compose/read_template.h"
#include "compiler/compose/template.h"
#include "compiler/xml/parse.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckElement(const xml::Element& element, std::string_view source, int depth) {
  Require(depth <= xml::kMaxDepth, "a tree deeper than the limit");
  Require(Inside(element.span, source.size()), "an element outside the source");
  if (!element.is_text() && element.span.known()) {
    const std::string_view tag = source.substr(element.span.begin);
    Require(tag.starts_with("<" + element.name), "a start tag is not at its place");
  }
  std::set<std::string> keys;
  for (const auto& [key, value] : element.attributes) {
    Require(keys.insert(key).second, "an attribute twice");
  }
  for (const xml::Element& child : element.children) CheckElement(child, source, depth + 1);
}

bool MayHideADoctype(std::string_view source) {
  return source.find("<!--") != std::string_view::npos ||
         source.find("<![CDATA[") != std::string_view::npos ||
         source.find("<?") != std::string_view::npos;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("a.xml", fuzz::TextOf(data, size));
  const std::optional<xml::Element> root = xml::Parse(sources, file, sink);
  fuzz::Require(root.has_value() == sink.findings().empty(), "a tree and a finding, or neither");
  for (const diagnostics::Finding& finding : sink.findings()) {
    fuzz::Require(fuzz::Inside(finding.place.span, size), "a finding outside the source");
  }
  if (!root) return 0;
  const std::string_view source = sources.TextOf(file);
  fuzz::Require(fuzz::MayHideADoctype(source) || source.find("<!DOCTYPE") == source.npos,
                "a document type was accepted");
  fuzz::Require(xml::TextOf(*root).size() <= size, "the words grew");
  fuzz::CheckElement(*root, source, 1);
  const std::size_t before = sink.findings().size();
  const compose::Template read = compose::ReadTemplate(*root, sink);
  const bool read_well = sink.findings().size() == before;
  const bool good = compose::CheckTemplate(read, compose::Strings(), sink);
  fuzz::Require(good == (sink.findings().size() == before + (read_well ? 0 : 1)), "a verdict without its finding");
  for (const diagnostics::Finding& finding : sink.findings()) {
    fuzz::Require(fuzz::Inside(finding.place.span, size), "a finding outside the source");
  }
  return 0;
}
