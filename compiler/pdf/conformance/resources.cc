// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/page_geometry.h"

namespace dossier::pdf::internal {

namespace {

/// Everything that a page can draw with, each object once in the file.
class ResourceWalk {
 public:
  explicit ResourceWalk(Inspection& inspection) : inspection_(inspection) {}

  void Page(QPDFObjectHandle page, int index) {
    page_ = index;
    Group(page);
    Resources(Inherited(page, "/Resources"), 0);
    QPDFObjectHandle annotations = page.getKey("/Annots");
    for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
      QPDFObjectHandle annotation = annotations.getArrayItem(i);
      QPDFObjectHandle looks = annotation.isDictionary() ? annotation.getKey("/AP") : QPDFObjectHandle::newNull();
      if (looks.isDictionary()) Drawn(looks.getKey("/N"), 0);
    }
  }

 private:
  [[nodiscard]] bool IsNew(QPDFObjectHandle object) {
    return !object.isIndirect() || seen_.insert(object.getObjGen()).second;
  }

  template <typename Visit>
  static void Each(QPDFObjectHandle resources, const char* kind, Visit visit) {
    QPDFObjectHandle named = resources.getKey(kind);
    if (!named.isDictionary()) return;
    for (const auto& [name, value] : named.getDictAsMap()) visit(value);
  }

  void Resources(QPDFObjectHandle resources, int depth) {
    if (!resources.isDictionary() || depth > kDeepest || !IsNew(resources)) return;
    Each(resources, "/Font", [&](QPDFObjectHandle font) {
      if (!font.isDictionary() || !IsNew(font)) return;
      CheckFont(inspection_, font, page_);
      Resources(font.getKey("/Resources"), depth + 1);  // of drawn glyphs
    });
    Each(resources, "/ExtGState", [&](QPDFObjectHandle state) {
      if (state.isDictionary() && IsNew(state)) CheckGraphicsState(inspection_, state, page_);
    });
    Each(resources, "/ColorSpace",
         [&](QPDFObjectHandle space) { CheckColourSpace(inspection_, space, page_); });
    for (const char* kind : {"/XObject", "/Pattern", "/Shading"}) {
      Each(resources, kind, [&](QPDFObjectHandle object) { Drawn(object, depth); });
    }
  }

  void Drawn(QPDFObjectHandle object, int depth) {
    if ((!object.isStream() && !object.isDictionary()) || !IsNew(object)) return;
    CheckDrawn(inspection_, object, page_);
    QPDFObjectHandle keys = object.isStream() ? object.getDict() : object;
    Group(keys);
    Resources(keys.getKey("/Resources"), depth + 1);
  }

  void Group(QPDFObjectHandle keys) {
    QPDFObjectHandle group = keys.getKey("/Group");
    if (!group.isDictionary() || !group.getKey("/S").isNameAndEquals("/Transparency")) return;
    CheckColourSpace(inspection_, group.getKey("/CS"), page_);
    if (inspection_.archive == Archive::kPdfA1b) inspection_.Report(Rule::kTransparency, page_);
  }

  Inspection& inspection_;
  int page_ = 0;
  std::set<QPDFObjGen> seen_;
};

}  // namespace

void CheckResources(Inspection& inspection) {
  ResourceWalk walk(inspection);
  for (std::size_t i = 0; i < inspection.pages.size(); ++i) {
    walk.Page(inspection.pages[i], static_cast<int>(i));
  }
}

}  // namespace dossier::pdf::internal
