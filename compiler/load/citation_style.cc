// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/citation_style.h"

#include <algorithm>

#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using model::CitationStyle;
using model::CitedForm;
using model::CitedPart;

constexpr model::Named<CitationStyle::Placement> kPlacements[] = {
    {CitationStyle::Placement::kNotes, "notes"}, {CitationStyle::Placement::kText, "text"}};

constexpr model::Named<model::PinpointKind> kPins[] = {
    {model::PinpointKind::kPage, "page"},           {model::PinpointKind::kPdfPage, "position"},
    {model::PinpointKind::kParagraph, "paragraph"}, {model::PinpointKind::kSection, "section"},
    {model::PinpointKind::kArticle, "article"},     {model::PinpointKind::kNote, "note"},
    {model::PinpointKind::kAnnex, "annex"},         {model::PinpointKind::kTimestamp, "time"}};

/// Words with the spaces at their ends, which are what matters here.
void DecodeWords(const Value& value, std::string& out) {
  if (!value.node.is_scalar()) return ReportWrongType(value, "words");
  out = value.node.text;
}

void DecodePart(Fields& fields, CitedPart& part) {
  fields.Optional("field", part.field, Maybe(OneOf(model::CitedFieldNames())));
  fields.Optional("before", part.before, DecodeWords);
  fields.Optional("after", part.after, DecodeWords);
  fields.Optional("italic", part.italic, kBoolean);
  fields.Optional("quoted", part.quoted, kBoolean);
}

const auto kParts = NonEmpty(ListOf(Record(DecodePart)));

void DecodeForm(Fields& fields, CitedForm& form) {
  fields.Required("first", form.first, kParts);
  fields.Optional("later", form.later, kParts);
}

void DecodeIbid(Fields& fields, std::optional<model::IbidForm>& ibid) {
  ibid.emplace();
  fields.Required("same", ibid->same, kParts);
  fields.Required("other", ibid->other, kParts);
}

void DecodePin(Fields& fields, model::PinForm& pin) {
  fields.Required("one", pin.one, DecodeWords);
  fields.Required("many", pin.many, DecodeWords);
}

void DecodePins(Fields& fields, std::map<model::PinpointKind, model::PinForm>& pins) {
  for (const auto& [kind, name] : kPins) {
    model::PinForm pin;
    if (!fields.Has(name)) {
      fields.Reserved(name);
      continue;
    }
    fields.Required(name, pin, Record(DecodePin));
    pins.emplace(kind, std::move(pin));
  }
}

/// kind: form, for as many kinds as have one of their own.
void DecodeKinds(const Value& value, CitationStyle& style) {
  if (!value.node.is_map()) return ReportWrongType(value, "a map");
  std::vector<std::string_view> forms;
  for (const auto& [name, form] : style.forms) forms.push_back(name);
  for (const yaml::Entry& entry : value.node.entries) {
    const auto kind = model::ValueOf(model::ExhibitKindNames(), entry.key);
    if (!kind) {
      value.sink.Report({.kind = diagnostics::Kind::kUnknownKey,
                         .args = {diagnostics::Id(entry.key)},
                         .place = entry.key_span});
    } else if (std::find(forms.begin(), forms.end(), entry.value.text) == forms.end()) {
      ReportUnknownValue({entry.value, entry.key, value.sink}, forms);
    } else {
      style.kinds.emplace(*kind, entry.value.text);
    }
  }
}

void DecodeSource(Fields& fields, CitationStyle& style) {
  fields.Required("instrument", style.instrument, kString);
  fields.Optional("url", style.url, kString);
  fields.Required("read", style.read, kDate);
  fields.Required("verified", style.verified, OneOf(model::VerificationNames()));
}

void DecodeStyle(Fields& fields, CitationStyle& style) {
  fields.Required("id", style.id, kId);
  fields.Required("title", style.title, kWords);
  fields.Required("source", style, Record(DecodeSource));
  fields.Required("placement", style.placement, OneOf<CitationStyle::Placement>(kPlacements));
  fields.Optional("mark_after_punctuation", style.mark_after_punctuation, kBoolean);
  fields.Optional("separator", style.separator, DecodeWords);
  fields.Optional("end", style.end, DecodeWords);
  std::vector<std::string> marks;
  fields.Optional("quotation_marks", marks, ListOf(DecodeWords));
  if (marks.size() == 2) {
    style.quotation_open = marks[0];
    style.quotation_close = marks[1];
  } else if (!marks.empty()) {
    fields.ReportWrong("quotation_marks", "an opening and a closing mark", "a list of another length");
  }
  fields.Optional("pins", style.pins, Record(DecodePins));
  fields.Optional("ibid", style.ibid, Record(DecodeIbid));
  fields.Required("later", style.later, kParts);
  std::vector<std::pair<model::Text, CitedForm>> forms;
  fields.Required("forms", forms, NonEmpty(MapOf(Record(DecodeForm))));
  for (auto& [name, form] : forms) style.forms.emplace_back(name.value, std::move(form));
  fields.Optional("kinds", style, DecodeKinds);
}

/// A first mention cannot refer to itself.
bool RefersToNote(const std::vector<CitedPart>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const CitedPart& part) {
    return part.field == model::CitedField::kNote;
  });
}

}  // namespace

std::optional<model::CitationStyle> DecodeCitationStyle(const yaml::Node& root, diagnostics::Sink& sink) {
  model::CitationStyle style;
  const std::size_t before = sink.findings().size();
  DecodeFile(root, sink, style, DecodeStyle);
  for (const auto& [name, form] : style.forms) {
    if (RefersToNote(form.first)) {
      sink.Report({.kind = diagnostics::Kind::kWrongType,
                   .args = {diagnostics::Id(name), diagnostics::Id("a first mention in full"),
                            diagnostics::Id("a reference to an earlier note")},
                   .place = root.span});
    }
  }
  if (sink.findings().size() > before) return std::nullopt;
  return style;
}

}  // namespace dossier::load
