// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/selecting.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace dossier::compose {

using diagnostics::Id;
using diagnostics::Kind;
using xml::XPathNode;
using xml::XPathValue;

Selecting::Selecting(const xml::Element& model, const Strings& strings, diagnostics::Sink& sink)
    : query_(model, TemplateFunctions(strings)), collator_(strings.language()), sink_(sink) {}

XPathValue Selecting::Evaluate(const TemplateNode& node, std::string_view key, const Focus& focus) {
  const std::string expression(node.Attribute(key));
  if (expression.empty()) return {};
  Result<XPathValue> value = query_.Evaluate(expression, focus);
  if (value) return std::move(value).value();
  sink_.Report({.kind = Kind::kTemplatePathInvalid,
                .args = {Id(expression), Id(value.failure().reason)},
                .place = node.PlaceOf(key)});
  return {};
}

XPathValue Selecting::At(const TemplateNode& node, std::string_view key, const Focus& focus) {
  XPathValue value = Evaluate(node, key, focus);
  const bool nothing = value.kind == XPathValue::Kind::kNodes ? value.nodes.empty() : value.text.empty();
  if (nothing && node.Attribute("required") == "yes") {
    sink_.Report({.kind = Kind::kTemplateSelectsNothing,
                  .args = {Id(node.Attribute(key))},
                  .place = node.PlaceOf(key),
                  .hint = "add it to the case, or take required=\"yes\" out of the template"});
  }
  return value;
}

/// A node with the keys that it is sorted by.
struct Selecting::Sorted {
  XPathNode node;
  std::vector<std::string> words;
  std::vector<double> numbers;
};

namespace {

/// What is no number comes last.
double SortNumber(const XPathValue& value) {
  return value.number == value.number ? value.number : std::numeric_limits<double>::infinity();
}

}  // namespace

void Selecting::Sort(const TemplateNode& node, std::vector<XPathNode>& nodes) {
  std::vector<const TemplateNode*> sorts;
  for (const TemplateNode& child : node.children) {
    if (child.name == "sort") sorts.push_back(&child);
  }
  if (sorts.empty()) return;
  std::vector<Sorted> sorted;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    Sorted& one = sorted.emplace_back();
    one.node = nodes[i];
    const Focus focus{.node = nodes[i], .position = static_cast<int>(i) + 1, .size = static_cast<int>(nodes.size())};
    for (const TemplateNode* sort : sorts) {
      const XPathValue value = Evaluate(*sort, "select", focus);
      const std::string_view data = sort->Attribute("data");
      one.words.push_back(data == "number" ? "" : data == "code" ? value.text : collator_.SortKey(value.text));
      one.numbers.push_back(data == "number" ? SortNumber(value) : 0);
    }
  }
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Sorted& a, const Sorted& b) {
    for (std::size_t i = 0; i < sorts.size(); ++i) {
      if (a.words[i] == b.words[i] && a.numbers[i] == b.numbers[i]) continue;
      const bool less = a.numbers[i] != b.numbers[i] ? a.numbers[i] < b.numbers[i] : a.words[i] < b.words[i];
      return less != (sorts[i]->Attribute("order") == "descending");
    }
    return false;
  });
  for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] = sorted[i].node;
}

/// Groups in the order in which they first appear; each stands at its first node.
std::vector<Focus> Selecting::Group(const TemplateNode& by, const std::vector<XPathNode>& nodes) {
  std::vector<Focus> groups;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Focus focus{.node = nodes[i], .position = static_cast<int>(i) + 1, .size = static_cast<int>(nodes.size())};
    const std::string key = Evaluate(by, "by", focus).text;
    const auto [place, is_new] = places.emplace(key, groups.size());
    if (is_new) groups.push_back({.node = nodes[i], .group = {}, .key = key});
    groups[place->second].group.push_back(nodes[i]);
  }
  return groups;
}

std::vector<Focus> Selecting::Each(const TemplateNode& node, const Focus& focus) {
  XPathValue value = At(node, "select", focus);
  Sort(node, value.nodes);
  const auto by = std::find_if(node.children.begin(), node.children.end(),
                               [](const TemplateNode& child) { return child.name == "group"; });
  std::vector<Focus> each;
  if (by != node.children.end()) {
    each = Group(*by, value.nodes);
  } else {
    // What stands inside a group still belongs to it.
    for (const XPathNode& one : value.nodes) each.push_back({.node = one, .group = focus.group, .key = focus.key});
  }
  for (std::size_t i = 0; i < each.size(); ++i) {
    each[i].position = static_cast<int>(i) + 1;
    each[i].size = static_cast<int>(each.size());
  }
  return each;
}

}  // namespace dossier::compose
