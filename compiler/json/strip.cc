// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/strip.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <set>
#include <vector>

namespace dossier::json {
namespace {

using Library = nlohmann::ordered_json;

constexpr int kMaxDepth = 64;

/// The library keeps the last of two equal keys without a word; a report with two is no report.
class DuplicateKeys {
 public:
  bool operator()(int depth, Library::parse_event_t event, Library& parsed) {
    if (depth > kMaxDepth) throw std::length_error("nested too deeply");
    if (event == Library::parse_event_t::object_start) open_.emplace_back();
    if (event == Library::parse_event_t::object_end) open_.pop_back();
    if (event == Library::parse_event_t::key &&
        !open_.back().insert(parsed.get<std::string>()).second) {
      throw std::invalid_argument("a key stands twice");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> open_;
};

}  // namespace

Result<std::string> WithoutMember(std::string_view text, std::string_view key) {
  try {
    Library value = Library::parse(text, DuplicateKeys());
    if (!value.is_object()) return Failure{"not a JSON object"};
    value.erase(std::string(key));
    return value.dump(2, ' ', false, Library::error_handler_t::strict) + "\n";
  } catch (const std::exception&) {
    return Failure{"not valid JSON"};
  }
}

}  // namespace dossier::json
