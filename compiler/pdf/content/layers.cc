// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/layers.h"

namespace dossier::pdf::content {

Layers::Layers(QPDF& document) {
  QPDFObjectHandle properties = document.getRoot().getKey("/OCProperties");
  if (!properties.isDictionary()) return;
  present_ = true;
  QPDFObjectHandle config = properties.getKey("/D");
  if (!config.isDictionary()) return;
  shown_by_default_ = !config.getKey("/BaseState").isNameAndEquals("/OFF");
  QPDFObjectHandle listed = config.getKey(shown_by_default_ ? "/OFF" : "/ON");
  if (!listed.isArray()) return;
  for (const QPDFObjectHandle& group : listed.getArrayAsVector()) others_.insert(group.getObjGen());
}

bool Layers::GroupShown(QPDFObjectHandle group) const {
  const bool other = group.isIndirect() && others_.count(group.getObjGen()) != 0;
  return other != shown_by_default_;
}

bool Layers::MembersShown(QPDFObjectHandle membership) const {
  QPDFObjectHandle groups = membership.getKey("/OCGs");
  std::vector<QPDFObjectHandle> members;
  if (groups.isDictionary()) members.push_back(groups);
  if (groups.isArray()) members = groups.getArrayAsVector();
  // An expression says more than the policy; readers that know it may show what we would not.
  if (membership.getKey("/VE").isArray()) return true;
  int shown = 0;
  int all = 0;
  for (const QPDFObjectHandle& group : members) {
    if (!QPDFObjectHandle(group).isDictionary()) continue;
    ++all;
    shown += GroupShown(group) ? 1 : 0;
  }
  if (all == 0) return true;
  QPDFObjectHandle policy = membership.getKey("/P");
  if (policy.isNameAndEquals("/AllOn")) return shown == all;
  if (policy.isNameAndEquals("/AnyOff")) return shown < all;
  if (policy.isNameAndEquals("/AllOff")) return shown == 0;
  return shown > 0;
}

bool Layers::Shown(QPDFObjectHandle oc) const {
  if (!present_ || !oc.isDictionary()) return true;
  return oc.getKey("/Type").isNameAndEquals("/OCMD") ? MembersShown(oc) : GroupShown(oc);
}

}  // namespace dossier::pdf::content
