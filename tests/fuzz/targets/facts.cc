// SPDX-License-Identifier: GPL-3.0-or-later
// Facts of an exhibit: what a hostile worker may say is coherent and harmless once it is read, and
// writing and reading it changes nothing more.
#include "compiler/foundation/utf8.h"
#include "compiler/inspect/facts_codec.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckText(std::string_view text) {
  Require(utf8::IsValid(text), "a text that is no UTF-8");
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    Require(byte >= 0x20 || byte == '\n', "a control character in a text");
    Require(byte != 0x7F, "a control character in a text");
  }
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const auto facts = inspect::DecodeFacts(fuzz::TextOf(data, size));
  if (!facts.ok()) return 0;
  const auto pages = static_cast<std::size_t>(facts.value().pages);
  fuzz::Require(facts.value().pages >= 0, "less than no pages");
  fuzz::Require(facts.value().labels.empty() || facts.value().labels.size() == pages,
                "labels of other pages");
  fuzz::Require(facts.value().page_text.empty() || facts.value().page_text.size() == pages,
                "texts of other pages");
  for (const std::string& text : facts.value().page_text) fuzz::CheckText(text);
  for (const inspect::TextBlock& block : facts.value().blocks) fuzz::CheckText(block.text);
  for (const std::string& warning : facts.value().warnings) fuzz::CheckText(warning);
  for (const std::string& name : facts.value().active_content) fuzz::CheckText(name);
  const auto again = inspect::DecodeFacts(inspect::EncodeFacts(facts.value()));
  fuzz::Require(again.ok() && again.value() == facts.value(), "facts changed on the way");
  return 0;
}
