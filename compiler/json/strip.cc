// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/json/strip.h"

#include "compiler/json/parse.h"
#include "compiler/json/write.h"

namespace dossier::json {

Result<std::string> WithoutMember(std::string_view text, std::string_view key) {
  const Result<Value> value = Parse(text);
  if (!value) return value.failure();
  if (value->object() == nullptr) return Failure{"not a JSON object"};
  Value rest = Object();
  for (const auto& [name, member] : *value->object()) {
    if (name != key) rest.Add(name, member);
  }
  return Write(rest);
}

}  // namespace dossier::json
