// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/value.h"

#include <nlohmann/json.hpp>

namespace dossier::json {
namespace {

using Library = nlohmann::ordered_json;

Library ToLibrary(const Value& value) {
  struct Visitor {
    Library operator()(std::nullptr_t) const { return nullptr; }
    Library operator()(bool flag) const { return flag; }
    Library operator()(std::int64_t number) const { return number; }
    Library operator()(const std::string& text) const { return text; }
    Library operator()(const Object& members) const {
      // ordered_json looks for the key on every insertion; its vector is filled directly, since
      // our keys are distinct by construction.
      Library object = Library::object();
      auto& target = object.get_ref<Library::object_t&>();
      target.reserve(members.size());
      for (const auto& [key, member] : members) {
        target.Container::emplace_back(key, ToLibrary(member));
      }
      return object;
    }
    Library operator()(const Array& items) const {
      Library array = Library::array();
      for (const Value& item : items) array.push_back(ToLibrary(item));
      return array;
    }
  };
  return std::visit(Visitor{}, value.state());
}

}  // namespace

Value::Value(Object members) : state_(std::move(members)) {}
Value::Value(Array items) : state_(std::move(items)) {}

Value StringOrNull(std::string_view text) { return text.empty() ? Value() : Value(text); }

Array Strings(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::string Print(const Value& value) {
  return ToLibrary(value).dump(2, ' ', false, Library::error_handler_t::replace) + "\n";
}

}  // namespace dossier::json
