// SPDX-License-Identifier: GPL-3.0-or-later
// Web pages: clean text in blocks, the same each time, and a first paragraph that no page can make
// disappear without a warning.
#include "compiler/xml/html.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

constexpr std::string_view kFirst = "zzfirstzz";

void CheckPage(const xml::HtmlText& page) {
  for (const xml::HtmlBlock& block : page.blocks) {
    Require(!block.text.empty(), "an empty block");
    Require(utf8::IsValid(block.text), "a block that is no UTF-8");
    Require(block.level >= 0 && (block.kind != xml::HtmlBlockKind::kHeading ||
                                 (block.level >= 1 && block.level <= 6)),
            "a level that does not exist");
  }
  const auto& active = page.active_content;
  Require(std::is_sorted(active.begin(), active.end()) &&
              std::adjacent_find(active.begin(), active.end()) == active.end(),
          "active content not sorted or twice");
}

std::string Joined(const xml::HtmlText& page) {
  std::string text;
  for (const xml::HtmlBlock& block : page.blocks) text += block.text + "\n";
  return text;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string input = fuzz::TextOf(data, size);
  const auto page = xml::ReadHtml(input);
  if (page.ok()) {
    fuzz::CheckPage(page.value());
    const auto again = xml::ReadHtml(input);
    fuzz::Require(again.ok() && fuzz::Joined(again.value()) == fuzz::Joined(page.value()),
                  "read twice, two texts");
  }
  const auto led = xml::ReadHtml("<html><body><p>" + std::string(fuzz::kFirst) + "</p>" + input);
  if (led.ok() && led.value().hidden.empty()) {
    fuzz::Require(
        !led.value().blocks.empty() && led.value().blocks.front().text.starts_with(fuzz::kFirst),
        "the first paragraph disappeared");
  }
  return 0;
}
