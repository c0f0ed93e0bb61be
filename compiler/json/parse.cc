// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/parse.h"

#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <string>

namespace dossier::json {
namespace {

/// Builds the value from the events of nlohmann-json; returning false stops the reader.
class Events final : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return Put(Value()); }
  bool boolean(bool truth) override { return Put(truth); }
  bool number_integer(number_integer_t number) override { return Put(number); }
  bool number_unsigned(number_unsigned_t number) override {
    if (number > static_cast<number_unsigned_t>(INT64_MAX))
      return Refuse("the number is too large");
    return Put(number);
  }
  bool number_float(number_float_t number, const string_t& /*text*/) override {
    return Put(number);
  }
  bool string(string_t& text) override { return Put(std::move(text)); }
  bool binary(binary_t& /*bytes*/) override { return Refuse("binary data is not JSON"); }

  bool start_object(std::size_t /*size*/) override { return Open(Object()); }
  bool key(string_t& name) override {
    open_.back().key = std::move(name);
    return true;
  }
  bool end_object() override {
    if (const std::string* twice = DuplicateKey(*open_.back().value.object())) {
      return Refuse("the key \"" + *twice + "\" stands twice");
    }
    return Close();
  }
  bool start_array(std::size_t /*size*/) override { return Open(Array()); }
  bool end_array() override { return Close(); }

  bool parse_error(std::size_t position, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*error*/) override {
    if (reason_.empty()) reason_ = "this is not valid JSON at byte " + std::to_string(position);
    return false;
  }

  [[nodiscard]] const std::string& reason() const { return reason_; }
  Value TakeRoot() { return std::move(root_); }

 private:
  struct Level {
    Value value;
    std::string key = {};
  };

  bool Put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (open_.back().value.array() != nullptr) {
      open_.back().value.Append(std::move(value));
    } else {
      open_.back().value.Add(open_.back().key, std::move(value));
    }
    return true;
  }
  bool Open(Value value) {
    if (open_.size() >= kMaxDepth) return Refuse("nested too deep");
    open_.push_back({.value = std::move(value)});
    return true;
  }
  bool Close() {
    Value value = std::move(open_.back().value);
    open_.pop_back();
    return Put(std::move(value));
  }
  bool Refuse(std::string reason) {
    reason_ = std::move(reason);
    return false;
  }

  static const std::string* DuplicateKey(const Value::Object& members) {
    std::vector<const std::string*> keys;
    keys.reserve(members.size());
    for (const Value::Member& member : members) keys.push_back(&member.first);
    std::sort(keys.begin(), keys.end(), [](const auto* a, const auto* b) { return *a < *b; });
    const auto twice = std::adjacent_find(keys.begin(), keys.end(),
                                          [](const auto* a, const auto* b) { return *a == *b; });
    return twice == keys.end() ? nullptr : *twice;
  }

  std::vector<Level> open_;
  Value root_;
  std::string reason_;
};

}  // namespace

Result<Value> Parse(std::string_view text) {
  Events events;
  try {
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &events)) return events.TakeRoot();
  } catch (const std::exception& error) {
    return Failure{std::string("this is not valid JSON: ") + error.what()};
  }
  return Failure{events.reason().empty() ? "this is not valid JSON" : events.reason()};
}

}  // namespace dossier::json
