// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/strings.h"
#include "compiler/compose/template.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/text/collate.h"
#include "compiler/xml/xpath.h"

/// What a template selects of the model document.
namespace dossier::compose {

using Focus = xml::XPathFocus;

/// The functions that templates may call beside those of XPath; templates/README.md explains them.
[[nodiscard]] std::vector<xml::XPathFunction> TemplateFunctions(const Strings& strings);

class Selecting {
 public:
  /// Keeps references to all three.
  Selecting(const xml::Element& model, const Strings& strings, diagnostics::Sink& sink);

  [[nodiscard]] Focus Root() const { return {.node = query_.Root()}; }

  /// The attribute `key` of a template element, evaluated. An attribute that is not there selects
  /// nothing. Reports D0916 when it cannot be evaluated, D0918 when nothing is there and the element
  /// has required="yes".
  [[nodiscard]] xml::XPathValue At(const TemplateNode& node, std::string_view key, const Focus& focus);

  /// What `<for-each>` goes through, sorted and grouped as its children ask.
  [[nodiscard]] std::vector<Focus> Each(const TemplateNode& node, const Focus& focus);

 private:
  struct Sorted;
  [[nodiscard]] xml::XPathValue Evaluate(const TemplateNode& node, std::string_view key, const Focus& focus);
  void Sort(const TemplateNode& node, std::vector<xml::XPathNode>& nodes);
  [[nodiscard]] std::vector<Focus> Group(const TemplateNode& by, const std::vector<xml::XPathNode>& nodes);

  xml::XPathQuery query_;
  text::Collator collator_;
  diagnostics::Sink& sink_;
};

}  // namespace dossier::compose
