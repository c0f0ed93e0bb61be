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
Binder::Sought Binder::Seek(const Target& target, AnchorKind kind,
                            const identifiers::Number& number) {
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
    if (out.part == nullptr && (!out.lookup.numbered || lookup.numbered))
      out.lookup = std::move(lookup);
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

bool Binder::BindNumber(const Target& target, const identifiers::Number& number,
                        BoundPinpoint& out) {
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
      reason =
          ToText(sought.lookup.near) + " is there, and its parts are not numbered as can be read";
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
    out.last_page =
        PageIndex{std::max(page, PageOfPlace(target.bound, *sought.part, sought.lookup.last))};
    out.has_page = true;
  }
  if (target.pages_before) return OnPagesBefore(target, number, sought, out);
  if (sought.lookup.verdict == Verdict::kSeveral) {
    const std::string first = PlaceInWords(target.bound, *sought.part, sought.lookup.first);
    ReportTwoPlaces(
        target, first, PlaceInWords(target.bound, *sought.other, sought.lookup.other),
        sought.part->paged
            ? diagnostics::Text(
                  "name the page before it: \"{0} pdf p. {1} {2}\"",
                  {Id(target.exhibit.id.value), diagnostics::Number(page + 1), Id(target.pinpoint)})
            : diagnostics::Text(
                  "cite it as \"{0} para {1}\"",
                  {Id(target.exhibit.id.value),
                   diagnostics::Number(sought.part->first_paragraph + sought.lookup.first)}));
  }
  return true;
}

/// "p. 4 para 92": the paragraph has to stand on the page.
bool Binder::OnPagesBefore(const Target& target, const identifiers::Number& number,
                           const Sought& sought, BoundPinpoint& out) {
  const BoundPinpoint& pages = *target.pages_before;
  if (!out.has_page) return true;
  const auto touches = [&](const BoundPinpoint& at) {
    return at.first_page.value <= pages.last_page.value &&
           at.last_page.value >= pages.first_page.value;
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
    cited = "pages " + std::to_string(pages.first_page.Number()) + " to " +
            std::to_string(pages.last_page.Number());
  }
  finding.args = {Id(target.pinpoint), Id(target.exhibit.id.value),
                  Id(PlaceInWords(target.bound, *sought.part, sought.lookup.first)), Id(cited)};
  finding.hint = {"write \"{0} pdf p. {1} {2}\" if that is the passage",
                  {Id(target.exhibit.id.value), diagnostics::Number(out.first_page.Number()),
                   Id(target.pinpoint)}};
  sink_.Report(std::move(finding));
  return false;
}

}  // namespace dossier::resolve
