// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/citing/citing.h"

#include <algorithm>
#include <utility>

namespace dossier::citing {
namespace {

using model::CitedField;
using model::CitedPart;

std::string ValueOf(CitedField field, const Source& source, const std::string& pin) {
  switch (field) {
    case CitedField::kAuthor:
      return source.author;
    case CitedField::kPublisher:
      return source.publisher;
    case CitedField::kBy:
      return source.author.empty() ? source.publisher : source.author;
    case CitedField::kTitle:
      return source.title;
    case CitedField::kShort:
      return source.short_title;
    case CitedField::kDate:
      return source.date;
    case CitedField::kYear:
      return source.year;
    case CitedField::kIdentifier:
      return source.identifier;
    case CitedField::kPin:
      return pin;
    case CitedField::kUrl:
      return source.url;
    case CitedField::kArchived:
      return source.archived;
    case CitedField::kCaptured:
      return source.captured;
    case CitedField::kNote:
    case CitedField::kExhibit:
      break;
  }
  return {};
}

/// Words of the style next to one another are one run.
void AddWords(const std::string& words, std::vector<Piece>& pieces) {
  if (words.empty()) return;
  if (!pieces.empty() && !pieces.back().field && !pieces.back().italic) {
    pieces.back().words += words;
  } else {
    pieces.push_back({.field = {}, .words = words});
  }
}

}  // namespace

void Mentions::Begin(std::string place) {
  if (!here_.empty()) before_ = std::exchange(here_, {});
  place_ = std::move(place);
}

bool Mentions::IsIbid(const Source& source) const {
  if (!style_.ibid) return false;
  if (!here_.empty()) return here_.back().source == source.id;
  return before_.size() == 1 && before_.front().source == source.id;
}

const model::CitedForm& Mentions::FormOf(model::ExhibitKind kind) const {
  const auto name = style_.kinds.find(kind);
  const auto found = std::find_if(style_.forms.begin(), style_.forms.end(), [&](const auto& form) {
    return name != style_.kinds.end() && form.first == name->second;
  });
  return found == style_.forms.end() ? style_.forms.front().second : found->second;
}

std::vector<Piece> Mentions::Write(const std::vector<CitedPart>& parts, const Source& source,
                                   const std::string& pin) const {
  std::vector<Piece> pieces;
  for (const CitedPart& part : parts) {
    if (!part.field) {
      AddWords(part.before, pieces);
      continue;
    }
    Piece piece{.field = part.field, .words = ValueOf(*part.field, source, pin), .italic = part.italic};
    const bool set_by_document = *part.field == CitedField::kNote || *part.field == CitedField::kExhibit;
    if (*part.field == CitedField::kNote) piece.words = first_.at(source.id);
    if (piece.words.empty() && !set_by_document) continue;
    AddWords(part.before + (part.quoted ? style_.quotation_open : ""), pieces);
    pieces.push_back(std::move(piece));
    AddWords((part.quoted ? style_.quotation_close : "") + part.after, pieces);
  }
  return pieces;
}

std::vector<Piece> Mentions::Mention(const Source& source, const std::string& pin) {
  const bool ibid = IsIbid(source);
  const bool known = first_.contains(source.id);
  const Last last = ibid ? (here_.empty() ? before_.front() : here_.back()) : Last{};
  first_.emplace(source.id, place_);
  here_.push_back({source.id, pin});
  const model::CitedForm& form = FormOf(source.kind);
  if (ibid && known) {
    const bool same = pin.empty() || pin == last.pin;
    // "ibid" without a pinpoint says the same place: of the whole after a page it would say too much.
    if (!same || pin == last.pin) return Write(same ? style_.ibid->same : style_.ibid->other, source, pin);
  }
  const auto& later = form.later.empty() ? style_.later : form.later;
  return Write(known ? later : form.first, source, pin);
}

std::string PinWords(const model::CitationStyle& style, const model::Pinpoint& pinpoint) {
  const auto form = style.pins.find(pinpoint.kind);
  if (form == style.pins.end()) return {};
  std::string words = pinpoint.IsOne() ? form->second.one : form->second.many;
  const std::size_t at = words.find("{0}");
  return at == std::string::npos ? words : words.replace(at, 3, pinpoint.Places());
}

}  // namespace dossier::citing
