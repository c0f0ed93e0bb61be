// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/conformance/inspection.h"

namespace dossier::pdf::internal {

namespace {

// Bits of /F (ISO 32000-1:2008, table 165).
constexpr long long kInvisible = 1, kHidden = 2, kPrinted = 4, kNoView = 32, kToggleNoView = 256;

bool HasArea(QPDFObjectHandle annotation) {
  QPDFObjectHandle box = annotation.getKey("/Rect");
  if (!box.isRectangle()) return true;
  const QPDFObjectHandle::Rectangle r = box.getArrayAsRectangle();
  return r.llx != r.urx && r.lly != r.ury;
}

/// Description of a field, from itself or the field above it.
bool IsDescribed(QPDFObjectHandle field) {
  for (int depth = 0; field.isDictionary() && depth < kDeepest; ++depth) {
    if (!TextOf(field.getKey("/TU")).empty()) return true;
    field = field.getKey("/Parent");
  }
  return false;
}

void CheckOne(Inspection& inspection, int page, QPDFObjectHandle annotation) {
  const std::string kind = NameOf(annotation.getKey("/Subtype"));
  if (kind == "Popup") return;
  const auto owner = inspection.owner_of_annotation.find(annotation.getObjGen());
  std::string type;
  if (owner != inspection.owner_of_annotation.end()) {
    type = inspection.type_of_element[owner->second];
  }
  if (kind == "Link") {
    if (type != "Link") inspection.Report(Rule::kLinkOutside, page);
    if (TextOf(annotation.getKey("/Contents")).empty()) {
      inspection.Report(Rule::kLinkWithoutWords, page);
    }
  } else if (kind == "Widget") {
    if (type != "Form") inspection.Report(Rule::kWidgetOutside, page);
    if (!IsDescribed(annotation)) inspection.Report(Rule::kFieldWithoutWords, page);
  } else if (type.empty()) {
    inspection.Report(Rule::kAnnotationOutside, page, kind);
  }
  QPDFObjectHandle flags = annotation.getKey("/F");
  const long long set = flags.isInteger() ? flags.getIntValue() : 0;
  if ((set & kPrinted) == 0 || (set & (kInvisible | kHidden | kNoView | kToggleNoView)) != 0) {
    inspection.Report(Rule::kAnnotationFlags, page);
  }
  QPDFObjectHandle appearance = annotation.getKey("/AP");
  const bool drawn = appearance.isDictionary() && !appearance.getKey("/N").isNull();
  if (kind != "Link" && !drawn && HasArea(annotation)) {
    inspection.Report(Rule::kAnnotationAppearance, page);
  }
  if (kind == "Widget" && (annotation.hasKey("/A") || annotation.hasKey("/AA"))) {
    inspection.Report(Rule::kFieldAction, page);
  }
}

}  // namespace

void CheckAnnotations(Inspection& inspection) {
  for (std::size_t i = 0; i < inspection.pages.size(); ++i) {
    const int page = static_cast<int>(i);
    QPDFObjectHandle object = inspection.pages[i];
    QPDFObjectHandle annotations = object.getKey("/Annots");
    if (!annotations.isArray() || annotations.getArrayNItems() == 0) continue;
    if (!object.getKey("/Tabs").isNameAndEquals("/S")) inspection.Report(Rule::kTabOrder, page);
    for (int k = 0; k < annotations.getArrayNItems(); ++k) {
      QPDFObjectHandle annotation = annotations.getArrayItem(k);
      if (annotation.isDictionary()) CheckOne(inspection, page, annotation);
    }
  }
}

}  // namespace dossier::pdf::internal
