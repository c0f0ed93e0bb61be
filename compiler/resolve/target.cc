// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/target.h"

#include <algorithm>
#include <limits>

namespace dossier::resolve {

Target TargetOf(const model::Exhibit& exhibit, const BoundExhibit& bound,
                const model::Citation& citation) {
  Target target{.exhibit = exhibit,
                .bound = bound,
                .citation = citation,
                .pinpoint = {},
                .first = 0,
                .end = bound.pages,
                .scopes = {},
                .pages_before = {},
                .article = {}};
  for (const BoundPart& part : bound.parts) {
    target.scopes.push_back({&part, {0, std::numeric_limits<int>::max()}});
  }
  return target;
}

void NarrowToPages(int first, int end, Target& target) {
  target.first = first;
  target.end = end;
  target.narrowed = true;
  std::vector<Scope> kept;
  for (Scope scope : target.scopes) {
    const int begin = scope.part->first_page;
    const int stop = begin + scope.part->pages;
    if (stop <= first || begin >= end) continue;
    if (scope.part->paged) {
      scope.window.first = std::max(scope.window.first, first - begin);
      scope.window.end = std::min(scope.window.end, end - begin);
    }
    kept.push_back(scope);
  }
  target.scopes = std::move(kept);
}

int PageOfPlace(const BoundExhibit& bound, const BoundPart& part, int place) {
  if (part.paged) return place >= 0 && place < part.pages ? part.first_page + place : -1;
  const int index = part.first_paragraph + place - 1;
  if (index < 0 || static_cast<std::size_t>(index) >= bound.paragraph_pages.size()) return -1;
  const int page = bound.paragraph_pages[static_cast<std::size_t>(index)];
  return page >= 1 && page <= bound.pages ? page - 1 : -1;
}

std::string PlaceInWords(const BoundExhibit& bound, const BoundPart& part, int place) {
  if (!part.paged) return "paragraph " + std::to_string(part.first_paragraph + place);
  const int page = part.first_page + place;
  const std::string number = std::to_string(page + 1);
  const std::size_t index = static_cast<std::size_t>(page);
  if (index >= bound.labels.size() || bound.labels[index].empty() ||
      bound.labels[index] == number) {
    return "page " + number;
  }
  return "page " + number + " (printed " + bound.labels[index] + ")";
}

std::string PinpointInWords(const Target& target) {
  if (target.pinpoint.substr(0, 3) == "at ") return "the time " + target.pinpoint.substr(3);
  return target.pinpoint;
}

}  // namespace dossier::resolve
