// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/resolve/bind.h"

namespace dossier::resolve {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using model::PinpointKind;
using model::PinpointRange;

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

/// The page that is labelled "3-5", by chapter and page, where no page is labelled 3 or 5; else -1.
int JoinedLabel(const Target& target, const PinpointRange& range, PinpointKind kind) {
  const std::vector<std::string>& labels = target.bound.labels;
  if (kind != PinpointKind::kPage || range.first == range.last || labels.empty()) return -1;
  const auto begin = labels.begin() + target.first;
  const auto end = labels.begin() + target.end;
  const auto found = std::find(begin, end, range.first + "-" + range.last);
  if (found == end || std::find(begin, end, range.first) != end) return -1;
  return static_cast<int>(found - labels.begin());
}

}  // namespace

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
  const auto again = std::find(std::next(found), end, *found);
  if (again != end) {
    const int other = static_cast<int>(again - labels.begin());
    const std::string first = std::to_string(page - target.first + 1);
    const std::string second = std::to_string(other - target.first + 1);
    ReportTwoPlaces(target, "position " + first, "position " + second,
                    {"write \"pdf p. {0}\" or \"pdf p. {1}\"", {Id(first), Id(second)}});
    return page;
  }
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
  if (const int page = JoinedLabel(target, range, kind); page >= 0) {
    out.first_page = out.last_page = PageIndex{page};
    out.has_page = true;
    return true;
  }
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
  Ordinal first;
  Ordinal last;
  for (const auto& [word, number] : {std::pair{&range.first, &first}, {&range.last, &last}}) {
    const bool there = ParseOrdinal(*word, *number) && !number->roman && number->value >= 1 &&
                       number->value <= target.bound.paragraphs;
    if (there) continue;
    // "2.3" is a number of the document itself.
    const auto own = identifiers::ParseNumber(*word);
    if (own && Seek(target, anchors::AnchorKind::kParagraph, *own).part != nullptr) {
      return BindNumber(target, *own, out);
    }
    Finding finding = About(target, Kind::kParagraphOutOfRange);
    finding.args = {Id(*word), Id(target.exhibit.id.value), Number(target.bound.paragraphs)};
    finding.hint = {"cite a paragraph from 1 to {0}: \"{1} para {0}\"",
                    {Number(target.bound.paragraphs), Id(target.exhibit.id.value)}};
    sink_.Report(std::move(finding));
    return false;
  }
  CompareWithOwnNumber(target, range, first.value);
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

/// A document without pages is cited by the paragraphs that we count. Where it numbers its own, a
/// reader of the source takes the number for one of those.
void Binder::CompareWithOwnNumber(const Target& target, const PinpointRange& range, long counted) {
  const auto number = identifiers::ParseNumber(range.first);
  if (!number || told_two_countings_[target.bound.index]) return;
  const Sought own = Seek(target, anchors::AnchorKind::kParagraph, *number);
  if (own.part == nullptr) return;
  const int place = own.part->first_paragraph + own.lookup.first;
  if (place == counted) return;
  told_two_countings_[target.bound.index] = true;
  ReportTwoPlaces(
      target, "paragraph " + range.first + " as counted here",
      "paragraph " + std::to_string(place) + ", which the document itself numbers " + range.first,
      {"for the second write \"{0} para {1}\"; said once for this exhibit",
       {Id(target.exhibit.id.value), Number(place)}});
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

}  // namespace dossier::resolve
