// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::structure {

/// What a part of a document is, as a screen reader tells it: the standard structure types of
/// ISO 32000-1:2008, 14.8.4, so that no role map is needed.
enum class Role {
  kDocument,
  kPart,
  kSection,
  kHeading,  // `Element::level` says which; H1 to H6
  kParagraph,
  kList,
  kListItem,
  kLabel,
  kListBody,
  kTable,
  kTableHead,
  kTableBody,
  kTableRow,
  kTableHeading,  // a cell that names its column or row
  kTableCell,
  kCaption,
  kBlockQuote,
  kNote,
  kReference,
  kLink,
  kFigure,
  kContents,
  kContentsItem,
  kIndex,
  kSpan,
  kForm,
};
inline constexpr int kRoles = static_cast<int>(Role::kForm) + 1;

/// What a heading cell heads.
enum class Scope { kNone, kColumn, kRow };

/// How the items of a list are counted (ISO 32000-1:2008, table 347).
enum class Numbering { kNone, kDisc, kDecimal, kLowerRoman, kUpperRoman, kLowerAlpha, kUpperAlpha };
inline constexpr int kNumberings = static_cast<int>(Numbering::kUpperAlpha) + 1;

struct Element {
  Role role = Role::kParagraph;
  int parent = -1;  // index of an element before this one; -1 for the root
  int level = 0;    // kHeading: 0 for the title of the document, from 1 for its parts
  std::string language{};     // BCP 47; empty: that of the parent
  std::string alternative{};  // kFigure: what it shows
  std::string id{};           // kNote: unique in the document
  Scope scope = Scope::kNone;
  int columns = 1;  // cells: spanned
  Numbering numbering = Numbering::kNone;
};

/// The logical structure of a document in reading order: children of an element stand behind it,
/// in their order.
struct Tree {
  std::vector<Element> elements;

  /// Returns the index of the new element.
  int Add(Element element) {
    elements.push_back(std::move(element));
    return static_cast<int>(elements.size()) - 1;
  }
};

/// The structure type and the tag of marked content: "P", "H2", "TBody".
[[nodiscard]] std::string_view StandardName(const Element& element);

/// How a list is counted whose first label is `label`: "(a)", "1.", "iv)", "•".
[[nodiscard]] Numbering NumberingOf(std::string_view label);
/// As an attribute: "Decimal", "LowerAlpha".
[[nodiscard]] std::string_view NameOf(Numbering numbering);

/// Makes the tree one whole under a kDocument at index 0, to which elements without a parent
/// belong, and settles the levels of headings: the title comes first, the parts below it, and no
/// level is left out on the way down. Indices grow by one.
void Settle(Tree& tree);

}  // namespace dossier::structure
