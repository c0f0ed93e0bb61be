// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/read_back.h"

#include <algorithm>
#include <tuple>

namespace dossier::assemble {

namespace {

std::vector<std::pair<int, std::string>> Inside(const std::vector<pdf::FinishedFile::Link>& links) {
  std::vector<std::pair<int, std::string>> inside;
  for (const pdf::FinishedFile::Link& link : links) {
    if (!link.destination.empty()) inside.emplace_back(link.page, link.destination);
  }
  std::sort(inside.begin(), inside.end());
  return inside;
}

bool SameBookmarks(const std::vector<pdf::Bookmark>& a, const std::vector<pdf::Bookmark>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const pdf::Bookmark& x, const pdf::Bookmark& y) {
                      return x.title == y.title && x.destination == y.destination;
                    });
}

std::string Difference(const pdf::FinishedFile& file, const Expected& expected) {
  if (file.page_count != expected.pages) {
    return "it has " + std::to_string(file.page_count) + " pages, not " +
           std::to_string(expected.pages);
  }
  for (int page = 0; page < expected.pages; ++page) {
    const auto index = static_cast<std::size_t>(page);
    if (index >= file.labels.size() || file.labels[index].text != std::to_string(page + 1)) {
      return "page " + std::to_string(page + 1) + " has another label";
    }
  }
  if (file.destinations != expected.destinations) return "a destination is missing or elsewhere";
  if (Inside(file.links) != Inside(expected.links)) return "a link is missing or leads elsewhere";
  if (!SameBookmarks(file.bookmarks, expected.bookmarks)) return "a bookmark is missing or wrong";
  if (file.manifest != expected.manifest) return "the manifest differs";
  if (!file.forbidden.empty()) return "it carries " + file.forbidden.front();
  if (!file.layout_fault.empty()) return file.layout_fault;
  if (file.widgets != 1 || !file.signature.prepared || !file.signature.certifies) {
    return "the signature field is missing";
  }
  return {};
}

}  // namespace

Result<pdf::SignatureHole> ReadBack(const pdf::OpenedFile& finished, const Expected& expected) {
  const Result<pdf::FinishedFile> file = pdf::ReadFinished(finished);
  if (!file) return file.failure();
  if (std::string difference = Difference(*file, expected); !difference.empty()) {
    return Failure{std::move(difference)};
  }
  if (!file->signature.place) return Failure{file->signature.place_fault};
  return *file->signature.place;
}

}  // namespace dossier::assemble
