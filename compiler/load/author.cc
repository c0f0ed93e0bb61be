// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <map>
#include <utility>

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

/// Who decided, when and why: what every decision of a person must say.
template <typename Decision, typename DecodeReason>
void DecodeSignature(Fields& fields, Decision& decision, const DecodeReason& reason) {
  decision.span = fields.span();
  fields.Required("by", decision.by, kString);
  fields.Required("date", decision.date, kDate);
  fields.Required("reason", decision.reason, reason);
}

void DecodeLawChoice(Fields& fields, model::LawChoice& choice) {
  fields.Required("choice", choice.choice, kId);
  fields.Required("option", choice.option, kId);
  fields.Optional("subject", choice.subject, kId);
  DecodeSignature(fields, choice, kWords);
}

void DecodeMaterial(Fields& fields, model::MaterialMark& mark) {
  fields.Required("id", mark.id, kId);
  fields.Optional("says", mark.says, kWords);
  fields.Required("between", mark.between, NonEmpty(OneOrMore(kCitation)));
  fields.Optional("subject", mark.subject, kId);
  fields.Optional("essential", mark.essential, kBoolean);
  DecodeSignature(fields, mark, kString);
}

void DecodeExplanation(Fields& fields, model::Explanation& explanation) {
  fields.Required("of", explanation.of, kId);
  fields.Optional("cites", explanation.cites, OneOrMore(kCitation));
  DecodeSignature(fields, explanation, kString);
}

void DecodeJudgement(Fields& fields, model::Judgement& judgement) {
  fields.Required("criterion", judgement.criterion, kId);
  fields.Required("gate", judgement.gate, kId);
  fields.Optional("subject", judgement.subject, kId);
  DecodeSignature(fields, judgement, kString);
}

/// D0109 for a choice that a person made twice for one subject.
void ReportChosenTwice(const std::vector<model::LawChoice>& choices, diagnostics::Sink& sink) {
  std::map<std::pair<std::string_view, std::string_view>, const model::LawChoice*> seen;
  for (const model::LawChoice& choice : choices) {
    const auto [first, fresh] =
        seen.insert({{choice.choice.value, choice.subject.value}, &choice});
    if (fresh || choice.choice.value.empty()) continue;
    sink.Report({.kind = Kind::kDuplicateId,
                 .args = {diagnostics::Id(choice.choice.value)},
                 .place = choice.choice.span,
                 .related = {{"it is used here already", first->second->choice.span}},
                 .hint = "keep one decision for each subject"});
  }
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
  fields.Optional("choice_of_law", author.choices, ListOf(Record(DecodeLawChoice)));
  fields.Optional("material", author.material, ListOf(Record(DecodeMaterial)));
  fields.Optional("explanations", author.explanations, ListOf(Record(DecodeExplanation)));
  fields.Optional("judgements", author.judgements, ListOf(Record(DecodeJudgement)));
  ReportDuplicateIds(author.material, fields.sink());
  ReportChosenTwice(author.choices, fields.sink());
  for (const auto& [code, level] : author.levels) {
    ReportUnlessCode(code.value, code.span, "levels", fields.sink());
  }
}

}  // namespace dossier::load
