// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "compiler/pdf/conformance/conformance.h"
#include "compiler/pdf/content/streams.h"

/// The groups of rules, each in a file of its own. For the sources of this folder only.
namespace dossier::pdf::internal {

using Rule = ConformanceRule;

/// A file under inspection, and what the groups have found of it for those after them.
struct Inspection {
  QPDF& document;
  const std::vector<QPDFObjectHandle>& pages;
  Archive archive = Archive::kNone;
  int intent_colours = 0;  // of the output intent; 0 for none that can be used

  std::map<QPDFObjGen, int> page_of{};
  /// By page: the marks of its content.
  std::vector<std::set<int>> marks{};
  /// By page and mark, and by annotation: the element that claims it.
  std::map<std::pair<int, int>, QPDFObjGen> owner_of_mark{};
  std::map<QPDFObjGen, QPDFObjGen> owner_of_annotation{};
  std::map<QPDFObjGen, std::string> type_of_element{};
  content::Streams streams{};

  std::vector<ConformanceFault> faults{};
  std::set<std::pair<Rule, int>> said{};

  /// Once a rule and page.
  void Report(Rule rule, int page, std::string detail = {});
};

void CheckOutputIntent(Inspection& inspection);  // first: says what device colours mean
void CheckMarks(Inspection& inspection);
void CheckElements(Inspection& inspection);    // after marks
void CheckParentTree(Inspection& inspection);  // after elements
void CheckAnnotations(Inspection& inspection);  // after elements
void CheckResources(Inspection& inspection);   // fonts, colours
void CheckMetadata(Inspection& inspection);
void CheckFile(Inspection& inspection);

/// Rules of one font, one graphics state, one object that is drawn (or shading, or colour space).
void CheckFont(Inspection& inspection, QPDFObjectHandle font, int page);
void CheckGraphicsState(Inspection& inspection, QPDFObjectHandle state, int page);
void CheckDrawn(Inspection& inspection, QPDFObjectHandle object, int page);
void CheckColourSpace(Inspection& inspection, QPDFObjectHandle space, int page);

/// Text of a string value; empty for anything else.
[[nodiscard]] std::string TextOf(QPDFObjectHandle value);
/// A name without its slash; empty for anything else.
[[nodiscard]] std::string NameOf(QPDFObjectHandle value);
/// Structures of strangers may be deep; deeper than this nobody looks.
inline constexpr int kDeepest = 100;

}  // namespace dossier::pdf::internal
