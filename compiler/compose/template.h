// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/compose/strings.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/span.h"

namespace dossier::compose {

/// A piece of a template: an element, or words between elements.
struct TemplateNode {
  std::string name;  // of the element; empty for words
  std::string text;  // of words, runs of white space as one space
  std::vector<std::pair<std::string, std::string>> attributes;
  std::vector<TemplateNode> children;
  Span span;  // of the start tag, or of the words
  std::vector<Span> values = {};  // of the values of `attributes`, in step; empty where not known

  /// The value of an attribute, or nothing in it.
  [[nodiscard]] std::string_view Attribute(std::string_view key) const;
  /// From `offset` bytes into the value of an attribute to its end, as far as the file says it as it
  /// is; else the start tag.
  [[nodiscard]] Span PlaceOf(std::string_view key, std::size_t offset = 0) const;
};

/// A document template: what stands where. Vocabulary: templates/schema/dossier-template.rng.
struct Template {
  std::string id;     // "appeal-brief"
  TemplateNode root;  // <document>
};

/// True when every element, attribute, word and path of the template is one that `Compose` knows,
/// each where it may stand. Reports D0910, D0916 and D0917 at their places.
bool CheckTemplate(const Template& document, const Strings& strings, diagnostics::Sink& sink);

/// Ids of the lists of facts.yaml that the template names: list[@id='prisoners'].
[[nodiscard]] std::set<std::string> ListsOf(const TemplateNode& node);

/// True when the template has a list of exhibits: `<exhibits/>`, or rows that say which exhibit they list.
[[nodiscard]] bool ListsExhibits(const TemplateNode& node);

/// Names of all elements that a template may have.
[[nodiscard]] std::vector<std::string_view> TemplateElementNames();

}  // namespace dossier::compose
