// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/resolve/bind.h"

namespace dossier::resolve {

using anchors::AnchorKind;
using anchors::Verdict;
using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::PinpointKind;
using model::PinpointRange;

namespace {

AnchorKind AnchorKindOf(PinpointKind kind) {
  switch (kind) {
    case PinpointKind::kSection:
      return AnchorKind::kSection;
    case PinpointKind::kArticle:
      return AnchorKind::kArticle;
    case PinpointKind::kNote:
      return AnchorKind::kNote;
    case PinpointKind::kAnnex:
      return AnchorKind::kAnnex;
    default:
      return AnchorKind::kParagraph;
  }
}

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

/// "380-1", "12-3": an article that was put in later, since a range runs forward.
std::optional<identifiers::Number> JoinedArticle(PinpointKind kind, const PinpointRange& range) {
  if (kind != PinpointKind::kArticle || range.first == range.last) return {};
  const auto first = identifiers::Value(range.first);
  const auto last = identifiers::Value(range.last);
  if (!first || !last || *last > *first) return {};
  return identifiers::ParseNumber(range.first + "-" + range.last);
}

bool IsFound(const anchors::Lookup& lookup) {
  return lookup.verdict == Verdict::kFound || lookup.verdict == Verdict::kSeveral;
}

}  // namespace

/// Asks every file of the exhibit. What one file has, the others need not have.
Binder::Sought Binder::Seek(const Target& target, AnchorKind kind, const identifiers::Number& number) {
  Sought out;
  bool all_end = true;
  for (const Scope& scope : target.scopes) {
    if (scope.part->anchors == nullptr) {
      out.whole = all_end = false;
      continue;
    }
    out.read = true;
    out.whole = out.whole && scope.part->anchors->whole;
    anchors::Lookup lookup = anchors::Find(*scope.part->anchors, kind, number, scope.window);
    if (IsFound(lookup)) {
      if (out.part != nullptr) {
        if (out.lookup.verdict == Verdict::kFound) {
          out.lookup.verdict = Verdict::kSeveral;
          out.lookup.other = lookup.first;
          out.other = scope.part;
        }
        continue;
      }
      out.lookup = std::move(lookup);
      out.part = out.other = scope.part;
      continue;
    }
    all_end = all_end && lookup.verdict == Verdict::kNotThere;
    if (out.part == nullptr && (!out.lookup.numbered || lookup.numbered)) out.lookup = std::move(lookup);
  }
  if (out.lookup.verdict == Verdict::kNotThere && !all_end) out.lookup.verdict = Verdict::kUnknown;
  return out;
}

bool Binder::BindNumbers(Target& target, const PinpointRange& range, BoundPinpoint& out) {
  if (const auto joined = JoinedArticle(out.kind, range)) {
    target.article = *joined;
    return BindNumber(target, *joined, out);
  }
  if (!InOrder(target, range)) return false;
  bool there = true;
  BoundPinpoint last = out;
  for (const std::string* word : {&range.first, &range.last}) {
    if (word == &range.last && range.last == range.first) break;
    BoundPinpoint& end = word == &range.first ? out : last;
    auto number = identifiers::ParseNumber(*word);
    if (!number) {
      end.checked = false;
      ReportNotRead(target, out.kind, "\"" + *word + "\" is no number that a document would carry");
      continue;
    }
    if (out.kind == PinpointKind::kArticle) target.article = *number;
    there = BindNumber(target, *number, end) && there;
  }
  if (range.first == range.last) return there;
  out.checked = out.checked && last.checked;
  out.has_page = out.has_page && last.has_page;
  out.last_page = PageIndex{std::max(out.last_page.value, last.last_page.value)};
  return there;
}

bool Binder::BindNumber(const Target& target, const identifiers::Number& number, BoundPinpoint& out) {
  Sought sought = Seek(target, AnchorKindOf(out.kind), number);
  if (out.kind == PinpointKind::kParagraph && !target.article.empty()) {
    identifiers::Number part = target.article;
    part.steps.insert(part.steps.end(), number.steps.begin(), number.steps.end());
    Sought of_article = Seek(target, AnchorKind::kArticle, part);
    if (of_article.part != nullptr) sought = std::move(of_article);
  }
  if (sought.lookup.verdict == Verdict::kNotThere) {
    ReportNotThere(target, sought, out.kind);
    return false;
  }
  if (sought.part == nullptr) {
    out.checked = false;
    const std::string all(Plural(out.kind));
    std::string reason = "it has no numbered " + all + " that can be read";
    if (!sought.read) {
      reason = "its text was not read";
    } else if (!sought.whole) {
      reason = "not all of its pages have text";
    } else if (!sought.lookup.near.empty()) {
      reason = ToText(sought.lookup.near) + " is there, and its parts are not numbered as can be read";
    } else if (sought.lookup.numbered) {
      reason = "its " + all + " are not numbered without gaps";
    }
    ReportNotRead(target, out.kind, std::move(reason));
    return true;
  }
  out.mentioned = sought.lookup.mentioned;
  const int page = PageOfPlace(target.bound, *sought.part, sought.lookup.first);
  if (page >= 0) {
    out.first_page = PageIndex{page};
    out.last_page = PageIndex{std::max(page, PageOfPlace(target.bound, *sought.part, sought.lookup.last))};
    out.has_page = true;
  }
  if (target.pages_before) return OnPagesBefore(target, number, sought, out);
  if (sought.lookup.verdict == Verdict::kSeveral) {
    const std::string first = PlaceInWords(target.bound, *sought.part, sought.lookup.first);
    ReportTwoPlaces(target, first, PlaceInWords(target.bound, *sought.other, sought.lookup.other),
                    sought.part->paged
                        ? diagnostics::Text("name the page before it: \"{0} pdf p. {1} {2}\"",
                                            {Id(target.exhibit.id.value), diagnostics::Number(page + 1), Id(target.pinpoint)})
                        : diagnostics::Text("cite it as \"{0} para {1}\"",
                                            {Id(target.exhibit.id.value),
                                             diagnostics::Number(sought.part->first_paragraph + sought.lookup.first)}));
  }
  return true;
}

/// "p. 4 para 92": the paragraph has to stand on the page.
bool Binder::OnPagesBefore(const Target& target, const identifiers::Number& number, const Sought& sought,
                           BoundPinpoint& out) {
  const BoundPinpoint& pages = *target.pages_before;
  if (!out.has_page) return true;
  const auto touches = [&](const BoundPinpoint& at) {
    return at.first_page.value <= pages.last_page.value && at.last_page.value >= pages.first_page.value;
  };
  if (sought.lookup.verdict == Verdict::kSeveral || (out.mentioned && !touches(out))) {
    Target narrow = target;
    NarrowToPages(pages.first_page.value, pages.last_page.value + 1, narrow);
    const Sought there = Seek(narrow, AnchorKindOf(out.kind), number);
    if (there.part != nullptr) {
      out.first_page = pages.first_page;
      out.last_page = pages.last_page;
      return true;
    }
  }
  if (touches(out)) {
    out.first_page = PageIndex{std::max(out.first_page.value, pages.first_page.value)};
    out.last_page = PageIndex{std::min(out.last_page.value, pages.last_page.value)};
    return true;
  }
  Finding finding = About(target, Kind::kPinpointElsewhere);
  std::string cited = "page " + std::to_string(pages.first_page.Number());
  if (pages.last_page != pages.first_page) {
    cited = "pages " + std::to_string(pages.first_page.Number()) + " to " + std::to_string(pages.last_page.Number());
  }
  finding.args = {Id(target.pinpoint), Id(target.exhibit.id.value),
                  Id(PlaceInWords(target.bound, *sought.part, sought.lookup.first)), Id(cited)};
  finding.hint = {"write \"{0} pdf p. {1} {2}\" if that is the passage",
                  {Id(target.exhibit.id.value), diagnostics::Number(out.first_page.Number()), Id(target.pinpoint)}};
  sink_.Report(std::move(finding));
  return false;
}

void Binder::ReportNotThere(const Target& target, const Sought& sought, PinpointKind kind) {
  const anchors::Lookup& lookup = sought.lookup;
  const bool dotted = kind == PinpointKind::kParagraph || kind == PinpointKind::kSection;
  std::string what = (kind == PinpointKind::kParagraph ? "numbered " : "") + std::string(Plural(kind));
  if (!lookup.within.empty()) what = "parts of " + std::string(Singular(kind)) + " " + ToText(lookup.within, dotted);
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
  finding.hint = target.bound.paged
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
  finding.args = {Id(target.pinpoint), Id(target.exhibit.id.value), Id(std::move(first)), Id(std::move(second))};
  finding.hint = std::move(hint);
  sink_.Report(std::move(finding));
}

}  // namespace dossier::resolve
