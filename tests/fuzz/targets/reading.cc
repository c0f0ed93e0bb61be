// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine read of pages: a sidecar that is read prints to the same text; answers of a worker
// come back as they were sent, or not at all; words that are located stand in the page, in order, and
// what is compared is confirmed only when it was read.
#include <algorithm>

#include "compiler/reading/codec.h"
#include "compiler/reading/compare.h"
#include "compiler/reading/locate.h"
#include "compiler/reading/sidecar.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckSidecar(const std::string& text) {
  const auto sidecar = reading::ReadSidecar(text);
  if (!sidecar) return Require(!sidecar.failure().reason.empty(), "a failure without a reason");
  const std::string printed = reading::PrintSidecar(*sidecar);
  const auto again = reading::ReadSidecar(printed);
  Require(again.ok() && *again == *sidecar, "what was printed reads as another sidecar");
}

void CheckAnswers(const std::string& bytes) {
  if (const auto page = reading::DecodePage(bytes)) {
    const auto again = reading::DecodePage(reading::Encode(*page));
    Require(again.ok() && *again == *page, "a page did not come back");
  }
  const auto shown = reading::DecodeShown(bytes);
  if (!shown) return;
  for (const reading::Shown& entry : *shown) {
    const reading::Comparison comparison = reading::Compare(entry);
    const bool read = std::any_of(entry.passages.begin(), entry.passages.end(), [](const reading::Passage& passage) {
      return std::any_of(passage.readings.begin(), passage.readings.end(), [](const auto& words) { return !words.empty(); });
    });
    Require(comparison.agreement != reading::Agreement::kConfirmed || read, "confirmed without a reading");
  }
}

void CheckLocate(Pieces input) {
  const std::string quotation = input.Take(input.Byte());
  std::vector<std::string> words;
  while (!input.empty()) words.push_back(input.Take(input.Byte() % 16));
  const std::vector<std::size_t> found = reading::Locate(quotation, words);
  Require(std::is_sorted(found.begin(), found.end()), "words out of order");
  Require(found.empty() || found.back() < words.size(), "a word that is not on the page");
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier::fuzz;  // NOLINT: one function
  const std::string text = TextOf(data, size);
  CheckSidecar(text);
  CheckAnswers(text);
  CheckLocate(Pieces(data, size));
  return 0;
}
