// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/bind.h"

#include <algorithm>
#include <numeric>
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

/// What a pinpoint is looked for in: an exhibit, or the annex of it named before.
struct Binder::Target {
  const model::Exhibit& exhibit;
  const BoundExhibit& bound;
  const model::Citation& citation;
  std::string pinpoint;  // the one at hand, as text
  int first = 0;         // pages [first, end) of the exhibit
  int end = 0;

  [[nodiscard]] int pages() const { return end - first; }
};

namespace {

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// An image: a single thing that people cite by page although its file has none.
bool CountsAsOnePage(const BoundExhibit& bound) { return !bound.paged && bound.paragraphs == 0; }

/// The labels of the pages in words: "its pages are labelled i to 12".
std::string LabelRange(const BoundExhibit& bound, int first, int end) {
  const auto at = [&](int page) { return bound.labels[static_cast<std::size_t>(page)]; };
  return at(first) + " to " + at(end - 1);
}

}  // namespace

Binder::Binder(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
               diagnostics::Sink& sink)
    : source_(source), exhibits_(exhibits), sink_(sink), told_not_checkable_(exhibits.size()) {
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
  Target target{.exhibit = source_.exhibits[bound.index],
                .bound = bound,
                .citation = out.source,
                .pinpoint = out.pinpoint_text,
                .first = 0,
                .end = bound.pages};
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
    target.pinpoint = ToText(pinpoint);
    for (const PinpointRange& range : pinpoint.ranges) {
      BoundPinpoint found;
      found.kind = pinpoint.kind;
      found.text = ToText(Pinpoint{.kind = pinpoint.kind, .ranges = {range}});
      found.checked = out.checkable;
      if (!InOrder(target, range) || !BindRange(target, range, found)) out.resolved = false;
      out.pinpoints.push_back(std::move(found));
    }
  }
}

bool Binder::BindRange(Target& target, const PinpointRange& range, BoundPinpoint& out) {
  if (!out.checked) return true;
  switch (out.kind) {
    case PinpointKind::kAnnex:
      return NarrowToAnnex(target, range, out);
    case PinpointKind::kParagraph:
      return BindParagraphs(target, range, out);
    case PinpointKind::kPage:
    case PinpointKind::kPdfPage:
      return BindPages(target, range, out);
    case PinpointKind::kSection:
    case PinpointKind::kArticle:
    case PinpointKind::kNote:
    case PinpointKind::kTimestamp:
      break;
  }
  out.checked = false;
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

/// Position from 0 in the exhibit, or -1 when there is no such page.
int Binder::PageOf(const Target& target, std::string_view value, PinpointKind kind) {
  Ordinal number;
  const bool is_number = ParseOrdinal(value, number);
  const bool has_position =
      is_number && !number.roman && number.value >= 1 && number.value <= target.pages();
  const int position = has_position ? target.first + static_cast<int>(number.value) - 1 : -1;
  const std::vector<std::string>& labels = target.bound.labels;
  if (kind == PinpointKind::kPdfPage || labels.empty()) return position;
  const auto begin = labels.begin() + target.first;
  const auto end = labels.begin() + target.end;
  auto found = std::find(begin, end, value);
  if (found == end) {
    const std::string wanted = Lower(value);
    found = std::find_if(begin, end, [&](const std::string& l) { return Lower(l) == wanted; });
  }
  if (found == end) {
    // A part without labels of its own is counted; the labels of the others do not speak for it.
    const bool unlabelled = position >= 0 && labels[static_cast<std::size_t>(position)].empty();
    return unlabelled ? position : -1;
  }
  const int page = static_cast<int>(found - labels.begin());
  if (position >= 0 && position != page) {
    Finding finding = About(target, Kind::kAmbiguousPage);
    finding.args = {Id(value), Id(target.exhibit.id.value), Number(page - target.first + 1)};
    finding.hint = {"write \"pdf p. {0}\" for the printed page, \"pdf p. {1}\" for the position",
                    {Number(page - target.first + 1), Id(value)}};
    sink_.Report(std::move(finding));
  }
  return page;
}

bool Binder::BindPages(const Target& target, const PinpointRange& range, BoundPinpoint& out) {
  const PinpointKind kind = out.kind;
  const bool image = CountsAsOnePage(target.bound);
  if (!target.bound.paged && !image) {
    Finding finding = About(target, Kind::kPagesOfUnpaged);
    finding.args = {Id(target.exhibit.id.value)};
    finding.hint = {"write \"{0} para N\", with N from 1 to {1}",
                    {Id(target.exhibit.id.value), Number(target.bound.paragraphs)}};
    sink_.Report(std::move(finding));
    return false;
  }
  if (image && target.pages() == 0) return true;  // not converted yet: D0706 says so
  const int first = PageOf(target, range.first, kind);
  const int last = range.last == range.first ? first : PageOf(target, range.last, kind);
  if (first < 0) ReportPageOutOfRange(target, range.first, kind);
  if (last < 0 && range.last != range.first) ReportPageOutOfRange(target, range.last, kind);
  if (first < 0 || last < 0) return false;
  out.first_page = PageIndex{std::min(first, last)};
  out.last_page = PageIndex{std::max(first, last)};
  out.has_page = true;
  return true;
}

bool Binder::BindParagraphs(const Target& target, const PinpointRange& range, BoundPinpoint& out) {
  if (target.bound.paragraphs == 0) {  // paragraphs of a paged file are not counted
    out.checked = false;
    return true;
  }
  Ordinal first;
  Ordinal last;
  for (const auto& [word, number] : {std::pair{&range.first, &first}, {&range.last, &last}}) {
    const bool there = ParseOrdinal(*word, *number) && !number->roman && number->value >= 1 &&
                       number->value <= target.bound.paragraphs;
    if (there) continue;
    Finding finding = About(target, Kind::kParagraphOutOfRange);
    finding.args = {Id(*word), Id(target.exhibit.id.value), Number(target.bound.paragraphs)};
    finding.hint = {"cite a paragraph from 1 to {0}: \"{1} para {0}\"",
                    {Number(target.bound.paragraphs), Id(target.exhibit.id.value)}};
    sink_.Report(std::move(finding));
    return false;
  }
  const auto page_of = [&](long number) {
    const std::size_t index = static_cast<std::size_t>(number - 1);
    return index < target.bound.paragraph_pages.size() ? target.bound.paragraph_pages[index] : 0;
  };
  const int from = page_of(first.value);
  const int to = page_of(last.value);
  if (from < 1 || to < from || to > target.bound.pages) return true;
  out.first_page = PageIndex::FromNumber(from);
  out.last_page = PageIndex::FromNumber(to);
  out.has_page = true;
  return true;
}

bool Binder::NarrowToAnnex(Target& target, const PinpointRange& range, BoundPinpoint& out) {
  const std::string wanted = Lower(range.first);
  int page = 0;
  for (std::size_t i = 0; i < target.exhibit.files.size(); ++i) {
    const int pages = i < target.bound.part_pages.size() ? target.bound.part_pages[i] : 0;
    const std::string label = Lower(target.exhibit.files[i].label);
    if (!label.empty() && (label == wanted || label == "annex " + wanted)) {
      target.first = page;
      target.end = page + pages;
      out.has_page = pages > 0;
      out.first_page = PageIndex{page};
      out.last_page = PageIndex{std::max(page, page + pages - 1)};
      return true;
    }
    page += pages;
  }
  Finding finding = About(target, Kind::kDanglingAnnex);
  finding.args = {Id(target.exhibit.id.value), Id(range.first)};
  std::string known;
  for (const model::ExhibitPart& part : target.exhibit.files) {
    if (!part.label.empty()) known += (known.empty() ? "" : ", ") + part.label;
  }
  finding.hint = known.empty() ? diagnostics::Text(
                                     "this exhibit has no parts: add `parts:` with "
                                     "labels, or cite its pages")
                               : diagnostics::Text("its parts are: {0}", {known});
  sink_.Report(std::move(finding));
  return false;
}

void Binder::ReportPageOutOfRange(const Target& target, std::string_view value, PinpointKind kind) {
  Finding finding = About(target, Kind::kPageOutOfRange);
  const std::string& id = target.exhibit.id.value;
  finding.args = {Id(value), Id(id), Number(target.pages())};
  const bool by_label = kind == PinpointKind::kPage && !target.bound.labels.empty();
  if (target.pages() < 1) {
    finding.hint = {"exhibit {0} has no page to cite", {Id(id)}};
  } else if (by_label) {
    finding.hint = {
        "its pages are labelled {0}; for a position write \"{1} pdf p. {2}\"",
        {LabelRange(target.bound, target.first, target.end), Id(id), Number(target.pages())}};
  } else {
    finding.hint = {"cite a page from 1 to {0}: \"{1} p. {0}\"", {Number(target.pages()), Id(id)}};
  }
  sink_.Report(std::move(finding));
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
