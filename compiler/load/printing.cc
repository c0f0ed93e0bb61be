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

}  // namespace

void DecodePrint(Fields& fields, model::Print& print) {
  fields.Optional("letterhead", print.letterhead, OneOrMore(kWords));
  fields.Optional("logo", print.logo, kPath);
  fields.Optional("paper", print.paper, Maybe(OneOf(model::PaperNames())));
  fields.Optional("margins", print, Record(DecodeMargins));
  fields.Optional("font", print.font, kId);
  fields.Optional("paragraphs", print.paragraphs, Maybe(OneOf(model::ParagraphNumberingNames())));
  fields.Optional("numbers", print.numbers, Maybe(OneOf(model::NumberPlacementNames())));
  fields.Optional("notes", print.notes, Maybe(OneOf(model::NotePlacementNames())));
  fields.Optional("hyphenate", print.hyphenate, Maybe(kBoolean));
  fields.Optional("citations", print.citations, kPackId);
  fields.Optional("words", print.words, MapOf(kWords));
}

}  // namespace dossier::load
