// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/model_schema.h"

#include <algorithm>

namespace dossier::compose {
namespace {

struct Line {
  bool element;
  std::string_view name;
  std::string_view children;  // "#": words
  std::string_view about;
};

constexpr Line kLines[] = {
#define ELEMENT(name, children, about) {true, name, children, about},
#define ATTRIBUTE(name, about) {false, name, "", about},
#include "compiler/compose/model_schema.def"
#undef ATTRIBUTE
#undef ELEMENT
};

std::vector<ModelChild> ChildrenOf(std::string_view list) {
  std::vector<ModelChild> children;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    std::string_view word = list.substr(at, end - at);
    ModelChild child;
    if (word.ends_with('?') || word.ends_with('*')) {
      child.times = word.back();
      word.remove_suffix(1);
    }
    child.name = word;
    if (!word.empty()) children.push_back(child);
    at = end + 1;
  }
  return children;
}

std::vector<ModelElement> Read() {
  std::vector<ModelElement> elements;
  for (const Line& line : kLines) {
    if (!line.element) {
      elements.back().attributes.emplace_back(line.name, line.about);
      continue;
    }
    ModelElement element;
    element.name = line.name;
    element.about = line.about;
    element.words = line.children == "#";
    if (!element.words) element.children = ChildrenOf(line.children);
    elements.push_back(std::move(element));
  }
  return elements;
}

std::string Padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace

bool ModelElement::HasChild(std::string_view child) const {
  return std::any_of(children.begin(), children.end(),
                     [&](const ModelChild& known) { return known.name == child; });
}

bool ModelElement::HasAttribute(std::string_view attribute) const {
  return std::any_of(attributes.begin(), attributes.end(),
                     [&](const auto& known) { return known.first == attribute; });
}

const std::vector<ModelElement>& ModelElements() {
  static const std::vector<ModelElement> kElements = Read();
  return kElements;
}

const ModelElement* FindModelElement(std::string_view name) {
  const auto& all = ModelElements();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const ModelElement& known) { return known.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::string DescribeModel() {
  std::string out =
      "The document that templates select from. An element means the same wherever it stands.\n"
      "? at most once, * any number of times; \"words\": it has words of its own.\n";
  for (const ModelElement& element : ModelElements()) {
    out += "\n" + Padded("<" + std::string(element.name) + ">", 18) + std::string(element.about) + "\n";
    for (const auto& [name, about] : element.attributes) {
      out += "  " + Padded("@" + std::string(name), 16) + std::string(about) + "\n";
    }
    if (element.words) out += "  words\n";
    std::string line;
    for (const ModelChild& child : element.children) {
      const std::string word = std::string(child.name) + (child.times == 0 ? "" : std::string(1, child.times));
      if (line.size() + word.size() > 92) {
        out += " " + line + "\n";
        line.clear();
      }
      line += " " + word;
    }
    if (!line.empty()) out += " " + line + "\n";
  }
  return out;
}

}  // namespace dossier::compose
