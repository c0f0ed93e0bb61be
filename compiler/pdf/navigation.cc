// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/pdf/page_geometry.h"
#include "compiler/pdf/text_string.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf::internal {

namespace {

struct OutlineNode {
  QPDFObjectHandle object;
  int level = 0;
  int descendants = 0;
  QPDFObjectHandle last;  // child
};

QPDFObjectHandle MakeItem(QPDF& document, const Bookmark& bookmark) {
  QPDFObjectHandle item = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
  item.replaceKey("/Title", TextString(bookmark.title));
  item.replaceKey("/Dest", QPDFObjectHandle::newString(bookmark.destination));
  return item;
}

void Append(OutlineNode& parent, QPDFObjectHandle item) {
  item.replaceKey("/Parent", parent.object);
  if (parent.last.isInitialized()) {
    parent.last.replaceKey("/Next", item);
    item.replaceKey("/Prev", parent.last);
  } else {
    parent.object.replaceKey("/First", item);
  }
  parent.object.replaceKey("/Last", item);
  parent.last = item;
}

/// Closes the innermost open node: now its number of descendants is known. Items below the first
/// level start closed, which a negative count says (ISO 32000-1:2008, table 153).
void Close(std::vector<OutlineNode>& open) {
  OutlineNode node = open.back();
  open.pop_back();
  if (node.descendants > 0) {
    node.object.replaceKey("/Count", QPDFObjectHandle::newInteger(-node.descendants));
  }
}

}  // namespace

QPDFObjectHandle MakeOutline(QPDF& document, const std::vector<Bookmark>& bookmarks) {
  if (bookmarks.empty()) return QPDFObjectHandle::newNull();
  QPDFObjectHandle root = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
  root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
  std::vector<OutlineNode> open = {{.object = root, .level = 0, .descendants = 0, .last = {}}};
  int top_level = 0;
  for (const Bookmark& bookmark : bookmarks) {
    const int level = std::max(1, bookmark.level);
    while (open.size() > 1 && open.back().level >= level) Close(open);
    if (open.size() == 1) ++top_level;
    ++open.back().descendants;
    QPDFObjectHandle item = MakeItem(document, bookmark);
    Append(open.back(), item);
    open.push_back({.object = item, .level = level, .descendants = 0, .last = {}});
  }
  while (open.size() > 1) Close(open);
  root.replaceKey("/Count", QPDFObjectHandle::newInteger(top_level));
  return root;
}

QPDFObjectHandle MakeDestinations(QPDF& document, const std::vector<QPDFObjectHandle>& pages,
                                  std::vector<Destination> destinations) {
  constexpr std::size_t kLeaf = 64;
  std::sort(destinations.begin(), destinations.end(),
            [](const Destination& a, const Destination& b) { return a.name < b.name; });
  std::vector<QPDFObjectHandle> leaves;
  for (std::size_t begin = 0; begin < destinations.size(); begin += kLeaf) {
    const std::size_t end = std::min(begin + kLeaf, destinations.size());
    std::vector<QPDFObjectHandle> names;
    for (std::size_t i = begin; i < end; ++i) {
      const Destination& destination = destinations[i];
      names.push_back(QPDFObjectHandle::newString(destination.name));
      names.push_back(QPDFObjectHandle::newArray(
          {pages.at(static_cast<std::size_t>(destination.page)), QPDFObjectHandle::newName("/XYZ"),
           QPDFObjectHandle::newNull(), QPDFObjectHandle::newReal(Number(destination.top)),
           QPDFObjectHandle::newNull()}));
    }
    QPDFObjectHandle leaf = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
    leaf.replaceKey("/Limits", QPDFObjectHandle::newArray(
                                   {QPDFObjectHandle::newString(destinations[begin].name),
                                    QPDFObjectHandle::newString(destinations[end - 1].name)}));
    leaf.replaceKey("/Names", QPDFObjectHandle::newArray(names));
    leaves.push_back(leaf);
  }
  QPDFObjectHandle tree = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
  tree.replaceKey("/Kids", QPDFObjectHandle::newArray(leaves));
  return tree;
}

}  // namespace dossier::pdf::internal
