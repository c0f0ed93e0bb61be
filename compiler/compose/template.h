// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

  /// The value of an attribute, or nothing in it.
  [[nodiscard]] std::string_view Attribute(std::string_view key) const;
};

/// A document template: what stands where. Vocabulary: templates/schema/dossier-template.rng.
struct Template {
  std::string id;     // "appeal-brief"
  TemplateNode root;  // <document>
};

/// True when every element, attribute, path and word of the template is one that `Compose` knows.
/// Reports D0910 for each that is not, with its place.
bool CheckTemplate(const Template& document, const Strings& strings, diagnostics::Sink& sink);

}  // namespace dossier::compose
