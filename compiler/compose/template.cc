// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template.h"

#include <algorithm>
#include <span>

#include "compiler/compose/paths.h"
#include "compiler/foundation/suggest.h"

namespace dossier::compose {
namespace {

using diagnostics::Id;

struct Element {
  std::string_view name;
  std::string_view attributes;  // names with spaces
};

constexpr Element kElements[] = {{"document", "format id word"},
                                 {"title-page", ""},
                                 {"contents", "depth"},
                                 {"section", "title level break"},
                                 {"paragraph", "style"},
                                 {"quotation", ""},
                                 {"list", ""},
                                 {"item", ""},
                                 {"table", "widths"},
                                 {"head", ""},
                                 {"row", ""},
                                 {"cell", "columns"},
                                 {"note", ""},
                                 {"bold", ""},
                                 {"italic", ""},
                                 {"line-break", ""},
                                 {"value", "select"},
                                 {"word", "key"},
                                 {"if", "test"},
                                 {"for-each", "select"},
                                 {"page-break", ""},
                                 {"rule", ""},
                                 {"space", "points"},
                                 {"argument", ""},
                                 {"procedures", ""},
                                 {"answers", ""},
                                 {"grounds", ""},
                                 {"chronology", ""},
                                 {"persons", ""},
                                 {"law", ""},
                                 {"authorities", ""},
                                 {"exhibits", ""},
                                 {"source-notes", ""},
                                 {"digests", ""},
                                 {"signature", ""}};

constexpr std::string_view kStyles[] = {"body", "title", "subtitle", "centred", "small"};

bool HasWord(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

class Checker {
 public:
  Checker(const Strings& strings, diagnostics::Sink& sink) : strings_(strings), sink_(sink) {}

  void Check(const TemplateNode& node, bool in_loop);
  [[nodiscard]] bool good() const { return good_; }

 private:
  void Report(const TemplateNode& node, std::string reason, diagnostics::Text hint = {});
  void CheckAttributes(const TemplateNode& node, const Element& element);
  void CheckPath(const TemplateNode& node, std::string_view path,
                 std::span<const std::string_view> known);
  void CheckWord(const TemplateNode& node, std::string_view key);

  const Strings& strings_;
  diagnostics::Sink& sink_;
  bool good_ = true;
};

void Checker::Report(const TemplateNode& node, std::string reason, diagnostics::Text hint) {
  good_ = false;
  sink_.Report({.kind = diagnostics::Kind::kTemplateInvalid,
                .args = {Id(reason)},
                .place = node.span,
                .hint = std::move(hint)});
}

void Checker::CheckAttributes(const TemplateNode& node, const Element& element) {
  for (const auto& [key, value] : node.attributes) {
    if (!HasWord(element.attributes, key)) {
      Report(node, "<" + node.name + "> has no attribute \"" + key + "\"");
    }
  }
}

void Checker::CheckPath(const TemplateNode& node, std::string_view path,
                        std::span<const std::string_view> known) {
  if (std::find(known.begin(), known.end(), path) != known.end()) return;
  diagnostics::Text hint;
  if (const auto meant = Closest(path, {known.begin(), known.end()})) {
    hint = {"write \"{0}\"", {Id(*meant)}};
  }
  Report(node, "there is nothing at \"" + std::string(path) + "\"", std::move(hint));
}

void Checker::CheckWord(const TemplateNode& node, std::string_view key) {
  if (key.empty() || strings_.Has(key)) return;
  Report(node, "the strings have no word \"" + std::string(key) + "\"");
}

void Checker::Check(const TemplateNode& node, bool in_loop) {
  if (node.name.empty()) return;
  const auto* element = std::find_if(std::begin(kElements), std::end(kElements),
                                     [&](const Element& e) { return e.name == node.name; });
  if (element == std::end(kElements)) {
    std::vector<std::string_view> names;
    for (const Element& known : kElements) names.push_back(known.name);
    const auto meant = Closest(node.name, names);
    Report(node, "there is no element <" + node.name + ">",
           meant ? diagnostics::Text("write <{0}>", {Id(*meant)}) : diagnostics::Text());
    return;
  }
  CheckAttributes(node, *element);
  if (node.name == "value") CheckPath(node, node.Attribute("select"), ValuePaths(in_loop));
  if (node.name == "if") CheckPath(node, node.Attribute("test"), TestPaths(in_loop));
  if (node.name == "for-each") CheckPath(node, node.Attribute("select"), ListPaths());
  if (node.name == "word") CheckWord(node, node.Attribute("key"));
  if (node.name == "section") CheckWord(node, node.Attribute("title"));
  const std::string_view style = node.Attribute("style");
  if (!style.empty() &&
      std::find(std::begin(kStyles), std::end(kStyles), style) == std::end(kStyles)) {
    Report(node, "there is no style \"" + std::string(style) + "\"");
  }
  for (const TemplateNode& child : node.children) {
    Check(child, in_loop || node.name == "for-each");
  }
}

}  // namespace

std::string_view TemplateNode::Attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == key) return value;
  }
  return {};
}

bool CheckTemplate(const Template& document, const Strings& strings, diagnostics::Sink& sink) {
  Checker checker(strings, sink);
  checker.Check(document.root, false);
  return checker.good();
}

}  // namespace dossier::compose
