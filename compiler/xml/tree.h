// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::xml {

/// An element of an XML file, or the words between elements. Product of `Parse`.
///
/// Comments and processing instructions are left out, CDATA is words like others, white space is
/// kept. At most `kMaxDepth` levels.
struct Element {
  /// As written, with its prefix; empty for words.
  std::string name = {};
  std::string text = {};                                             // of words
  std::vector<std::pair<std::string, std::string>> attributes = {};  // in the order written
  std::vector<Element> children = {};
  /// Bytes of the source: of the start tag, or of the words.
  Span span = {};
  /// Bytes of the values of `attributes`, in step with them; empty for a tree that was not read.
  std::vector<Span> values = {};

  [[nodiscard]] bool is_text() const { return name.empty(); }
  /// Null when there is no such attribute.
  [[nodiscard]] const std::string* Attribute(std::string_view key) const;
};

/// All the words inside, in order. Bounded by the size of the file: nothing expands.
[[nodiscard]] std::string TextOf(const Element& element);

}  // namespace dossier::xml
