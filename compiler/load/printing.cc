// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

void DecodeMargins(Fields& fields, model::Print& print) {
  constexpr NumberDecoder kMillimetres{.min = 5, .max = 80};
  fields.Optional("left", print.margin_left, kMillimetres);
  fields.Optional("right", print.margin_right, kMillimetres);
  fields.Optional("top", print.margin_top, kMillimetres);
  fields.Optional("bottom", print.margin_bottom, kMillimetres);
}

/// Words that an optional holds once they are read.
template <typename T, typename Decode>
auto Maybe(Decode decode) {
  return [decode](const Value& value, std::optional<T>& out) {
    decode(value, out.emplace());
  };
}

}  // namespace

void DecodePrint(Fields& fields, model::Print& print) {
  fields.Optional("letterhead", print.letterhead, OneOrMore(kWords));
  fields.Optional("logo", print.logo, kPath);
  fields.Optional("paper", print.paper, Maybe<model::Print::Paper>(OneOf(model::PaperNames())));
  fields.Optional("margins", print, Record(DecodeMargins));
  fields.Optional("font", print.font, kId);
  fields.Optional("paragraphs", print.paragraphs,
                  Maybe<model::Print::Paragraphs>(OneOf(model::ParagraphNumberingNames())));
  fields.Optional("notes", print.notes, Maybe<model::Print::Notes>(OneOf(model::NotePlacementNames())));
  fields.Optional("hyphenate", print.hyphenate, Maybe<bool>(kBoolean));
  fields.Optional("citations", print.citations, kPackId);
  fields.Optional("words", print.words, MapOf(kWords));
}

}  // namespace dossier::load
