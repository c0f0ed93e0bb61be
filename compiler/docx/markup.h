// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::docx {

/// `text` as the content of an element or of an attribute in quotation marks: what has a meaning in
/// markup is written as a reference, also line ends, which a reader would make into spaces. What XML
/// 1.0 cannot hold (most control characters, U+FFFE, U+FFFF, bytes that are not UTF-8; XML 1.0,
/// production 2) becomes U+FFFD, so nothing disappears without a trace.
[[nodiscard]] std::string Escaped(std::string_view text);

/// Writes one XML file: elements that are closed in the order in which they were opened, text that
/// is escaped. `name` and the names of attributes are of the vocabulary and not escaped.
class Markup {
 public:
  using Attribute = std::pair<std::string_view, std::string_view>;
  using Attributes = std::initializer_list<Attribute>;

  /// With the line that says that this is XML 1.0 in UTF-8.
  static Markup File();

  void Begin(std::string_view name, Attributes attributes = {});
  void End();
  void Empty(std::string_view name, Attributes attributes = {});
  /// <name w:val="value"/>
  void Value(std::string_view name, std::string_view value) { Empty(name, {{"w:val", value}}); }
  /// <name/> when `on`.
  void Flag(std::string_view name, bool on) {
    if (on) Empty(name);
  }
  void Words(std::string_view text) { xml_ += Escaped(text); }
  /// <name>text</name>
  void Element(std::string_view name, std::string_view text, Attributes attributes = {});
  /// Markup that is whole.
  void Append(std::string_view markup) { xml_ += markup; }

  /// Closes what is open.
  [[nodiscard]] Bytes Take();

 private:
  void Tag(std::string_view name, Attributes attributes);

  std::string xml_;
  std::vector<std::string> open_;
};

}  // namespace dossier::docx
