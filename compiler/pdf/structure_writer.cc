// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/structure_writer.h"

#include <algorithm>
#include <limits>
#include <set>
#include <stdexcept>

#include "compiler/pdf/text_string.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf::internal {

namespace {

using structure::Element;
using structure::Role;

constexpr std::size_t kLeaf = 64;
constexpr std::int64_t kNowhere = std::numeric_limits<std::int64_t>::max();

QPDFObjectHandle Name(std::string_view name) {
  return QPDFObjectHandle::newName("/" + std::string(name));
}

/// Something that stands in /K of an element, and where it begins on the pages.
struct Kid {
  std::int64_t place = kNowhere;
  QPDFObjectHandle object;
};

std::int64_t PlaceOf(int page, int mark) { return (static_cast<std::int64_t>(page) << 32) + mark; }

class StructureWriter {
 public:
  StructureWriter(QPDF& document, std::vector<QPDFObjectHandle>& pages, StructureInput input)
      : document_(document), pages_(pages), input_(std::move(input)) {}

  QPDFObjectHandle Write();

 private:
  struct Node {
    std::vector<std::pair<int, int>> content;  // page, MCID
    std::vector<std::size_t> children;
    std::vector<const OwnedAnnotation*> annotations;
    std::int64_t place = kNowhere;
    bool used = false;
    QPDFObjectHandle object;
  };

  void Link();
  void Measure();
  void Fill(std::size_t index);
  [[nodiscard]] std::vector<Kid> KidsOf(const Node& node, int own_page) const;
  void AddAttributes(const Element& element, std::size_t index, QPDFObjectHandle object) const;
  QPDFObjectHandle ParentTree();
  QPDFObjectHandle IdTree();
  [[nodiscard]] Node& At(int index) { return nodes_.at(static_cast<std::size_t>(index)); }

  QPDF& document_;
  std::vector<QPDFObjectHandle>& pages_;
  StructureInput input_;
  std::vector<Node> nodes_;
  QPDFObjectHandle root_;
};

/// Gives every element its content, children and annotations.
void StructureWriter::Link() {
  nodes_.resize(input_.tree.elements.size());
  for (std::size_t i = 1; i < nodes_.size(); ++i) {
    const int parent = input_.tree.elements[i].parent;
    if (parent < 0 || static_cast<std::size_t>(parent) >= i) {
      throw std::runtime_error("an element stands before the one it is part of");
    }
    At(parent).children.push_back(i);
  }
  for (std::size_t page = 0; page < input_.marks.size(); ++page) {
    const std::vector<int>& marks = input_.marks[page];
    for (std::size_t mark = 0; mark < marks.size(); ++mark) {
      At(marks[mark]).content.emplace_back(static_cast<int>(page), static_cast<int>(mark));
    }
  }
  for (const OwnedAnnotation& annotation : input_.annotations) {
    At(annotation.element).annotations.push_back(&annotation);
  }
}

/// Which elements have content, and where it begins. Children stand behind their parents.
void StructureWriter::Measure() {
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    Node& node = nodes_[i];
    node.used = node.used || !node.content.empty() || !node.annotations.empty();
    if (!node.content.empty()) {
      const auto [page, mark] = node.content.front();
      node.place = std::min(node.place, PlaceOf(page, mark));
    }
    if (i == 0 || !node.used) continue;
    Node& parent = At(input_.tree.elements[i].parent);
    parent.used = true;
    parent.place = std::min(parent.place, node.place);
  }
  nodes_.front().used = true;
  for (std::size_t i = 1; i < nodes_.size(); ++i) {
    const Element& element = input_.tree.elements[i];
    const bool cell = element.role == Role::kTableCell || element.role == Role::kTableHeading;
    if (cell && At(element.parent).used) nodes_[i].used = true;
  }
}

std::vector<Kid> StructureWriter::KidsOf(const Node& node, int own_page) const {
  std::vector<Kid> kids;
  for (const std::size_t child : node.children) {
    if (nodes_[child].used) kids.push_back({nodes_[child].place, nodes_[child].object});
  }
  for (const auto& [page, mark] : node.content) {
    QPDFObjectHandle object = QPDFObjectHandle::newInteger(mark);
    if (page != own_page) {
      object = QPDFObjectHandle::newDictionary({{"/Type", Name("MCR")},
                                                {"/Pg", pages_[static_cast<std::size_t>(page)]},
                                                {"/MCID", object}});
    }
    kids.push_back({PlaceOf(page, mark), object});
  }
  // Words and what stands between them go in their order on the pages; parts without words of the
  // parent's own go in the order in which they were made, which is that of reading.
  if (!node.content.empty()) {
    std::stable_sort(kids.begin(), kids.end(),
                     [](const Kid& a, const Kid& b) { return a.place < b.place; });
  }
  for (const OwnedAnnotation* annotation : node.annotations) {
    kids.push_back({kNowhere, QPDFObjectHandle::newDictionary(
                                  {{"/Type", Name("OBJR")},
                                   {"/Pg", pages_[static_cast<std::size_t>(annotation->page)]},
                                   {"/Obj", annotation->object}})});
  }
  return kids;
}

/// Attributes (14.8.5): of a list, a cell, a figure.
void StructureWriter::AddAttributes(const Element& element, std::size_t index,
                                    QPDFObjectHandle object) const {
  std::map<std::string, QPDFObjectHandle> keys;
  if (element.role == Role::kList) {
    keys = {{"/O", Name("List")}, {"/ListNumbering", Name(structure::NameOf(element.numbering))}};
  } else if (element.role == Role::kTableHeading || element.role == Role::kTableCell) {
    if (element.scope != structure::Scope::kNone) {
      keys["/Scope"] = Name(element.scope == structure::Scope::kRow ? "Row" : "Column");
    }
    if (element.columns > 1) keys["/ColSpan"] = QPDFObjectHandle::newInteger(element.columns);
    if (!keys.empty()) keys["/O"] = Name("Table");
  } else if (const auto box = input_.figures.find(static_cast<int>(index));
             box != input_.figures.end()) {
    keys = {{"/O", Name("Layout")}, {"/Placement", Name("Block")}, {"/BBox", RectangleArray(box->second)}};
  }
  if (!keys.empty()) object.replaceKey("/A", QPDFObjectHandle::newDictionary(keys));
}

void StructureWriter::Fill(std::size_t index) {
  const Node& node = nodes_[index];
  const Element& element = input_.tree.elements[index];
  QPDFObjectHandle object = node.object;
  const bool leads_nowhere = element.role == Role::kLink && node.annotations.empty();
  object.replaceKey("/S", leads_nowhere ? Name("Span") : Name(structure::StandardName(element)));
  object.replaceKey("/P", index == 0 ? root_ : At(element.parent).object);
  if (!element.language.empty()) object.replaceKey("/Lang", TextString(element.language));
  if (!element.alternative.empty()) object.replaceKey("/Alt", TextString(element.alternative));
  if (!element.id.empty()) object.replaceKey("/ID", QPDFObjectHandle::newString(element.id));
  const int page = node.content.empty() ? -1 : node.content.front().first;
  if (page >= 0) object.replaceKey("/Pg", pages_[static_cast<std::size_t>(page)]);
  AddAttributes(element, index, object);
  std::vector<Kid> kids = KidsOf(node, page);
  if (kids.size() == 1) {
    object.replaceKey("/K", kids.front().object);
  } else if (!kids.empty()) {
    QPDFObjectHandle array = QPDFObjectHandle::newArray();
    for (const Kid& kid : kids) array.appendItem(kid.object);
    object.replaceKey("/K", array);
  }
}

/// A number or name tree of one or two levels (7.9.6, 7.9.7) of sorted pairs.
QPDFObjectHandle MakeTree(QPDF& document, const std::string& key,
                          const std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>>& pairs) {
  std::vector<QPDFObjectHandle> leaves;
  for (std::size_t begin = 0; begin < pairs.size(); begin += kLeaf) {
    const std::size_t end = std::min(begin + kLeaf, pairs.size());
    std::vector<QPDFObjectHandle> items;
    for (std::size_t i = begin; i < end; ++i) {
      items.push_back(pairs[i].first);
      items.push_back(pairs[i].second);
    }
    leaves.push_back(document.makeIndirectObject(QPDFObjectHandle::newDictionary(
        {{key, QPDFObjectHandle::newArray(items)},
         {"/Limits", QPDFObjectHandle::newArray({pairs[begin].first, pairs[end - 1].first})}})));
  }
  return document.makeIndirectObject(
      QPDFObjectHandle::newDictionary({{"/Kids", QPDFObjectHandle::newArray(leaves)}}));
}

QPDFObjectHandle StructureWriter::ParentTree() {
  std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>> pairs;
  const auto next = [&] { return QPDFObjectHandle::newInteger(static_cast<long long>(pairs.size())); };
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    std::vector<QPDFObjectHandle> owners;
    if (page < input_.marks.size()) {
      for (const int element : input_.marks[page]) owners.push_back(At(element).object);
    }
    pages_[page].replaceKey("/StructParents", next());
    pages_[page].replaceKey("/Tabs", Name("S"));
    pairs.emplace_back(next(), QPDFObjectHandle::newArray(owners));
  }
  for (OwnedAnnotation& annotation : input_.annotations) {
    annotation.object.replaceKey("/StructParent", next());
    pairs.emplace_back(next(), At(annotation.element).object);
  }
  root_.replaceKey("/ParentTreeNextKey", next());
  return MakeTree(document_, "/Nums", pairs);
}

QPDFObjectHandle StructureWriter::IdTree() {
  std::map<std::string, QPDFObjectHandle> by_id;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const std::string& id = input_.tree.elements[i].id;
    if (nodes_[i].used && !id.empty()) by_id.emplace(id, nodes_[i].object);
  }
  if (by_id.empty()) return QPDFObjectHandle::newNull();
  std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>> pairs;
  for (const auto& [id, object] : by_id) pairs.emplace_back(QPDFObjectHandle::newString(id), object);
  return MakeTree(document_, "/Names", pairs);
}

QPDFObjectHandle StructureWriter::Write() {
  if (input_.tree.elements.empty()) input_.tree.Add({.role = Role::kDocument});
  Link();
  Measure();
  root_ = document_.makeIndirectObject(
      QPDFObjectHandle::newDictionary({{"/Type", Name("StructTreeRoot")}}));
  for (Node& node : nodes_) {
    if (node.used) node.object = document_.makeIndirectObject(QPDFObjectHandle::newDictionary());
  }
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].used) Fill(i);
  }
  root_.replaceKey("/K", nodes_.front().object);
  root_.replaceKey("/ParentTree", ParentTree());
  if (QPDFObjectHandle ids = IdTree(); !ids.isNull()) root_.replaceKey("/IDTree", ids);
  return root_;
}

}  // namespace

QPDFObjectHandle MakeStructure(QPDF& document, std::vector<QPDFObjectHandle>& pages,
                               StructureInput input) {
  return StructureWriter(document, pages, std::move(input)).Write();
}

}  // namespace dossier::pdf::internal
