// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <set>

namespace dossier::pdf::content {

/// Which optional content a reader shows when the file is opened (ISO 32000-1:2008, 8.11, the
/// default configuration). What cannot be decided counts as shown.
class Layers {
 public:
  explicit Layers(QPDF& document);

  /// `oc` is a group or a membership dictionary.
  [[nodiscard]] bool Shown(QPDFObjectHandle oc) const;
  /// The file has no optional content.
  [[nodiscard]] bool None() const { return !present_; }

 private:
  [[nodiscard]] bool GroupShown(QPDFObjectHandle group) const;
  [[nodiscard]] bool MembersShown(QPDFObjectHandle membership) const;

  bool present_ = false;
  bool shown_by_default_ = true;
  std::set<QPDFObjGen> others_;  // groups that differ from the default
};

}  // namespace dossier::pdf::content
