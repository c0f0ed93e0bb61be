// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/span.h"

namespace dossier::model {

/// What a pinpoint counts.
enum class PinpointKind {
  kPage,       // p., pp.: the printed label where the file has labels
  kPdfPage,    // pdf p.: the position in the file, from 1
  kParagraph,  // para, paras
  kSection,    // §
  kArticle,    // art.
  kNote,       // note, n.
  kAnnex,      // annex
  kTimestamp,  // 00:12:30
};

/// "14", "14-16", "iv", "2.3", "1a". Equal ends for a single place.
struct PinpointRange {
  std::string first;
  std::string last;
};

struct Pinpoint {
  PinpointKind kind = PinpointKind::kPage;
  std::vector<PinpointRange> ranges;

  /// "14–16, 20".
  [[nodiscard]] std::string Places() const;
  /// One place and no range: what it is takes the singular.
  [[nodiscard]] bool IsOne() const {
    return ranges.size() == 1 && ranges.front().first == ranges.front().last;
  }
};

/// One exhibit with zero or more pinpoints: "e14 pp. 14-16, 20", "e03 annex 2 p. 4". Parsed in
/// `resolve`; here are the words and where they stand.
struct Citation {
  std::string text;  // as written, without the brackets of Markdown
  Span span;
};

}  // namespace dossier::model
