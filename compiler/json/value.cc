// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/value.h"

#include "compiler/foundation/check.h"

namespace dossier::json {

void Value::Add(std::string_view key, Value value) {
  auto* members = std::get_if<Object>(&state_);
  DOSSIER_CHECK(members != nullptr, "only objects have members");
  members->emplace_back(std::string(key), std::move(value));
}

void Value::Append(Value value) {
  auto* items = std::get_if<Array>(&state_);
  DOSSIER_CHECK(items != nullptr, "only arrays have items");
  items->push_back(std::move(value));
}

const Value* Value::Find(std::string_view key) const {
  if (const Object* members = object()) {
    for (const auto& [name, value] : *members) {
      if (name == key) return &value;
    }
  }
  return nullptr;
}

Value Object() { return Value(Value::Object{}); }
Value Array() { return Value(Value::Array{}); }

Value Strings(const std::vector<std::string>& texts) {
  Value::Array items;
  for (const std::string& text : texts) items.emplace_back(text);
  return items;
}

Value StringOrNull(std::string_view text) { return text.empty() ? Value() : Value(text); }

}  // namespace dossier::json
