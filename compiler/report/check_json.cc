// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/check_json.h"

#include <algorithm>
#include <array>

#include "compiler/check/order.h"
#include "compiler/json/value.h"
#include "compiler/json/write.h"
#include "compiler/report/finding_json.h"

namespace dossier::report {
namespace {

using evaluate::CriterionCoverage;
using evaluate::NeedCoverage;
using evaluate::Verdict;
using Array = json::Value::Array;
using Object = json::Value::Object;
using json::Value;

constexpr std::array kVerdicts = {Verdict::kContradicted, Verdict::kOpen,    Verdict::kStale,
                                  Verdict::kThin,         Verdict::kPresumed, Verdict::kCovered,
                                  Verdict::kNotApplicable, Verdict::kUnknown};

Value Hex(const std::optional<Digest>& digest) { return digest ? Value(digest->ToHex()) : Value(); }

Value InputsOf(const CheckView& view) {
  Array inputs;
  for (const InputFile& input : view.inputs) {
    inputs.emplace_back(json::Members("path", input.path,
                                      "sha256", Hex(input.sha256),
                                      "status", NameOf(model::InputStatusNames(), input.status)));
  }
  return inputs;
}

Value SummaryOf(const CheckView& view) {
  check::Summary summary;
  if (view.result != nullptr) summary = view.result->summary;
  Object verdicts;
  for (const Verdict verdict : kVerdicts) {
    const int count = summary.verdicts[static_cast<std::size_t>(verdict)];
    if (count > 0) verdicts.emplace_back(ToString(verdict), count);
  }
  for (const diagnostics::Finding& finding : view.unloaded) {
    switch (finding.EffectiveLevel()) {
      case diagnostics::Level::kError:
        ++summary.errors;
        break;
      case diagnostics::Level::kWarning:
        ++summary.warnings;
        break;
      case diagnostics::Level::kNote:
        ++summary.notes;
        break;
    }
  }
  return json::Members("criteria", summary.criteria,
                       "verdicts", verdicts,
                       "findings", json::Members("error", summary.errors, "warning", summary.warnings, "note", summary.notes),
                       "waived", summary.waived);
}

Value MissingOf(const NeedCoverage& need) {
  Array missing;
  for (const evaluate::MissingEvidence& entry : need.missing) {
    Object object{{"count", std::max(entry.count, 1)}};
    if (!entry.kinds.empty()) {
      Array kinds;
      for (const model::ExhibitKind kind : entry.kinds) kinds.emplace_back(NameOf(model::ExhibitKindNames(), kind));
      object.emplace_back("kind", kinds);
    }
    if (entry.scope) object.emplace_back("scope", NameOf(model::ScopeNames(), *entry.scope));
    if (!entry.condition.empty()) object.emplace_back("condition", entry.condition);
    missing.emplace_back(object);
  }
  return missing;
}

Value NeedsOf(const CriterionCoverage& criterion) {
  Array needs;
  for (const NeedCoverage& need : criterion.needs) {
    needs.emplace_back(json::Members("id", need.id,
                                     "have", need.have,
                                     "want", need.want,
                                     "items", json::Strings(need.items),
                                     "missing", MissingOf(need),
                                     "verdict", ToString(need.verdict),
                                     "weight", NameOf(model::WeightNames(), need.weight)));
  }
  return needs;
}

Value AdverseOf(const CriterionCoverage& criterion) {
  Array adverse;
  for (const evaluate::AdverseCoverage& entry : criterion.adverse) {
    adverse.emplace_back(json::Members("exhibit", entry.exhibit,
                                       "pinpoint", json::StringOrNull(entry.pinpoint),
                                       "answered", entry.answered));
  }
  return adverse;
}

Value AcceptedOf(const CriterionCoverage& criterion, bool redact) {
  if (!criterion.accepted) return {};
  const model::Acceptance& accepted = *criterion.accepted;
  return json::Members("by", redact ? "[…]" : accepted.by,
                       "date", accepted.date.date ? accepted.date.date->ToString() : "pending",
                       "reason", redact ? "[…]" : accepted.reason);
}

void AddCriteria(const CheckView& view, bool redact, json::ObjectStream& out) {
  if (view.result == nullptr) return;
  for (const CriterionCoverage& criterion : view.result->coverage.criteria) {
    out.Item(json::Members("id", criterion.id,
                           "pack", criterion.pack,
                           "revision", criterion.revision,
                           "subject", json::StringOrNull(criterion.subject),
                           "parents", json::Strings(criterion.parents),
                           "verdict", ToString(criterion.verdict),
                           "reason", json::StringOrNull(criterion.reason),
                           "accepted", AcceptedOf(criterion, redact),
                           "reached", json::StringOrNull(criterion.reached.value_or("")),
                           "needs", NeedsOf(criterion),
                           "adverse", AdverseOf(criterion)));
  }
}

std::string_view StatusOf(const resolve::BoundExhibit& bound) {
  switch (bound.state) {
    case resolve::ExhibitState::kUsed:
    case resolve::ExhibitState::kElsewhere:
      return "used";
    case resolve::ExhibitState::kMissing:
      return "missing";
    case resolve::ExhibitState::kUnreadable:
      return "unreadable";
    case resolve::ExhibitState::kRejected:
      return "rejected";
  }
  return "unreadable";
}

void AddExhibits(const CheckView& view, json::ObjectStream& out) {
  if (view.resolved == nullptr) return;
  for (const resolve::BoundExhibit& bound : view.resolved->exhibits) {
    const model::Exhibit& exhibit = view.resolved->source->exhibits[bound.index];
    out.Item(
        json::Members("id", exhibit.id.value,
                      "path", exhibit.files.empty() ? Value() : Value(exhibit.files.front().file.value),
                      "sha256", Hex(bound.sha256),
                      "pages", bound.pages > 0 ? Value(bound.pages) : Value(),
                      "status", StatusOf(bound),
                      "surrogate", exhibit.IsSurrogate()));
  }
}

/// The page of the bundle that the first pinpoint leads to; null where nothing was laid out.
Value BundlePage(const resolve::BoundCitation& citation, const CheckView& view) {
  if (!citation.exhibit_index) return {};
  const auto first = view.first_bundle_pages.find(*citation.exhibit_index);
  if (first == view.first_bundle_pages.end()) return {};
  for (const resolve::BoundPinpoint& pinpoint : citation.pinpoints) {
    if (pinpoint.has_page) return first->second + pinpoint.first_page.value;
  }
  return citation.pinpoints.empty() ? Value(first->second) : Value();
}

void AddCitations(const CheckView& view, json::ObjectStream& out) {
  if (view.resolved == nullptr) return;
  for (const resolve::BoundCitation& citation : view.resolved->citations) {
    const auto quotation = view.quotations.find(citation.source.span);
    out.Item(
        json::Members("exhibit", citation.exhibit.empty() ? citation.source.text : citation.exhibit,
                      "pinpoint", json::StringOrNull(citation.pinpoint_text),
                      "place", PlaceAsJson(citation.source.span, *view.sources),
                      "resolved", citation.resolved,
                      "quotation", quotation == view.quotations.end() ? Value() : Value(quotation->second),
                      "bundle_page", BundlePage(citation, view)));
  }
}

void AddFindings(const CheckView& view, bool redact, json::ObjectStream& out) {
  for (const diagnostics::Finding& finding : view.unloaded) {
    out.Item(FindingAsJson(finding, check::FingerprintOf(finding), *view.sources, redact));
  }
  if (view.result == nullptr) return;
  for (const check::CheckedFinding& entry : view.result->findings) {
    out.Item(FindingAsJson(entry.finding, entry.fingerprint, *view.sources, redact));
  }
}

Value AsOf(const CheckView& view) {
  Object dates;
  if (view.result == nullptr) return dates;
  for (const auto& [name, date] : view.result->coverage.as_of) dates.emplace_back(name, date ? Value(*date) : Value());
  return dates;
}

std::string_view OutcomeOf(const CheckView& view) {
  if (view.result == nullptr) return "not-loaded";
  return view.result->outcome == check::Outcome::kChecked ? "checked" : "nothing-checked";
}

/// A guess at the length of the text; memory that is not used is never touched.
std::size_t SizeOf(const CheckView& view) {
  if (view.result == nullptr) return 0;
  return view.result->findings.size() * 1100 + view.result->coverage.criteria.size() * 1400 +
         view.resolved->exhibits.size() * 150 + view.resolved->citations.size() * 320;
}

}  // namespace

std::string CheckAsJson(const CheckView& view, bool redact) {
  const bool loaded = view.resolved != nullptr;
  json::ObjectStream out(SizeOf(view));
  out.Member("format", 1);
  out.Member("tool", json::Members("name", "dossier", "version", view.tool_version));
  out.Member("outcome", OutcomeOf(view));
  out.Member("dossier", loaded ? json::StringOrNull(view.resolved->source->header.id.value) : Value());
  out.Member("as_of", AsOf(view));
  out.Member("inputs", InputsOf(view));
  out.Member("environment", json::Members("sandbox", view.sandbox));
  out.Member("summary", SummaryOf(view));
  const auto array = [&](std::string_view key, const auto& add) {
    out.BeginArray(key);
    add();
    out.EndArray();
  };
  array("criteria", [&] { AddCriteria(view, redact, out); });
  array("exhibits", [&] { AddExhibits(view, out); });
  array("citations", [&] { AddCitations(view, out); });
  array("findings", [&] { AddFindings(view, redact, out); });
  return out.Finish();
}

}  // namespace dossier::report
