// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/final_gate.h"

#include <algorithm>
#include <array>
#include <set>

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;

/// What would make the filing say something that is not so.
constexpr std::array kFalse = {
    Kind::kPathEscapes,       Kind::kNotARegularFile,    Kind::kCitationSyntax,   Kind::kUnknownExhibit,
    Kind::kPageOutOfRange,    Kind::kParagraphOutOfRange, Kind::kDanglingAnnex,   Kind::kArgumentMissing,
    Kind::kPagesOfUnpaged,    Kind::kRangeReversed,      Kind::kQuotationNotFound, Kind::kQuotationWrongPage,
    Kind::kQuotationAltered,  Kind::kQuotationStale,      Kind::kQuotationNotShown, Kind::kOcrSidecarNotLocked, Kind::kExhibitMissing,     Kind::kExhibitChanged, Kind::kPictureChanged,   Kind::kExhibitUnreadable,
    Kind::kDerivedChanged,    Kind::kWorkerFailed,       Kind::kExhibitNotConverted, Kind::kTranscriptUnusable, Kind::kGlyphMissing,
    Kind::kPagesDoNotSettle,  Kind::kTemplateInvalid,    Kind::kFilingMissing,    Kind::kReadBackFailed, Kind::kReferenceEmpty};

bool MakesTheFilingFalse(Kind kind) { return std::find(kFalse.begin(), kFalse.end(), kind) != kFalse.end(); }

/// What a person may decide to file all the same, beside the gaps of family 05: a text of law that was
/// chosen by nobody, a time limit that has passed, numbers that contradict one another.
constexpr std::array kToBeAccepted = {Kind::kChoiceOfLawOpen, Kind::kDeadlinePassed, Kind::kClaimFalse,
                                      Kind::kIndexMismatch};

/// Gaps, contradictions and rules whose text was not verified.
bool NeedsAcceptance(const check::CheckedFinding& entry) {
  if (entry.accepted) return false;
  const Kind kind = entry.finding.kind;
  // Marks S and M are warnings; V, read in an earlier version, is a note.
  if (kind == Kind::kRuleNotVerified) return entry.finding.EffectiveLevel() != Level::kNote;
  const bool of_list = std::find(kToBeAccepted.begin(), kToBeAccepted.end(), kind) != kToBeAccepted.end();
  const bool gap = Describe(kind).code.substr(0, 3) == "D05";
  return (of_list || gap) && entry.finding.EffectiveLevel() == Level::kError;
}

}  // namespace

bool RefusesFinal(CheckedCase& checked, const check::CheckResult& result) {
  std::vector<Finding> refusals;
  std::set<std::pair<Kind, std::string>> asked;
  for (const check::CheckedFinding& entry : result.findings) {
    const std::string code(Describe(entry.finding.kind).code);
    if (MakesTheFilingFalse(entry.finding.kind)) {
      refusals.push_back({.kind = Kind::kFinalRefused,
                          .args = {Id(code + ", " + std::string(Describe(entry.finding.kind).name))},
                          .place = entry.finding.place,
                          .exhibits = entry.finding.exhibits,
                          .hint = "mend it, or build without --final"});
    } else if (NeedsAcceptance(entry) && asked.emplace(entry.finding.kind, entry.finding.criterion).second) {
      const std::string what = code + (entry.finding.criterion.empty() ? "" : " of " + entry.finding.criterion);
      refusals.push_back({.kind = Kind::kAcceptanceMissing,
                          .args = {Id(what)},
                          .place = entry.finding.place,
                          .criterion = entry.finding.criterion,
                          .hint = diagnostics::Text("author.yaml: acceptances: [{code: {0}, by: ..., date: ..., reason: ...}]", {Id(code)})});
    }
  }
  for (Finding& refusal : refusals) checked.session->sink.Report(std::move(refusal));
  return !refusals.empty();
}

}  // namespace dossier::driver
