// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/bind.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/suggest.h"

namespace dossier::resolve {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using model::Pinpoint;
using model::PinpointKind;
using model::PinpointRange;

namespace {

/// From the first page of the one to the last of the other.
BoundPinpoint Hull(BoundPinpoint a, const BoundPinpoint& b) {
  a.first_page = PageIndex{std::min(a.first_page.value, b.first_page.value)};
  a.last_page = PageIndex{std::max(a.last_page.value, b.last_page.value)};
  return a;
}

/// "380-1" is one article, and "2-1" a page where one is labelled so.
bool IsOneNumber(PinpointKind kind, const PinpointRange& range, const BoundExhibit& bound) {
  if (kind == PinpointKind::kArticle) return true;
  const std::string label = range.first + "-" + range.last;
  return kind == PinpointKind::kPage &&
         std::find(bound.labels.begin(), bound.labels.end(), label) != bound.labels.end();
}

}  // namespace

Binder::Binder(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
               diagnostics::Sink& sink)
    : source_(source),
      exhibits_(exhibits),
      sink_(sink),
      told_not_checkable_(exhibits.size()),
      told_two_countings_(exhibits.size()) {
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    by_id_.emplace(source.exhibits[i].id.value, i);
  }
}

std::optional<std::size_t> Binder::FindExhibit(std::string_view id, Span place) {
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) return found->second;
  Finding finding{.kind = Kind::kUnknownExhibit, .args = {Id(id)}, .place = place};
  std::vector<std::string_view> known;
  known.reserve(source_.exhibits.size());
  for (const model::Exhibit& exhibit : source_.exhibits) known.push_back(exhibit.id.value);
  if (const auto meant = Closest(id, known)) {
    finding.hint = {"write \"{0}\", or register \"{1}\" in exhibits.yaml", {Id(*meant), Id(id)}};
    finding.related.push_back({{"exhibit {0} is registered here", {Id(*meant)}},
                               source_.exhibits[by_id_.find(*meant)->second].id.span});
  } else {
    finding.hint = {"register \"{0}\" in exhibits.yaml, or cite an exhibit that is there",
                    {Id(id)}};
  }
  sink_.Report(std::move(finding));
  return std::nullopt;
}

BoundCitation Binder::Bind(const model::Citation& citation, CitationUse use) {
  BoundCitation out;
  out.source = citation;
  out.use = use;
  const auto read = ParseCitation(citation.text);
  if (const auto* error = std::get_if<CitationError>(&read)) {
    sink_.Report({.kind = Kind::kCitationSyntax,
                  .args = {error->reason},
                  .place = Within(citation.span, citation.text.size(), error->begin, error->end),
                  .hint = "write it as in \"e14 p. 3\", \"e14 pp. 14-16, 20\" or \"e14 para 3\""});
    return out;
  }
  const auto& parsed = std::get<ParsedCitation>(read);
  out.exhibit = parsed.exhibit;
  const std::size_t at = citation.text.find(parsed.exhibit);
  out.exhibit_index = FindExhibit(
      parsed.exhibit, Within(citation.span, citation.text.size(), at, at + parsed.exhibit.size()));
  BindPinpoints(parsed, out);
  return out;
}

void Binder::BindPinpoints(const ParsedCitation& parsed, BoundCitation& out) {
  for (const Pinpoint& pinpoint : parsed.pinpoints) {
    if (!out.pinpoint_text.empty()) out.pinpoint_text += ", ";
    out.pinpoint_text += ToText(pinpoint);
  }
  if (!out.exhibit_index) return;
  const BoundExhibit& bound = exhibits_[*out.exhibit_index];
  Target target = TargetOf(source_.exhibits[bound.index], bound, out.source);
  target.pinpoint = out.pinpoint_text;
  out.resolved = true;
  out.checkable = bound.state == ExhibitState::kUsed || bound.state == ExhibitState::kRejected;
  if (parsed.pinpoints.empty()) {
    const bool asks = out.use == CitationUse::kItem || out.use == CitationUse::kAdverse ||
                      out.use == CitationUse::kAnswer || out.use == CitationUse::kLimb;
    if (asks && out.checkable) ReportNoPinpoint(target);
    return;
  }
  if (!out.checkable) ReportNotCheckable(target);
  for (const Pinpoint& pinpoint : parsed.pinpoints) {
    const bool is_page =
        pinpoint.kind == PinpointKind::kPage || pinpoint.kind == PinpointKind::kPdfPage;
    std::optional<BoundPinpoint> pages;
    for (const PinpointRange& range : pinpoint.ranges) {
      BoundPinpoint found;
      found.kind = pinpoint.kind;
      found.text = ToText(Pinpoint{.kind = pinpoint.kind, .ranges = {range}});
      target.pinpoint = found.text;
      found.checked = out.checkable && !target.unsure;
      const bool joined = IsOneNumber(pinpoint.kind, range, bound);
      if ((!joined && !InOrder(target, range)) || !BindRange(target, range, found))
        out.resolved = false;
      if (is_page && found.has_page) pages = pages ? Hull(*pages, found) : found;
      out.pinpoints.push_back(std::move(found));
    }
    if (is_page) target.pages_before = pages;
  }
}

bool Binder::BindRange(Target& target, const PinpointRange& range, BoundPinpoint& out) {
  if (!out.checked) return true;
  switch (out.kind) {
    case PinpointKind::kAnnex:
      return NarrowToAnnex(target, range, out);
    case PinpointKind::kParagraph:
      return target.bound.paragraphs > 0 ? BindParagraphs(target, range, out)
                                         : BindNumbers(target, range, out);
    case PinpointKind::kPage:
    case PinpointKind::kPdfPage:
      return BindPages(target, range, out);
    case PinpointKind::kSection:
    case PinpointKind::kArticle:
    case PinpointKind::kNote:
      return BindNumbers(target, range, out);
    case PinpointKind::kTimestamp:
      return BindTimes(target, range, out);
  }
  return true;
}

bool Binder::InOrder(const Target& target, const PinpointRange& range) {
  Ordinal first;
  Ordinal last;
  if (!ParseOrdinal(range.first, first) || !ParseOrdinal(range.last, last)) return true;
  if (first.roman != last.roman || first.value <= last.value) return true;
  Finding finding = About(target, Kind::kRangeReversed);
  finding.args = {Id(range.first + "-" + range.last)};
  finding.hint = {"write {0}", {Id(range.last + "-" + range.first)}};
  sink_.Report(std::move(finding));
  return false;
}

void Binder::ReportNotCheckable(const Target& target) {
  // A file that is there but cannot be read has a finding of its own.
  if (!target.exhibit.files.empty() || told_not_checkable_[target.bound.index]) return;
  told_not_checkable_[target.bound.index] = true;
  Finding finding = About(target, Kind::kPinpointNotCheckable);
  finding.args = {Id(target.exhibit.id.value), Id(target.pinpoint)};
  finding.hint =
      diagnostics::Text("add the file of exhibit {0} under files/", {Id(target.exhibit.id.value)});
  sink_.Report(std::move(finding));
}

void Binder::ReportNoPinpoint(const Target& target) {
  const BoundExhibit& bound = target.bound;
  const bool one_place = bound.paged ? bound.pages <= 1 : bound.paragraphs <= 1;
  if (one_place) return;
  Finding finding = About(target, Kind::kNoPinpoint);
  finding.args = {Id(target.exhibit.id.value)};
  finding.hint = bound.paged
                     ? diagnostics::Text("write \"{0} p. N\", with N from 1 to {1}",
                                         {Id(target.exhibit.id.value), Number(bound.pages)})
                     : diagnostics::Text("write \"{0} para N\", with N from 1 to {1}",
                                         {Id(target.exhibit.id.value), Number(bound.paragraphs)});
  sink_.Report(std::move(finding));
}

Finding Binder::About(const Target& target, Kind kind) const {
  return {.kind = kind,
          .place = target.citation.span,
          .exhibits = {target.exhibit.id.value},
          .related = {{"exhibit declared here", target.exhibit.id.span}}};
}

}  // namespace dossier::resolve
