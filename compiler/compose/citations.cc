// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/citations.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "compiler/compose/case_view.h"
#include "compiler/compose/index_marks.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::compose {
namespace {

using model::Pinpoint;
using model::PinpointKind;
using resolve::BoundCitation;
using resolve::BoundExhibit;
using resolve::BoundPinpoint;

/// Pages of an exhibit, from 1, both ends in.
struct PageRange {
  int first = 0;
  int last = 0;
  friend bool operator==(const PageRange&, const PageRange&) = default;
};

std::string_view Family(PinpointKind kind) {
  switch (kind) {
    case PinpointKind::kPage:
      return "pin.page";
    case PinpointKind::kPdfPage:
      return "pin.position";
    case PinpointKind::kParagraph:
      return "pin.paragraph";
    case PinpointKind::kSection:
      return "pin.section";
    case PinpointKind::kArticle:
      return "pin.article";
    case PinpointKind::kNote:
      return "pin.note";
    case PinpointKind::kAnnex:
      return "pin.annex";
    case PinpointKind::kTimestamp:
      return "pin.time";
  }
  return "pin.page";
}

std::string PinpointWords(const Strings& strings, const BoundCitation& bound) {
  const auto parsed = resolve::ParseCitation(bound.source.text);
  const auto* citation = std::get_if<resolve::ParsedCitation>(&parsed);
  std::string words;
  if (citation == nullptr) return words;
  for (const Pinpoint& pinpoint : citation->pinpoints) {
    words += ", " + PinpointWords(strings, pinpoint);
  }
  return words;
}

/// Pages to print behind a citation. An annex is where the page after it is looked for, so it
/// speaks only when it stands alone; a citation of the whole leads to its first page. A citation
/// that leads nowhere names no page: a wrong one would be believed.
std::vector<PageRange> CitedPages(const BoundCitation& bound, const BoundExhibit& exhibit) {
  std::vector<PageRange> pages;
  if (!bound.resolved) return pages;
  const bool narrower = std::any_of(
      bound.pinpoints.begin(), bound.pinpoints.end(),
      [](const BoundPinpoint& p) { return p.has_page && p.kind != PinpointKind::kAnnex; });
  for (const BoundPinpoint& pinpoint : bound.pinpoints) {
    if (!pinpoint.has_page || (narrower && pinpoint.kind == PinpointKind::kAnnex)) continue;
    const PageRange range{pinpoint.first_page.Number(), pinpoint.last_page.Number()};
    if (range.first < 1 || range.last > exhibit.pages) continue;
    if (std::find(pages.begin(), pages.end(), range) == pages.end()) pages.push_back(range);
  }
  if (pages.empty() && exhibit.pages > 0) pages.push_back({1, 1});
  return pages;
}

Inlines BundlePages(const Strings& strings, const std::string& id,
                    const std::vector<PageRange>& pages) {
  Inlines out;
  if (pages.empty()) return out;
  const bool one = pages.size() == 1 && pages.front().first == pages.front().last;
  out.push_back(
      Words(", " + std::string(strings.Get(one ? "bundle.one" : "bundle.many")) + "\u00A0"));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (i > 0) out.push_back(Words(", "));
    for (const int page : {pages[i].first, pages[i].last}) {
      if (page == pages[i].last && page != pages[i].first) out.push_back(Words("–"));
      const std::string anchor = PageAnchor(id, page);
      out.push_back(LinkTo(anchor, {PageOf(anchor)}));
      if (pages[i].last == pages[i].first) break;
    }
  }
  return out;
}

/// The label and what follows it, linked to the first page cited, then the pages of the bundle.
Inlines Labelled(const Context& context, const BoundCitation& bound, const std::string& behind) {
  const BoundExhibit& exhibit = context.resolved.exhibits[*bound.exhibit_index];
  const std::string& id = context.source.exhibits[exhibit.index].id.value;
  TextRun name;
  name.text = exhibit.label + behind;
  name.source = bound.source.span;
  const std::vector<PageRange> pages = CitedPages(bound, exhibit);
  Inlines out;
  if (IsAuthority(context.source.exhibits[exhibit.index].kind)) out.push_back(MarkHere(AuthorityMark(id)));
  if (pages.empty()) {
    out.push_back({std::move(name)});
    return out;
  }
  out.push_back(LinkTo(PageAnchor(id, pages.front().first), {{std::move(name)}}));
  Append(out, BundlePages(context.strings, id, pages));
  return out;
}

}  // namespace

std::string PinpointWords(const Strings& strings, const Pinpoint& pinpoint) {
  return strings.Fill(std::string(Family(pinpoint.kind)) + (pinpoint.IsOne() ? ".one" : ".many"),
                      {pinpoint.Places()});
}

Inlines CitationInlines(const Context& context, const model::Citation& citation) {
  const BoundCitation& bound = context.resolved.Of(citation);
  if (!bound.exhibit_index) {
    TextRun run;
    run.text = citation.text;
    run.source = citation.span;
    return {{std::move(run)}};
  }
  return Labelled(context, bound, PinpointWords(context.strings, bound));
}

Inlines ExhibitInlines(const Context& context, const model::Citation& citation) {
  return Labelled(context, context.resolved.Of(citation), {});
}

std::string CitationWords(const Context& context, const model::Citation& citation) {
  const BoundCitation& bound = context.resolved.Of(citation);
  if (!bound.exhibit_index) return citation.text;
  return context.resolved.exhibits[*bound.exhibit_index].label + PinpointWords(context.strings, bound);
}

Inlines CitationList(const Context& context, const std::vector<model::Citation>& citations) {
  Inlines out;
  for (const model::Citation& citation : citations) {
    if (!out.empty()) out.push_back(Words("; "));
    Append(out, CitationInlines(context, citation));
  }
  return out;
}

Inlines CitationGroup(const Context& context, std::string_view text, Span span) {
  Inlines out;
  out.push_back(Words("("));
  Append(out, CitationList(context, resolve::SplitGroup(text, span)));
  out.push_back(Words(")"));
  return out;
}

Inline LabelLink(const Context& context, std::size_t exhibit) {
  const BoundExhibit& bound = context.resolved.exhibits[exhibit];
  return LinkTo(ListAnchor(context.source.exhibits[bound.index].id.value), {Words(bound.label)});
}

Inlines ExhibitPages(const std::string& id, const resolve::BoundExhibit& bound) {
  if (bound.pages == 0) return {Words("–")};
  const std::string first = PageAnchor(id, 1);
  Inlines content = {LinkTo(first, {PageOf(first)})};
  if (bound.pages == 1) return content;
  const std::string last = PageAnchor(id, bound.pages);
  content.push_back(Words("–"));
  content.push_back(LinkTo(last, {PageOf(last)}));
  return content;
}

Inlines PagesTogether(const Context& context, const std::vector<std::size_t>& exhibits) {
  PagesOf pages;
  for (const std::size_t index : exhibits) {
    const std::string& id = context.source.exhibits[index].id.value;
    for (int page = 1; page <= context.resolved.exhibits[index].pages; ++page) {
      pages.anchors.push_back(PageAnchor(id, page));
    }
  }
  if (pages.anchors.empty()) return {Words("–")};
  return {{std::move(pages)}};
}

std::optional<std::size_t> ExhibitNamed(const Context& context, std::string_view id, const xml::Element& element) {
  const std::string* own = element.name == "exhibit" ? element.Attribute("id") : nullptr;
  const model::Exhibit* exhibit = context.source.FindExhibit(own == nullptr ? id : std::string_view(*own));
  if (exhibit == nullptr) return std::nullopt;
  return static_cast<std::size_t>(exhibit - context.source.exhibits.data());
}

}  // namespace dossier::compose
