// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/cross_references.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "compiler/compose/content.h"
#include "compiler/compose/walk.h"

namespace dossier::compose {
namespace {

constexpr std::string_view kNumber = "{number}";
constexpr std::string_view kPage = "{page}";

/// Cuts the words of a run at {number} and {page}.
void AddRun(const TextRun& run, const std::string& anchor, std::vector<Inline>& out) {
  std::string_view rest = run.text;
  while (!rest.empty()) {
    const std::size_t number = rest.find(kNumber);
    const std::size_t page = rest.find(kPage);
    const std::size_t at = std::min({number, page, rest.size()});
    if (at > 0) {
      TextRun words = run;
      words.text = rest.substr(0, at);
      out.push_back(LinkTo(anchor, {{std::move(words)}}));
    }
    if (at == number) out.push_back({NumberOf{.anchor = anchor, .face = run.face}});
    if (at == page) out.push_back(LinkTo(anchor, {{PageNumberOf{.anchor = anchor, .face = run.face}}}));
    rest.remove_prefix(at == number ? at + kNumber.size() : at == page ? at + kPage.size() : at);
  }
}

/// The words of what leads to a place that is not there.
void Unlink(const std::set<std::string>& lost, std::vector<Inline>& inlines) {
  for (Inline& node : inlines) {
    const auto* link = std::get_if<Link>(&node.value);
    if (link != nullptr && lost.count(link->anchor) > 0) node = Inline(link->content.front());
    const auto* number = std::get_if<NumberOf>(&node.value);
    const auto* page = std::get_if<PageNumberOf>(&node.value);
    if ((number != nullptr && lost.count(number->anchor) > 0) || (page != nullptr && lost.count(page->anchor) > 0)) {
      node = Words("?");
    }
  }
}

}  // namespace

const std::string& CrossReferences::AnchorOf(const std::string& name) {
  const auto [place, added] = places.try_emplace(name);
  if (added) place->second.anchor = "place." + std::to_string(places.size());
  return place->second.anchor;
}

std::vector<Inline> ReferenceTo(const std::string& anchor, std::vector<Inline> words) {
  if (words.empty()) return {{NumberOf{.anchor = anchor}}};
  std::vector<Inline> out;
  for (Inline& inner : words) {
    if (const auto* run = std::get_if<TextRun>(&inner.value)) {
      AddRun(*run, anchor, out);
    } else {
      out.push_back(std::move(inner));
    }
  }
  return out;
}

bool WantsNumber(const std::vector<Inline>& words) {
  return words.empty() || std::any_of(words.begin(), words.end(), [](const Inline& inner) {
    const auto* run = std::get_if<TextRun>(&inner.value);
    return run != nullptr && run->text.find(kNumber) != std::string::npos;
  });
}

void CheckCrossReferences(const CrossReferences& found, Document& document, diagnostics::Sink& sink) {
  for (const CrossReferences::Reference& reference : found.references) {
    const CrossReferences::Place& place = found.places.at(reference.name);
    if (place.printed && (place.has_number || !reference.number)) continue;
    sink.Report({.kind = diagnostics::Kind::kReferenceEmpty,
                 .args = {reference.name,
                          diagnostics::Id(place.printed ? "it has no number here" : "the template does not print it")},
                 .place = reference.span,
                 .hint = place.printed ? "put words between the brackets, or {page}"
                                       : "let the template print the file of argument/ that holds it"});
  }
  std::set<std::string> lost;
  for (const auto& [name, place] : found.places) {
    if (!place.printed) lost.insert(place.anchor);
  }
  VisitInlines(document.blocks, [&](std::vector<Inline>& inlines) { Unlink(lost, inlines); });
}

}  // namespace dossier::compose
