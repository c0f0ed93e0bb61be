// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/finding_json.h"

namespace dossier::report {

using diagnostics::Finding;
using diagnostics::Place;
using diagnostics::Position;
using diagnostics::Sources;

json::Value PlaceAsJson(const Place& place, const Sources& sources) {
  json::Value::Object object;
  if (place.span.known()) {
    const Position begin = sources.PositionOf(place.span.file, place.span.begin);
    const Position end = sources.PositionOf(place.span.file, place.span.end);
    object.emplace_back("file", sources.PathOf(place.span.file));
    object.emplace_back("line", begin.line);
    object.emplace_back("column", begin.column);
    object.emplace_back("end_line", end.line);
    object.emplace_back("end_column", end.column);
    return object;
  }
  object.emplace_back("file", place.path.empty() ? "dossier.yaml" : place.path);
  if (place.page > 0) object.emplace_back("page", place.page);
  if (!place.page_label.empty()) object.emplace_back("page_label", place.page_label);
  if (!place.paragraph.empty()) object.emplace_back("paragraph", place.paragraph);
  return object;
}

json::Value FindingAsJson(const Finding& finding, std::string_view fingerprint, const Sources& sources,
                          bool redact) {
  const auto words = [redact](const diagnostics::Text& text) { return redact ? text.Redacted() : text.Full(); };
  json::Value::Array related;
  for (const diagnostics::Related& entry : finding.related) {
    related.emplace_back(json::Members("message", words(entry.message),
                                       "place", PlaceAsJson(entry.place, sources)));
  }
  json::Value waiver;
  if (finding.waiver) {
    waiver = json::Members("reason", redact ? "[…]" : finding.waiver->reason,
                           "by", redact ? "[…]" : finding.waiver->by,
                           "until", finding.waiver->until);
  }
  const diagnostics::KindEntry& entry = Describe(finding.kind);
  return json::Members("code", entry.code,
                       "name", entry.name,
                       "level", ToString(finding.EffectiveLevel()),
                       "message", redact ? finding.RedactedMessage() : finding.Message(),
                       "subject", json::StringOrNull(finding.subject),
                       "criterion", json::StringOrNull(finding.criterion),
                       "exhibits", json::Strings(finding.exhibits),
                       "place", PlaceAsJson(finding.place, sources),
                       "related", std::move(related),
                       "why", json::StringOrNull(finding.why),
                       "hint", finding.hint.empty() ? json::Value() : json::Value(words(finding.hint)),
                       "certainty", ToString(finding.certainty),
                       "fingerprint", fingerprint,
                       "waiver", std::move(waiver));
}

}  // namespace dossier::report
