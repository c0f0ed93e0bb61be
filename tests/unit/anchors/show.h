// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/anchors/find_anchors.h"

namespace dossier::anchors {

/// Pages, or blocks counted from 1.
inline AnchorIndex Of(const std::vector<std::string>& texts, bool paged = true) {
  std::vector<Unit> units;
  for (const std::string& text : texts) {
    units.push_back({text, static_cast<int>(units.size()) + (paged ? 0 : 1)});
  }
  return FindAnchors(units, paged);
}

/// "1@0 2@0 2(a)@1": what was found of one kind, without mentions.
inline std::string Show(const AnchorIndex& index, AnchorKind kind) {
  std::string out;
  for (const Numbering& numbering : index.numberings) {
    if (numbering.kind != kind || numbering.mentioned) continue;
    for (const Anchor& anchor : numbering.anchors) {
      out += (out.empty() ? "" : " ") + ToText(anchor.number, true) + "@" +
             std::to_string(anchor.first);
    }
  }
  return out;
}

/// What a lookup says: "found 3-4", "several 3 7", "not there, 1 to 12", "unknown".
inline std::string Say(const AnchorIndex& index, AnchorKind kind, std::string_view number,
                       Window window = {0, 1000}) {
  const Lookup lookup = Find(index, kind, *identifiers::ParseNumber(number), window);
  switch (lookup.verdict) {
    case Verdict::kFound:
      return std::string(lookup.mentioned ? "mentioned " : "found ") +
             std::to_string(lookup.first) + "-" + std::to_string(lookup.last);
    case Verdict::kSeveral:
      return "several " + std::to_string(lookup.first) + " " + std::to_string(lookup.other);
    case Verdict::kNotThere:
      return "not there, " + ToText(lookup.from, true) + " to " + ToText(lookup.to, true);
    case Verdict::kUnknown:
      break;
  }
  return lookup.numbered ? "unknown, numbered" : "unknown";
}

}  // namespace dossier::anchors
