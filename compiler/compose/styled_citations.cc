// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/styled_citations.h"

#include <utility>
#include <variant>

#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/index_marks.h"
#include "compiler/foundation/joined.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::compose {
namespace {

using model::CitedField;

/// "Alders" of "Alders v. Northland": a later mention of a case names its first party.
std::string FirstParty(const std::string& title) {
  for (const std::string_view between : {" v. ", " v ", " prieš ", " против "}) {
    if (const std::size_t at = title.find(between); at != std::string::npos) return title.substr(0, at);
  }
  return title;
}

citing::Source SourceOf(const Context& context, const model::Exhibit& exhibit) {
  citing::Source source;
  source.id = exhibit.id.value;
  source.kind = exhibit.kind;
  source.author = exhibit.author;
  if (!exhibit.publisher.value.empty()) source.publisher = context.NameOf(exhibit.publisher.value);
  source.title = context.Say(exhibit.title);
  const bool names_itself = exhibit.kind == model::ExhibitKind::kJudgment || exhibit.kind == model::ExhibitKind::kLaw;
  source.short_title = exhibit.author.empty() ? source.publisher : exhibit.author;
  if (names_itself || source.short_title.empty()) source.short_title = FirstParty(source.title);
  const model::CaseDate& date = exhibit.published.date ? exhibit.published : exhibit.event;
  source.date = context.strings.DateInWords(date);
  if (date.date) source.year = std::to_string(date.date->year());
  source.identifier = Joined(IdentifiersOf(exhibit), ", ");
  source.url = exhibit.url;
  source.archived = exhibit.archived;
  source.captured = context.strings.DateInWords(exhibit.captured);
  return source;
}

std::string PinsOf(const Context& context, const model::CitationStyle& style, const model::Citation& citation) {
  const auto parsed = resolve::ParseCitation(citation.text);
  const auto* known = std::get_if<resolve::ParsedCitation>(&parsed);
  std::string words;
  if (known == nullptr) return words;
  for (const model::Pinpoint& pinpoint : known->pinpoints) {
    std::string one = citing::PinWords(style, pinpoint);
    if (one.empty()) one = PinpointWords(context.strings, pinpoint);
    words += (words.empty() ? "" : ", ") + one;
  }
  return words;
}

/// Names, dates and references are not parted by a hyphen; titles may be.
bool IsWhole(const std::optional<CitedField>& field) {
  return field && *field != CitedField::kTitle && *field != CitedField::kShort;
}

}  // namespace

Inlines StyledCitations::MentionOf(const model::Citation& citation) {
  const resolve::BoundCitation& bound = context_.resolved.Of(citation);
  if (!bound.exhibit_index) return CitationInlines(context_, citation);
  const model::Exhibit& exhibit =
      context_.source.exhibits[context_.resolved.exhibits[*bound.exhibit_index].index];
  Inlines out;
  if (IsAuthority(exhibit.kind)) out.push_back(MarkHere(AuthorityMark(exhibit.id.value)));
  for (citing::Piece& piece : mentions_.Mention(SourceOf(context_, exhibit), PinsOf(context_, style_, citation))) {
    if (piece.field == CitedField::kExhibit) {
      Append(out, ExhibitInlines(context_, citation));
    } else if (piece.field == CitedField::kNote) {
      out.push_back({NumberOf{.anchor = std::move(piece.words)}});
    } else if (piece.field == CitedField::kUrl || piece.field == CitedField::kArchived) {
      out.push_back(Address(piece.words));
    } else {
      TextRun run;
      run.text = std::move(piece.words);
      run.face = piece.italic ? Face::kItalic : Face::kRegular;
      run.whole = IsWhole(piece.field);
      run.source = citation.span;
      out.push_back({std::move(run)});
    }
  }
  return out;
}

std::string StyledCitations::BeginNote() {
  std::string place = "citation." + std::to_string(++places_);
  mentions_.Begin(place);
  return place;
}

Inlines StyledCitations::Group(std::string_view text, Span span, bool in_note) {
  const bool notes = style_.placement == model::CitationStyle::Placement::kNotes;
  std::string place;
  if (!in_note) place = BeginNote();
  Inlines mentions;
  for (const model::Citation& citation : resolve::SplitGroup(text, span)) {
    if (!mentions.empty()) mentions.push_back(Words(style_.separator));
    Append(mentions, MentionOf(citation));
  }
  if (in_note) return mentions;
  Inlines out;
  if (notes) {
    if (!style_.end.empty()) mentions.push_back(Words(style_.end));
    out.push_back({Note{.content = {Para(std::move(mentions))}, .anchor = std::move(place)}});
    return out;
  }
  out.push_back(Words("("));
  Append(out, std::move(mentions));
  out.push_back(Words(")"));
  return out;
}

}  // namespace dossier::compose
