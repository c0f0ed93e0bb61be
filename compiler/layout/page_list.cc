// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/page_list.h"

#include <map>
#include <utility>

namespace dossier::layout {
namespace {

/// Shorter runs of pages are told one by one.
constexpr std::ptrdiff_t kShortestRange = 3;

using Numbered = std::vector<std::pair<int, std::string>>;

/// Each page once, with the first anchor that stands on it; what is not known goes to `unknown`.
Numbered PagesInOrder(const std::vector<std::string>& anchors, const PageNumbers& numbers,
                      std::vector<std::string>& unknown) {
  std::map<int, std::string> pages;
  for (const std::string& anchor : anchors) {
    if (const auto found = numbers.known.find(anchor); found != numbers.known.end()) {
      pages.try_emplace(found->second, anchor);
    } else {
      unknown.push_back(anchor);
    }
  }
  return {pages.begin(), pages.end()};
}

}  // namespace

std::vector<PageListPart> PageListOf(const std::vector<std::string>& anchors,
                                     const PageNumbers& numbers) {
  std::vector<std::string> unknown;
  const Numbered pages = PagesInOrder(anchors, numbers, unknown);
  std::vector<PageListPart> list;
  const auto put = [&](std::string text, const std::string& anchor, const char* between) {
    if (!list.empty()) {
      list.push_back({between, {}});
    }
    list.push_back({std::move(text), anchor});
  };
  for (auto at = pages.begin(); at != pages.end();) {
    auto end = at + 1;
    while (end != pages.end() && end->first == (end - 1)->first + 1) {
      ++end;
    }
    put(std::to_string(at->first), at->second, ", ");
    if (end - at >= kShortestRange) {
      put(std::to_string((end - 1)->first), (end - 1)->second, "\u2013");
      at = end;
    } else {
      ++at;
    }
  }
  if (numbers.complete) {
    unknown.resize(unknown.empty() ? 0 : 1);
  }
  for (const std::string& anchor : unknown) {
    put(numbers.TextOf(anchor), anchor, ", ");
  }
  return list;
}

}  // namespace dossier::layout
