// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/resolve/bind.h"

namespace dossier::resolve {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::PinpointKind;

std::string_view Plural(PinpointKind kind) {
  switch (kind) {
    case PinpointKind::kSection:
      return "sections";
    case PinpointKind::kArticle:
      return "articles";
    case PinpointKind::kNote:
      return "notes";
    case PinpointKind::kAnnex:
      return "annexes";
    default:
      return "paragraphs";
  }
}

std::string_view Singular(PinpointKind kind) {
  const std::string_view plural = Plural(kind);
  return kind == PinpointKind::kAnnex ? plural.substr(0, 5) : plural.substr(0, plural.size() - 1);
}

void Binder::ReportNotThere(const Target& target, const Sought& sought, PinpointKind kind) {
  const anchors::Lookup& lookup = sought.lookup;
  const bool dotted = kind == PinpointKind::kParagraph || kind == PinpointKind::kSection;
  std::string what =
      (kind == PinpointKind::kParagraph ? "numbered " : "") + std::string(Plural(kind));
  if (!lookup.within.empty())
    what = "parts of " + std::string(Singular(kind)) + " " + ToText(lookup.within, dotted);
  Finding finding = About(target, Kind::kPinpointNotThere);
  finding.args = {Id(target.pinpoint), Id(target.exhibit.id.value), Id(what),
                  Id(ToText(lookup.from, dotted)), Id(ToText(lookup.to, dotted))};
  finding.hint = "look the passage up in the exhibit, and cite the number that stands there";
  sink_.Report(std::move(finding));
}

void Binder::ReportNotRead(const Target& target, PinpointKind kind, std::string reason) {
  if (!told_not_read_.emplace(target.bound.index, kind).second) return;
  Finding finding = About(target, Kind::kPinpointNotRead);
  finding.args = {Id(target.exhibit.id.value), Id(PinpointInWords(target)), Id(std::move(reason))};
  finding.hint =
      target.bound.paged
          ? diagnostics::Text("look it up, and cite the page, which is checked: \"{0} p. N\"",
                              {Id(target.exhibit.id.value)})
          : diagnostics::Text("look it up, and cite the paragraph as counted here: \"{0} para N\"",
                              {Id(target.exhibit.id.value)});
  if (!target.bound.paged && target.bound.paragraphs == 0) finding.hint = "look it up yourself";
  sink_.Report(std::move(finding));
}

void Binder::ReportTwoPlaces(const Target& target, std::string first, std::string second,
                             diagnostics::Text hint) {
  Finding finding = About(target, Kind::kAmbiguousPinpoint);
  finding.args = {Id(target.pinpoint), Id(target.exhibit.id.value), Id(std::move(first)),
                  Id(std::move(second))};
  finding.hint = std::move(hint);
  sink_.Report(std::move(finding));
}

}  // namespace dossier::resolve
