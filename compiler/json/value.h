// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dossier::json {

class Value;

/// Members keep the order in which they were set: keys in fixed order are part of the contract.
using Object = std::vector<std::pair<std::string, Value>>;
using Array = std::vector<Value>;

/// A JSON value (RFC 8259) to be printed.
class Value {
 public:
  Value() = default;  // null
  Value(std::nullptr_t) {}                                        // NOLINT: implicit by design
  Value(bool value) : state_(value) {}                            // NOLINT: implicit by design
  Value(int value) : state_(static_cast<std::int64_t>(value)) {}  // NOLINT: implicit by design
  Value(std::int64_t value) : state_(value) {}                    // NOLINT: implicit by design
  Value(std::string value) : state_(std::move(value)) {}          // NOLINT: implicit by design
  Value(std::string_view value) : state_(std::string(value)) {}   // NOLINT: implicit by design
  Value(const char* value) : state_(std::string(value)) {}        // NOLINT: implicit by design
  Value(Object members);                                          // NOLINT: implicit by design
  Value(Array items);                                             // NOLINT: implicit by design

  using State = std::variant<std::nullptr_t, bool, std::int64_t, std::string, Object, Array>;
  [[nodiscard]] const State& state() const { return state_; }

 private:
  State state_ = nullptr;
};

/// The string, or null when it is empty.
[[nodiscard]] Value StringOrNull(std::string_view text);
[[nodiscard]] Array Strings(const std::vector<std::string>& texts);

/// Two spaces a level, a final line end. Bytes that are not UTF-8 come out as U+FFFD; the same value
/// always gives the same bytes.
[[nodiscard]] std::string Print(const Value& value);

}  // namespace dossier::json
