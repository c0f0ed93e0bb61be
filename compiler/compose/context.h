// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/chosen_law.h"
#include "compiler/compose/content.h"
#include "compiler/compose/provenance.h"
#include "compiler/compose/strings.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::compose {

/// Numbers of headings and paragraphs. One for the whole document, in its order.
class Numbering {
 public:
  /// Goes to the next heading of `level` (from 1) and returns its number, "2.1".
  std::string Next(int level);
  /// Number of the next paragraph, "12".
  std::string NextParagraph() { return std::to_string(++paragraphs_); }
  [[nodiscard]] std::string Current() const;

 private:
  std::vector<int> counters_;
  int paragraphs_ = 0;
};

/// A heading that others refer to: "see section 3".
struct SectionRef {
  std::string number;
  std::string anchor;
};

class StyledCitations;

/// What every part of the composing looks at. Coverage is not in reach; of author.yaml only
/// `ComposeLaw` reads anything, the choices of law.
struct Context {
  const resolve::ResolvedCase& resolved;
  const model::Case& source;
  const std::vector<model::RulePack>& packs;
  const Strings& strings;
  std::string language;
  Numbering numbering;
  std::map<std::string, SectionRef> arguments;  // first heading of each argument file that is set
  std::vector<ChosenLaw> laws = {};
  ProvenanceById provenance = {};
  StyledCitations* styled = nullptr;  // null: citations of the argument are labels as well

  /// The text in the language of the case.
  [[nodiscard]] std::string_view Say(const model::LocalizedText& text) const {
    return text.In(language);
  }
  /// The same, beginning as a sentence does: what authors write into lists stands in cells here.
  [[nodiscard]] std::string Sentence(const model::LocalizedText& text) const;
  /// The name of a person or organisation, the words of an incident or a fact; else the id.
  [[nodiscard]] std::string NameOf(std::string_view id) const;
  /// Names with commas; ids that name nobody as they are.
  [[nodiscard]] std::string Names(const std::vector<model::Text>& ids) const;
};

/// A numbered heading at the next number of `level`.
[[nodiscard]] Block NumberedHeading(Context& context, int level, Inlines content);

/// Links to the sections that hold these argument files: "See section 3." Empty when none is set.
[[nodiscard]] Inlines SeeSections(const Context& context, const std::vector<std::string>& paths);

}  // namespace dossier::compose
