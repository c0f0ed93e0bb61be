// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/structure/tree.h"

#include <algorithm>
#include <array>

namespace dossier::structure {
namespace {

constexpr int kDeepest = 6;

constexpr std::array<std::string_view, kRoles> kNames = {
    "Document", "Part",    "Sect", "H",       "P",          "L",    "LI",        "Lbl",  "LBody",
    "Table",    "THead",   "TBody", "TR",     "TH",         "TD",   "Caption",   "BlockQuote",
    "Note",     "Reference", "Link", "Figure", "TOC",       "TOCI", "Index",     "Span", "Form"};
constexpr std::array<std::string_view, kDeepest> kHeadings = {"H1", "H2", "H3", "H4", "H5", "H6"};

}  // namespace

std::string_view StandardName(const Element& element) {
  if (element.role == Role::kHeading) {
    return kHeadings[static_cast<std::size_t>(std::clamp(element.level, 1, kDeepest) - 1)];
  }
  return kNames[static_cast<std::size_t>(element.role)];
}

void Settle(Tree& tree) {
  bool titled = false;
  for (Element& element : tree.elements) {
    element.parent = element.parent < 0 ? 0 : element.parent + 1;
    titled = titled || (element.role == Role::kHeading && element.level <= 0);
  }
  tree.elements.insert(tree.elements.begin(), Element{.role = Role::kDocument});
  int last = 0;
  for (Element& element : tree.elements) {
    if (element.role != Role::kHeading) continue;
    const int wanted = std::max(1, std::max(element.level, 0) + (titled ? 1 : 0));
    last = element.level = std::min({wanted, last + 1, kDeepest});
  }
}

}  // namespace dossier::structure
