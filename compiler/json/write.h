// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/json/value.h"

namespace dossier::json {

/// The text of a value: UTF-8, two spaces a level, a line end at the end. Empty arrays and objects
/// on one line.
///
/// Always valid JSON and safe to print on a terminal: bytes that are no UTF-8 become U+FFFD; C0 and
/// C1 controls, bidirectional controls and line separators are written as escapes (G17). A number
/// that JSON cannot say (not finite) is null.
[[nodiscard]] std::string Write(const Value& value);
/// The same on one line, without a line end.
[[nodiscard]] std::string WriteCompact(const Value& value);

/// Writes one object member by member as `Write` does, so that a long array is never held as values.
class ObjectStream {
 public:
  /// `bytes` is what the text will have, as well as it is known.
  explicit ObjectStream(std::size_t bytes = 0) { out_.reserve(bytes); }

  void Member(std::string_view key, const Value& value);
  /// The next member is an array; `Item` adds to it until `EndArray`.
  void BeginArray(std::string_view key);
  void Item(const Value& value);
  void EndArray();
  /// The whole text. Needs: no array is open.
  [[nodiscard]] std::string Finish();

 private:
  void Key(std::string_view key);

  std::string out_ = "{";
  bool first_member_ = true;
  bool first_item_ = true;
  bool in_array_ = false;
};

/// `text` as a JSON string with its quotation marks.
[[nodiscard]] std::string Quote(std::string_view text);

}  // namespace dossier::json
