// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::model {

/// A text in one or more languages (BCP 47 tags), in the order written. A plain string in a file is
/// a text whose language is the case's own: its tag is empty.
struct LocalizedText {
  std::vector<std::pair<std::string, std::string>> texts;
  Span span;

  [[nodiscard]] bool empty() const { return texts.empty(); }
  /// The text for `language`; else the untagged one, else English, else the first.
  [[nodiscard]] std::string_view In(std::string_view language) const;
};

}  // namespace dossier::model
