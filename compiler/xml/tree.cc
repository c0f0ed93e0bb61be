// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/tree.h"

namespace dossier::xml {
namespace {

void AppendText(const Element& element, std::string& text) {
  text += element.text;
  for (const Element& child : element.children) AppendText(child, text);
}

}  // namespace

const std::string* Element::Attribute(std::string_view key) const {
  for (const auto& [name_of, value] : attributes) {
    if (name_of == key) return &value;
  }
  return nullptr;
}

std::string TextOf(const Element& element) {
  std::string text;
  AppendText(element, text);
  return text;
}

}  // namespace dossier::xml
