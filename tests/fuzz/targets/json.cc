// SPDX-License-Identifier: GPL-3.0-or-later
// JSON: read strictly, written, read again: the same text, in both forms, and no key twice.
#include <set>

#include "compiler/foundation/utf8.h"
#include "compiler/json/parse.h"
#include "compiler/json/write.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckValue(const json::Value& value, std::size_t depth) {
  Require(depth <= json::kMaxDepth, "a tree deeper than the limit");
  if (value.array() != nullptr) {
    for (const json::Value& item : *value.array()) CheckValue(item, depth + 1);
  }
  if (value.object() == nullptr) return;
  std::set<std::string> keys;
  for (const auto& [key, member] : *value.object()) {
    Require(keys.insert(key).second, "a key twice");
    CheckValue(member, depth + 1);
  }
}

void CheckTerminalSafe(std::string_view text) {
  Require(utf8::IsValid(text), "written text that is no UTF-8");
  for (const char c : text) {
    Require(static_cast<unsigned char>(c) >= 0x20 || c == '\n', "a control character written");
  }
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const auto value = json::Parse(fuzz::TextOf(data, size));
  if (!value.ok()) return 0;
  fuzz::CheckValue(value.value(), 0);
  const std::string written = Write(value.value());
  fuzz::CheckTerminalSafe(written);
  const auto again = json::Parse(written);
  fuzz::Require(again.ok() && Write(again.value()) == written, "written text reads as another");
  const std::string compact = WriteCompact(value.value());
  fuzz::Require(compact.find('\n') == std::string::npos, "a line end in the compact form");
  const auto third = json::Parse(compact);
  fuzz::Require(third.ok() && Write(third.value()) == written, "the two forms differ");
  return 0;
}
