// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/foundation/result.h"
#include "compiler/pdf/finished_file.h"
#include "compiler/pdf/signature_hole.h"

namespace dossier::assemble {

/// What the finished file must say.
struct Expected {
  int pages = 0;
  std::map<std::string, int> destinations;
  std::vector<pdf::FinishedFile::Link> links;  // inside the file, in any order
  std::vector<pdf::Bookmark> bookmarks;
  std::string manifest;
};

/// Reads the finished file as a stranger would and compares it with the plan: pages, labels,
/// destinations, links, bookmarks, manifest, nothing that acts or hides, and one reserved
/// signature, whose place is the result.
Result<pdf::SignatureHole> ReadBack(const pdf::OpenedFile& finished, const Expected& expected);

}  // namespace dossier::assemble
