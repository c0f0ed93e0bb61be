// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/html_hidden.h"

#include <algorithm>
#include <array>
#include <string>

namespace dossier::xml::internal {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// A declaration of a style attribute, lower case and without space: "display:none".
bool Hides(std::string_view declaration) {
  constexpr std::string_view kImportant = "!important";
  if (declaration.ends_with(kImportant)) declaration.remove_suffix(kImportant.size());
  constexpr std::array<std::string_view, 9> kHiding{
      "display:none", "visibility:hidden", "visibility:collapse", "opacity:0",   "opacity:0.0",
      "font-size:0",  "font-size:0px",     "font-size:0pt",       "font-size:0em"};
  return std::find(kHiding.begin(), kHiding.end(), declaration) != kHiding.end();
}

bool StyleHides(std::string_view style) {
  std::string plain;
  for (const char c : style) {
    if (!IsSpace(c)) plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find(';', at), plain.size());
    if (Hides(std::string_view(plain).substr(at, end - at))) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

std::string_view NameOf(const xmlNode* node) {
  return node->name == nullptr ? std::string_view()
                               : std::string_view(reinterpret_cast<const char*>(node->name));
}

std::string_view ValueOf(const xmlAttr* attribute) {
  const xmlNode* child = attribute->children;
  if (child == nullptr || child->content == nullptr) return {};
  return reinterpret_cast<const char*>(child->content);
}

std::string_view AttributeOf(const xmlNode* node, std::string_view name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (reinterpret_cast<const char*>(attribute->name) == name) return ValueOf(attribute);
  }
  return {};
}

bool HidesItself(const xmlNode* node) {
  for (const xmlAttr* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    const std::string_view name = reinterpret_cast<const char*>(attribute->name);
    if (name == "hidden") return true;
    if (name == "style" && StyleHides(ValueOf(attribute))) return true;
  }
  return false;
}

}  // namespace dossier::xml::internal
