// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/trust.h"

#include <algorithm>

namespace dossier::inspect {
namespace {

void SortOnce(std::vector<int>& pages) {
  std::sort(pages.begin(), pages.end());
  pages.erase(std::unique(pages.begin(), pages.end()), pages.end());
}

}  // namespace

std::vector<int> PagesWith(const ExhibitFacts& facts, OddityKind kind) {
  std::vector<int> pages;
  for (const Oddity& oddity : facts.oddities) {
    if (oddity.kind == kind && oddity.page > 0) pages.push_back(oddity.page);
  }
  SortOnce(pages);
  return pages;
}

std::vector<int> UntrustedPages(const ExhibitFacts& facts) {
  if (facts.media != MediaType::kPdf) return {};
  std::vector<int> pages = PagesWith(facts, OddityKind::kRemappedText);
  const std::vector<int> unread = PagesWith(facts, OddityKind::kUnreadPart);
  pages.insert(pages.end(), unread.begin(), unread.end());
  SortOnce(pages);
  return pages;
}

std::vector<PageOrigin> OriginsOf(const ExhibitFacts& facts) {
  std::vector<PageOrigin> origins(static_cast<std::size_t>(facts.pages), PageOrigin::kTextLayer);
  for (const int page : facts.ocr_pages) origins[static_cast<std::size_t>(page - 1)] = PageOrigin::kOcrLayer;
  return origins;
}

}  // namespace dossier::inspect
