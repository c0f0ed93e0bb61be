// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using diagnostics::Kind;

/// A code or a name of a finding.
void ReportUnlessCode(const std::string& code, Span span, std::string_view key,
                      diagnostics::Sink& sink) {
  if (code.empty() || diagnostics::KindByCode(code)) return;
  sink.Report({.kind = Kind::kUnknownValue,
               .args = {code, diagnostics::Id(key)},
               .place = span,
               .hint = "write a code such as D0502; `dossier explain` names them all"});
}

void DecodeWaiver(Fields& fields, model::AuthorWaiver& waiver) {
  waiver.span = fields.span();
  fields.Required("code", waiver.code, kString);
  fields.Optional("criterion", waiver.criterion, kId);
  fields.Optional("subject", waiver.subject, kId);
  fields.Optional("exhibit", waiver.exhibit, kId);
  fields.Optional("file", waiver.file, kString);
  fields.Required("reason", waiver.reason, kString);
  fields.Required("by", waiver.by, kString);
  fields.Required("until", waiver.until, kDate);
  ReportUnlessCode(waiver.code.value, waiver.code.span, "code", fields.sink());
}

void DecodeAcceptance(Fields& fields, model::Acceptance& acceptance) {
  acceptance.span = fields.span();
  fields.Optional("code", acceptance.code, kString);
  fields.Optional("criterion", acceptance.criterion, kId);
  fields.Optional("subject", acceptance.subject, kId);
  fields.Required("by", acceptance.by, kString);
  fields.Required("date", acceptance.date, kDate);
  fields.Required("reason", acceptance.reason, kString);
  ReportUnlessCode(acceptance.code, fields.SpanOf("code"), "code", fields.sink());
}

void DecodeLevel(const Value& value, std::string& level) {
  constexpr std::array<std::string_view, 3> kLevels = {"error", "warning", "note"};
  kString(value, level);
  if (!value.node.is_scalar() || diagnostics::ParseLevel(level)) return;
  ReportUnknownValue(value, {kLevels.begin(), kLevels.end()});
}

}  // namespace

void DecodeAuthor(Fields& fields, model::Author& author) {
  fields.Optional("waivers", author.waivers, ListOf(Record(DecodeWaiver)));
  fields.Optional("acceptances", author.acceptances, ListOf(Record(DecodeAcceptance)));
  fields.Optional("levels", author.levels, MapOf(DecodeLevel));
  fields.Reserved("explanations");
  fields.Reserved("material");
  fields.Reserved("choice_of_law");
  for (const auto& [code, level] : author.levels) {
    ReportUnlessCode(code.value, code.span, "levels", fields.sink());
  }
}

}  // namespace dossier::load
