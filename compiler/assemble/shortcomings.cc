// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/shortcomings.h"

#include <algorithm>
#include <array>

#include "compiler/pdf/conformance/conformance.h"

namespace dossier::assemble {

namespace {

using Rule = pdf::ConformanceRule;

/// What comes over with the drawing of a page.
constexpr std::array kOfDrawings = {
    Rule::kArtifactInside,      Rule::kTaggedInArtifact, Rule::kMarkUnbalanced,
    Rule::kMarkInForm,          Rule::kNotdefShown,      Rule::kContentUnreadable,
    Rule::kFontNotEmbedded,     Rule::kFontWithoutUnicode, Rule::kUnicodeUseless,
    Rule::kFontWithoutGlyphMap, Rule::kColourOutsideIntent, Rule::kBlendMode,
    Rule::kInterpolate,         Rule::kLzw};

/// The exhibit on a page (from 0); the first for what has no page and can only be an exhibit's.
std::string ExhibitOf(const pdf::ConformanceFault& fault, const Plan& plan) {
  const bool drawn = std::find(kOfDrawings.begin(), kOfDrawings.end(), fault.rule) != kOfDrawings.end();
  if (!plan.with_exhibits || !drawn) return {};
  int first = plan.brief_pages;
  for (const ExhibitPart& part : plan.exhibits) {
    if (fault.page < 0 || (fault.page >= first && fault.page < first + part.pages)) {
      return part.exhibit;
    }
    first += part.pages;
  }
  return {};
}

}  // namespace

Result<std::vector<Shortcoming>> FindShortcomings(const pdf::OpenedFile& finished, const Plan& plan) {
  const Result<std::vector<pdf::ConformanceFault>> faults =
      pdf::CheckConformance(finished, plan.metadata.archive);
  if (!faults) return faults.failure();
  std::vector<Shortcoming> shortcomings;
  for (const pdf::ConformanceFault& fault : *faults) {
    shortcomings.push_back({.rule = fault.rule,
                            .detail = fault.detail,
                            .page = fault.page + 1,
                            .exhibit = ExhibitOf(fault, plan)});
  }
  return shortcomings;
}

}  // namespace dossier::assemble
