// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template.h"

#include <algorithm>

#include "compiler/compose/template_paths.h"
#include "compiler/foundation/suggest.h"
#include "compiler/xml/xpath_paths.h"

namespace dossier::compose {
namespace {

using diagnostics::Id;

struct Element {
  std::string_view name;
  std::string_view attributes;  // names with spaces
};

constexpr Element kElements[] = {{"document", "format id paragraphs numbers notes head word"},
                                 {"title-page", ""},
                                 {"contents", "depth"},
                                 {"section", "title level break running numbered"},
                                 {"heading", ""},
                                 {"paragraph", "style keep"},
                                 {"quotation", ""},
                                 {"list", "numbered"},
                                 {"item", ""},
                                 {"table", "widths ruled keep"},
                                 {"head", ""},
                                 {"row", "lists"},
                                 {"cell", "columns head"},
                                 {"bar", "select of"},
                                 {"note", ""},
                                 {"endnotes", ""},
                                 {"bold", ""},
                                 {"italic", ""},
                                 {"small", ""},
                                 {"line-break", ""},
                                 {"value", "select required"},
                                 {"cite", "select required between"},
                                 {"label", "select required between"},
                                 {"pages", "select required"},
                                 {"address", "select required"},
                                 {"mark", "select"},
                                 {"pages-of", "select"},
                                 {"section-of", "select"},
                                 {"word", "key select"},
                                 {"if", "test"},
                                 {"for-each", "select required between"},
                                 {"sort", "select order data"},
                                 {"group", "by"},
                                 {"page-break", ""},
                                 {"rule", ""},
                                 {"space", "points"},
                                 {"portrait", "select"},
                                 {"argument", "select required"},
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

constexpr std::string_view kStyles[] = {"body", "title", "subtitle", "centred", "small", "right", "numbered"};

bool HasWord(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

/// Attributes that hold expressions.
constexpr std::string_view kExpressions[] = {"select", "test", "of", "lists"};

/// Where a part of the template stands in the model.
struct At {
  Places places;
  Places group;
};

class Checker {
 public:
  Checker(const Strings& strings, diagnostics::Sink& sink)
      : strings_(strings), paths_(sink), sink_(sink) {}

  void Check(const TemplateNode& node, const At& at);
  [[nodiscard]] bool good() const { return good_ && paths_.good(); }

 private:
  void Report(const TemplateNode& node, std::string reason, diagnostics::Text hint = {});
  void CheckAttributes(const TemplateNode& node, const Element& element);
  void CheckWord(const TemplateNode& node, std::string_view key);
  void CheckStyle(const TemplateNode& node);
  [[nodiscard]] At Inside(const TemplateNode& node, const At& at);

  const Strings& strings_;
  PathChecker paths_;
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

void Checker::CheckWord(const TemplateNode& node, std::string_view key) {
  if (key.empty() || strings_.Has(key)) return;
  Report(node, "the strings have no word \"" + std::string(key) + "\"");
}

void Checker::CheckStyle(const TemplateNode& node) {
  const std::string_view style = node.Attribute("style");
  if (style.empty() || std::find(std::begin(kStyles), std::end(kStyles), style) != std::end(kStyles)) return;
  Report(node, "there is no style \"" + std::string(style) + "\"");
}

/// Checks the expressions of the element and says where its children stand.
At Checker::Inside(const TemplateNode& node, const At& at) {
  At inside = at;
  for (const std::string_view key : kExpressions) {
    Places places = paths_.Check(node, key, at.places, at.group);
    if (node.name == "for-each" && key == "select") inside.places = std::move(places);
  }
  const bool groups = std::any_of(node.children.begin(), node.children.end(),
                                  [](const TemplateNode& child) { return child.name == "group"; });
  if (groups) inside.group = inside.places;
  return inside;
}

void Checker::Check(const TemplateNode& node, const At& at) {
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
  if (node.name == "word") CheckWord(node, node.Attribute("key"));
  if (node.name == "section") CheckWord(node, node.Attribute("title"));
  CheckStyle(node);
  const At inside = Inside(node, at);
  for (const TemplateNode& child : node.children) {
    // What sorts and groups is asked of each thing that is gone through, before there are groups.
    const bool orders = child.name == "sort" || child.name == "group";
    if (child.name == "group") (void)paths_.Check(child, "by", inside.places, {});
    Check(child, orders ? At{inside.places, {}} : inside);
  }
}

}  // namespace

std::string_view TemplateNode::Attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == key) return value;
  }
  return {};
}

Span TemplateNode::PlaceOf(std::string_view key, std::size_t offset) const {
  for (std::size_t i = 0; i < attributes.size() && i < values.size(); ++i) {
    if (attributes[i].first != key) continue;
    Span place = values[i];
    // References such as &lt; are longer in the file.
    const bool plain = place.end - place.begin == attributes[i].second.size();
    const std::size_t last = attributes[i].second.empty() ? 0 : attributes[i].second.size() - 1;
    if (plain) place.begin += static_cast<std::uint32_t>(std::min(offset, last));
    return place;
  }
  return span;
}

bool CheckTemplate(const Template& document, const Strings& strings, diagnostics::Sink& sink) {
  Checker checker(strings, sink);
  checker.Check(document.root, {.places = RootPlaces(), .group = {}});
  return checker.good();
}

namespace {

/// The words that a filter compares an id with: "prisoners" in [@id='prisoners'].
void AddComparedIds(const xml::XPathPart& filter, std::set<std::string>& ids) {
  const bool by_id = std::any_of(filter.parts.begin(), filter.parts.end(), [](const xml::XPathPart& part) {
    return part.steps.size() == 1 && part.steps.front().axis == "attribute" && part.steps.front().name == "id";
  });
  for (const xml::XPathPart& part : filter.parts) {
    if (by_id && part.kind == xml::XPathPart::Kind::kValue) ids.insert(part.words);
    AddComparedIds(part, ids);
  }
}

void AddLists(const xml::XPathPart& part, std::set<std::string>& lists) {
  for (const xml::XPathPart& inner : part.parts) AddLists(inner, lists);
  for (const xml::XPathPart& filter : part.filters) AddLists(filter, lists);
  for (const xml::XPathStep& step : part.steps) {
    for (const xml::XPathPart& filter : step.filters) {
      if (step.name == "list") AddComparedIds(filter, lists);
      AddLists(filter, lists);
    }
  }
}

}  // namespace

std::set<std::string> ListsOf(const TemplateNode& node) {
  std::set<std::string> lists;
  for (const auto& [key, value] : node.attributes) {
    if (const auto expression = xml::TakeApart(value)) AddLists(*expression, lists);
  }
  for (const TemplateNode& child : node.children) lists.merge(ListsOf(child));
  return lists;
}

bool ListsExhibits(const TemplateNode& node) {
  return node.name == "exhibits" || !node.Attribute("lists").empty() ||
         std::any_of(node.children.begin(), node.children.end(), ListsExhibits);
}

std::vector<std::string_view> TemplateElementNames() {
  std::vector<std::string_view> names;
  for (const Element& element : kElements) names.push_back(element.name);
  return names;
}

}  // namespace dossier::compose
