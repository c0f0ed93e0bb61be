// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/report/check_json.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

std::string Padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string Count(int number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace

std::string SummaryAsText(const CheckView& view) {
  if (view.result == nullptr) return "the case could not be loaded; its coverage is not known\n";
  std::string out;
  std::size_t widest = 0;
  for (const evaluate::CriterionCoverage& criterion : view.result->coverage.criteria) {
    if (criterion.pleaded) widest = std::max(widest, criterion.id.size());
  }
  for (const evaluate::CriterionCoverage& criterion : view.result->coverage.criteria) {
    if (!criterion.pleaded) continue;
    out += Padded(std::string(ToString(criterion.verdict)), 14) + "  " + Padded(criterion.id, widest) +
           (criterion.subject.empty() ? "" : "  " + Printable(criterion.subject)) +
           (criterion.accepted ? "  (accepted)" : "") + "\n";
  }
  const check::Summary& summary = view.result->summary;
  out += Count(summary.criteria, "criterion", "criteria") + ", " + Count(summary.errors, "error", "errors") + ", " +
         Count(summary.warnings, "warning", "warnings") + ", " + Count(summary.notes, "note", "notes");
  if (summary.waived > 0) out += ", " + std::to_string(summary.waived) + " waived";
  return out + "\nThese are ratings of coverage by evidence, not of the merits.\n";
}

}  // namespace dossier::report
