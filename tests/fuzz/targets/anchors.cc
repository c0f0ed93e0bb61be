// SPDX-License-Identifier: GPL-3.0-or-later
// What a document numbers itself: places exist and do not run backwards, what was found is found
// again by its number, and nothing that was found is said not to be there.
#include <vector>

#include "compiler/anchors/find_anchors.h"
#include "tests/fuzz/targets/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  fuzz::Pieces pieces(data, size);
  const bool paged = (pieces.Byte() & 1) == 0;
  std::vector<std::string> texts;
  while (!pieces.empty() && texts.size() < 64)
    texts.push_back(pieces.Take(pieces.Byte() * std::size_t{8} + 1));
  std::vector<anchors::Unit> units;
  for (const std::string& text : texts) units.push_back({text, static_cast<int>(units.size())});
  const anchors::AnchorIndex index = FindAnchors(units, paged);
  const int places = static_cast<int>(units.size());
  for (const anchors::Numbering& numbering : index.numberings) {
    int last = 0;
    for (const anchors::Anchor& anchor : numbering.anchors) {
      fuzz::Require(!anchor.number.empty(), "a thing without a number");
      fuzz::Require(anchor.first >= last && anchor.last >= anchor.first && anchor.last < places,
                    "a place that is not there");
      last = anchor.first;
      const anchors::Lookup lookup = Find(index, numbering.kind, anchor.number, {0, places});
      const bool found = lookup.verdict == anchors::Verdict::kFound ||
                         lookup.verdict == anchors::Verdict::kSeveral;
      fuzz::Require(found || numbering.mentioned, "what was found is said not to be there");
    }
  }
  return 0;
}
