// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/index_marks.h"

#include <map>
#include <utility>
#include <vector>

#include "compiler/compose/content.h"
#include "compiler/compose/walk.h"

namespace dossier::compose {
namespace {

constexpr std::string_view kMark = "mark.";
/// No id of a case begins so: those are small letters, digits, hyphens and full stops.
constexpr std::string_view kAuthority = "authority/";
constexpr std::string_view kInstrument = "instrument/";

bool IsMark(std::string_view anchor) { return anchor.starts_with(kMark); }

}  // namespace

Inline MarkHere(std::string_view id) { return {AnchorHere{.name = std::string(kMark) + std::string(id)}}; }

Inline PagesOfMarks(std::string_view id) { return {PagesOf{.anchors = {std::string(kMark) + std::string(id)}}}; }

std::string InstrumentMark(std::string_view name) { return std::string(kInstrument) + std::string(name); }

std::string AuthorityMark(std::string_view exhibit) { return std::string(kAuthority) + std::string(exhibit); }

void ResolveMarks(Document& document) {
  std::map<std::string, std::vector<std::string>> places;  // by what they are about, in reading order
  VisitInlines(document.blocks, [&](std::vector<Inline>& inlines) {
    for (Inline& node : inlines) {
      auto* here = std::get_if<AnchorHere>(&node.value);
      if (here == nullptr || !IsMark(here->name)) continue;
      std::vector<std::string>& found = places[here->name];
      here->name += "." + std::to_string(found.size() + 1);
      found.push_back(here->name);
    }
  });
  VisitInlines(document.blocks, [&](std::vector<Inline>& inlines) {
    for (Inline& node : inlines) {
      auto* pages = std::get_if<PagesOf>(&node.value);
      if (pages == nullptr || pages->anchors.size() != 1 || !IsMark(pages->anchors.front())) continue;
      const auto found = places.find(pages->anchors.front());
      if (found == places.end()) {
        node = Words("–");
      } else {
        pages->anchors = found->second;
      }
    }
  });
}

}  // namespace dossier::compose
