// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/document.h"
#include "compiler/compose/strings.h"
#include "compiler/model/case.h"

namespace dossier::compose {

/// Takes the names of protected people out of a composed document.
///
/// Every name and variant of a person with `protect: pseudonym` becomes "Person A" (in the order of
/// people.yaml), with `protect: redact` the words for a withheld name. Upper and lower case are
/// equal, white space of any kind and length is equal. A name begins at the beginning of a word; an
/// ending that follows it (a case ending, "'s") goes with it, because more taken out is safer than
/// less. An outside address that holds such a name loses its link.
class NameGuard {
 public:
  NameGuard(const model::Case& source, const Strings& strings);

  [[nodiscard]] bool idle() const { return names_.empty(); }
  [[nodiscard]] std::string Clean(std::string_view text) const;
  /// True when a protected name stands anywhere in `text`, also inside a word.
  [[nodiscard]] bool Holds(std::string_view text) const;
  void Clean(Document& document) const;

 private:
  struct Name {
    std::string folded;
    std::string shown;
  };
  void CleanInlines(std::vector<Inline>& inlines) const;
  void CleanLabels(std::vector<Block>& blocks) const;

  std::vector<Name> names_;  // longest first
};

}  // namespace dossier::compose
