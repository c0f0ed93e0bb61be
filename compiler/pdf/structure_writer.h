// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "compiler/pdf/bundle_writer.h"
#include "compiler/structure/tree.h"

/// The logical structure of the finished file (ISO 32000-1:2008, 14.7). For the sources of this
/// folder only.
namespace dossier::pdf::internal {

/// An annotation that belongs to an element.
struct OwnedAnnotation {
  int element = -1;
  int page = 0;
  QPDFObjectHandle object;
};

struct StructureInput {
  structure::Tree tree;                 // settled; grows as exhibits are added
  std::vector<std::vector<int>> marks;  // by page, by MCID: the element
  std::map<int, Rectangle> figures;     // by element
  std::vector<OwnedAnnotation> annotations;
};

/// Writes the tree, the parent tree both ways and the tree of ids; sets /StructParents and /Tabs of
/// `pages` and /StructParent of the annotations. Elements without content are left out, but for
/// cells; a link that leads nowhere in this file becomes a span. Returns the /StructTreeRoot.
[[nodiscard]] QPDFObjectHandle MakeStructure(QPDF& document, std::vector<QPDFObjectHandle>& pages,
                                             StructureInput input);

}  // namespace dossier::pdf::internal
