// SPDX-License-Identifier: GPL-3.0-or-later
#include <qpdf/QPDFNumberTreeObjectHelper.hh>

#include "compiler/pdf/conformance/inspection.h"

namespace dossier::pdf::internal {

namespace {

using Entries = std::map<long long, QPDFObjectHandle>;

void CheckPage(Inspection& inspection, int page, QPDFObjectHandle object, const Entries& entries) {
  const std::set<int>& marks = inspection.marks[static_cast<std::size_t>(page)];
  if (marks.empty()) return;
  QPDFObjectHandle key = object.getKey("/StructParents");
  const auto found = key.isInteger() ? entries.find(key.getIntValue()) : entries.end();
  QPDFObjectHandle parents = found != entries.end() ? found->second : QPDFObjectHandle::newNull();
  for (const int mark : marks) {
    const auto owner = inspection.owner_of_mark.find({page, mark});
    if (owner == inspection.owner_of_mark.end()) continue;  // said before
    const bool right = parents.isArray() && mark >= 0 && mark < parents.getArrayNItems() &&
                       parents.getArrayItem(mark).getObjGen() == owner->second;
    if (!right) inspection.Report(Rule::kParentTree, page);
  }
}

void CheckAnnotation(Inspection& inspection, int page, QPDFObjectHandle annotation, const Entries& entries) {
  const auto owner = inspection.owner_of_annotation.find(annotation.getObjGen());
  if (owner == inspection.owner_of_annotation.end()) return;  // a rule of annotations
  QPDFObjectHandle key = annotation.getKey("/StructParent");
  const auto found = key.isInteger() ? entries.find(key.getIntValue()) : entries.end();
  const bool right = found != entries.end() && QPDFObjectHandle(found->second).getObjGen() == owner->second;
  if (!right) inspection.Report(Rule::kParentTree, page);
}

}  // namespace

void CheckParentTree(Inspection& inspection) {
  QPDFObjectHandle root = inspection.document.getRoot().getKey("/StructTreeRoot");
  if (!root.isDictionary()) return;  // said before
  QPDFObjectHandle tree = root.getKey("/ParentTree");
  Entries entries;
  if (tree.isDictionary()) {
    for (const auto& [key, value] : QPDFNumberTreeObjectHelper(tree, inspection.document, false).getAsMap()) {
      entries[key] = value;
    }
  }
  for (std::size_t i = 0; i < inspection.pages.size(); ++i) {
    const int page = static_cast<int>(i);
    QPDFObjectHandle object = inspection.pages[i];
    CheckPage(inspection, page, object, entries);
    QPDFObjectHandle annotations = object.getKey("/Annots");
    for (int k = 0; annotations.isArray() && k < annotations.getArrayNItems(); ++k) {
      QPDFObjectHandle annotation = annotations.getArrayItem(k);
      if (annotation.isDictionary()) CheckAnnotation(inspection, page, annotation, entries);
    }
  }
}

}  // namespace dossier::pdf::internal
