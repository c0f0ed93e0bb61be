// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "compiler/xml/foreign.h"

namespace dossier::office {

/// What styles of an OpenDocument file mean for its text (ODF 1.3-3, 16): which hide it, which
/// number it. Filled from styles.xml and from the automatic styles of content.xml.
class OdtStyles {
 public:
  struct Style {
    std::string parent;
    std::optional<bool> hidden;
    std::string list;  // a list style, for paragraphs
  };

  /// Takes an element of a style; others are passed over.
  void Start(const xml::ForeignElement& element);
  void End(std::string_view name);

  [[nodiscard]] bool Hides(std::string_view style) const;
  /// The list style of a paragraph style; empty for none.
  [[nodiscard]] std::string ListOf(std::string_view style) const;
  [[nodiscard]] const std::string& language() const { return language_; }

 private:
  static constexpr int kLongestChain = 20;

  std::map<std::string, Style, std::less<>> by_name_;
  Style* current_ = nullptr;
  bool in_default_ = false;
  std::string language_;
};

}  // namespace dossier::office
