// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

/// A transcript says who made it.
void DecodeTranscript(Fields& fields, model::ExhibitPart& part) {
  fields.Optional("transcript", part.transcript, kPath);
  fields.Optional("transcript_by", part.transcript_by, kString);
  const bool named = fields.Has("transcript");
  if (named == fields.Has("transcript_by")) return;
  fields.sink().Report({.kind = Kind::kMissingKey,
                        .args = {Id(named ? "transcript_by" : "transcript")},
                        .place = fields.SpanOf(named ? "transcript" : "transcript_by"),
                        .hint = named ? "say who wrote the transcript: transcript_by: NAME" : "name the file: transcript: files/NAME.vtt"});
}

void DecodePart(Fields& fields, model::ExhibitPart& part) {
  fields.Optional("label", part.label, kString);
  fields.Required("file", part.file, kPath);
  DecodeTranscript(fields, part);
}

void DecodeDates(Fields& fields, model::Exhibit& exhibit) {
  fields.Optional("event", exhibit.event, kDate);
  fields.Optional("published", exhibit.published, kDate);
  fields.Optional("captured", exhibit.captured, kDate);
  fields.Optional("received", exhibit.received, kDate);
}

void DecodeTranslation(Fields& fields, std::optional<model::Translation>& translation) {
  translation.emplace();
  fields.Required("of", translation->of, kId);
  fields.Optional("by", translation->by, kString);
  fields.Optional("certified", translation->certified, kBoolean);
}

void DecodePageLanguageRecord(Fields& fields, model::PageLanguage& language) {
  fields.Required("language", language.language, kLanguage);
  fields.Required("pages", language.pages, kString);
}

void DecodeIndex(Fields& fields, std::optional<model::IndexEdition>& index) {
  index.emplace();
  fields.Required("product", index->product, kString);
  fields.Required("edition", index->edition, kString);
  fields.Optional("of", index->of, kDecimal);
}

void DecodeOriginal(Fields& fields, std::optional<model::Original>& original) {
  original.emplace();
  original->span = fields.span();
  fields.Optional("file", original->file, kPath);
  fields.Optional("held_by", original->held_by, kString);
  fields.RequireSomeOf("an original", {"file", "held_by"});
}

void DecodeProof(const Value& value, model::TimeProof& proof) { kPath(value, proof.file); }

/// A language of the whole, or of some pages.
void DecodePageLanguage(const Value& value, model::PageLanguage& language) {
  if (value.node.is_map()) return Record(DecodePageLanguageRecord)(value, language);
  kLanguage(value, language.language);
}

/// The transcript of a part stands in the part.
void ReportStrayTranscript(Fields& fields) {
  if (!fields.Has("transcript")) return;
  fields.sink().Report({.kind = Kind::kWrongType,
                        .args = {Id("transcript"), Id("to stand beside \"file\""), Id("without one")},
                        .place = fields.SpanOf("transcript"),
                        .hint = "name the recording as \"file\", or put the transcript into its part"});
}

/// `file:` is short for one part without a label.
void DecodeFiles(Fields& fields, std::vector<model::ExhibitPart>& files) {
  model::ExhibitPart alone;
  fields.Optional("file", alone.file, kPath);
  fields.Optional("parts", files, ListOf(Record(DecodePart)));
  DecodeTranscript(fields, alone);
  if (alone.file.value.empty()) return ReportStrayTranscript(fields);
  if (fields.Has("parts")) {
    fields.sink().Report({.kind = Kind::kWrongType,
                          .args = {Id("file"), Id("to stand alone"), Id("beside \"parts\"")},
                          .place = fields.SpanOf("parts"),
                          .related = {{"the single file stands here", fields.SpanOf("file")}},
                          .hint = "keep one of the two"});
    return;
  }
  files.push_back(std::move(alone));
}

void DecodeCustodyStep(Fields& fields, model::CustodyStep& step) {
  fields.Required("at", step.at, kDate);
  fields.Required("by", step.by, kString);
  fields.Required("action", step.action, kString);
  fields.Optional("tool", step.tool, kString);
}

void DecodeLetter(Fields& fields, std::optional<model::Letter>& letter) {
  letter.emplace();
  fields.Required("from", letter->from, kString);
  fields.Required("to", letter->to, OneOrMore(kString));
  fields.Required("sent", letter->sent, kDate);
  fields.Optional("channel", letter->channel, kString);
  fields.Optional("answers", letter->answers, kId);
}

void DecodeSection(Fields& fields, model::Section& section) {
  fields.Required("id", section.id, kId);
  fields.Required("label", section.label, kString);
  fields.Required("title", section.title, kWords);
}

void DecodeExhibit(Fields& fields, model::Exhibit& exhibit) {
  fields.Required("id", exhibit.id, kId);
  fields.Required("title", exhibit.title, kWords);
  fields.Required("kind", exhibit.kind, OneOf(model::ExhibitKindNames()));
  fields.Optional("nature", exhibit.nature, OneOf(model::NatureNames()));
  fields.Required("scope", exhibit.scope, OneOf(model::ScopeNames()));
  fields.Optional("publisher", exhibit.publisher, kId);
  fields.Optional("origin", exhibit.origin, OneOrMore(kString));
  fields.Optional("surrogate", exhibit.surrogate, kBoolean);
  fields.Optional("label", exhibit.label, kString);
  fields.Optional("submitted", exhibit.submitted, kId);
  fields.Optional("dates", exhibit, Record(DecodeDates));
  DecodeFiles(fields, exhibit.files);
  fields.Optional("url", exhibit.url, kString);
  fields.Optional("archived", exhibit.archived, kString);
  fields.Optional("identifier", exhibit.identifiers, OneOrMore(kString));
  fields.Required("language", exhibit.languages, OneOrMore(DecodePageLanguage));
  fields.Optional("translation", exhibit.translation, Record(DecodeTranslation));
  fields.Optional("author", exhibit.author, kString);
  fields.Optional("index", exhibit.index, Record(DecodeIndex));
  fields.Optional("latest_edition", exhibit.latest_edition, kDate);
  fields.Optional("capture", exhibit.capture, Record(DecodeCapture));
  fields.Optional("custody", exhibit.custody, ListOf(Record(DecodeCustodyStep)));
  fields.Optional("collected_by", exhibit.collected_by, kString);
  fields.Optional("received_from", exhibit.received_from, kString);
  fields.Optional("original", exhibit.original, Record(DecodeOriginal));
  fields.Optional("proofs", exhibit.proofs, OneOrMore(DecodeProof));
  fields.Optional("letter", exhibit.letter, Record(DecodeLetter));
}

}  // namespace

void DecodeCapture(Fields& fields, std::optional<model::Capture>& capture) {
  capture.emplace();
  fields.Optional("by", capture->by, kString);
  fields.Optional("tool", capture->tool, kString);
  fields.Optional("html", capture->html, kBoolean);
  fields.Optional("screenshot", capture->screenshot, kBoolean);
}

void DecodeExhibits(Fields& fields, model::Case& loaded) {
  const std::size_t before = loaded.exhibits.size();
  model::Section section;
  fields.Optional("section", section, Record(DecodeSection));
  fields.Required("exhibits", loaded.exhibits, ListOf(Record(DecodeExhibit)));
  if (!fields.Has("section")) return;
  loaded.sections.push_back(std::move(section));
  for (std::size_t i = before; i < loaded.exhibits.size(); ++i) {
    loaded.exhibits[i].section = loaded.sections.back().id.value;
  }
}

}  // namespace dossier::load
