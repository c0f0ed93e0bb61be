// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dossier::json {

class Value;

/// A JSON value (RFC 8259). Members of an object stay in the order they were added, so that the
/// same content gives the same bytes.
///
///     json::Value finding = json::Object();
///     finding.Add("code", "D0203");
///     finding.Add("page", page == 0 ? json::Value() : json::Value(page));
class Value {
 public:
  using Array = std::vector<Value>;
  using Member = std::pair<std::string, Value>;
  using Object = std::vector<Member>;

  Value() = default;                                       // null
  Value(std::nullptr_t) {}                                 // NOLINT: implicit by design
  Value(std::same_as<bool> auto truth) : state_(truth) {}  // NOLINT
  Value(double number) : state_(number) {}                 // NOLINT
  template <std::integral Number>
  requires(!std::same_as<Number, bool>) Value(Number number)
      : state_(static_cast<std::int64_t>(number)) {}           // NOLINT
  Value(std::string text) : state_(std::move(text)) {}         // NOLINT
  Value(std::string_view text) : state_(std::string(text)) {}  // NOLINT
  Value(const char* text) : state_(std::string(text)) {}       // NOLINT
  Value(Array items) : state_(std::move(items)) {}             // NOLINT
  Value(Object members) : state_(std::move(members)) {}        // NOLINT

  /// Needs: this is an object without the member `key`.
  void Add(std::string_view key, Value value);
  /// Needs: this is an array.
  void Append(Value value);

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(state_); }
  /// Null when this is something else.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&state_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&state_); }
  [[nodiscard]] const double* real() const { return std::get_if<double>(&state_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&state_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&state_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&state_); }
  /// The member of an object; null when there is none.
  [[nodiscard]] const Value* Find(std::string_view key) const;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> state_;
};

namespace detail {
inline void AddMembers(Value::Object& /*members*/) {}
template <typename... Rest>
void AddMembers(Value::Object& members, std::string_view key, Value value, Rest&&... rest) {
  members.emplace_back(std::string(key), std::move(value));
  AddMembers(members, std::forward<Rest>(rest)...);
}
}  // namespace detail

/// An object of keys and values in turn, none of them copied:
/// `Members("code", "D0203", "page", 3)`.
template <typename... Pairs>
[[nodiscard]] Value Members(Pairs&&... pairs) {
  Value::Object members;
  members.reserve(sizeof...(pairs) / 2);
  detail::AddMembers(members, std::forward<Pairs>(pairs)...);
  return Value(std::move(members));
}

/// An empty object, an empty array.
[[nodiscard]] Value Object();
[[nodiscard]] Value Array();
/// An array of strings.
[[nodiscard]] Value Strings(const std::vector<std::string>& texts);
/// Null for an empty text.
[[nodiscard]] Value StringOrNull(std::string_view text);

}  // namespace dossier::json
