// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/cross_references.h"

#include <algorithm>
#include <utility>

#include "compiler/compose/content.h"
#include "compiler/compose/walk.h"

namespace dossier::compose {
namespace {

constexpr std::string_view kNumber = "{number}";
constexpr std::string_view kPage = "{page}";
constexpr std::string_view kPlace = "place.";

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
void Unlink(const std::map<std::string, bool>& places, std::vector<Inline>& inlines) {
  const auto is_lost = [&](const std::string& anchor) {
    return anchor.starts_with(kPlace) && places.count(anchor.substr(kPlace.size())) == 0;
  };
  for (Inline& node : inlines) {
    const auto* link = std::get_if<Link>(&node.value);
    if (link != nullptr && is_lost(link->anchor)) node = Inline(link->content.front());
    const auto* number = std::get_if<NumberOf>(&node.value);
    const auto* page = std::get_if<PageNumberOf>(&node.value);
    if ((number != nullptr && is_lost(number->anchor)) || (page != nullptr && is_lost(page->anchor))) {
      node = Words("?");
    }
  }
}

}  // namespace

std::string PlaceAnchor(std::string_view name) { return std::string(kPlace) + std::string(name); }

std::vector<Inline> ReferenceTo(std::string_view name, std::vector<Inline> words) {
  const std::string anchor = PlaceAnchor(name);
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
    const auto place = found.places.find(reference.name);
    const bool printed = place != found.places.end();
    if (printed && (place->second || !reference.number)) continue;
    sink.Report({.kind = diagnostics::Kind::kReferenceEmpty,
                 .args = {diagnostics::Id(reference.name),
                          diagnostics::Id(printed ? "it has no number here" : "the template does not print it")},
                 .place = reference.span,
                 .hint = printed ? "put words between the brackets, or {page}"
                                 : "let the template print the file of argument/ that holds it"});
  }
  VisitInlines(document.blocks, [&](std::vector<Inline>& inlines) { Unlink(found.places, inlines); });
}

}  // namespace dossier::compose
