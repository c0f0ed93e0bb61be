// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <variant>

#include "compiler/resolve/citation_text.h"
#include "compiler/resolve/gather.h"
#include "compiler/resolve/resolve.h"

namespace dossier::resolve {
namespace {

bool IsOfThePage(const model::Pinpoint& pinpoint) {
  return pinpoint.kind == model::PinpointKind::kPage ||
         pinpoint.kind == model::PinpointKind::kPdfPage ||
         pinpoint.kind == model::PinpointKind::kTimestamp;
}

}  // namespace

std::set<std::string, std::less<>> WantAnchors(const model::Case& source) {
  std::set<std::string, std::less<>> wanted;
  for (const auto& [citation, use] : CitationsOf(source)) {
    const auto read = ParseCitation(citation.text);
    const auto* parsed = std::get_if<ParsedCitation>(&read);
    if (parsed == nullptr) continue;
    const bool all_pages =
        std::all_of(parsed->pinpoints.begin(), parsed->pinpoints.end(), IsOfThePage);
    if (!all_pages) wanted.insert(parsed->exhibit);
  }
  return wanted;
}

}  // namespace dossier::resolve
