// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/chosen_law.h"
#include "compiler/compose/content.h"
#include "compiler/compose/cross_references.h"
#include "compiler/compose/pictures.h"
#include "compiler/compose/provenance.h"
#include "compiler/compose/strings.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::compose {

/// Numbers of headings and paragraphs. One for the whole document, in its order.
class Numbering {
 public:
  using Style = model::Print::Paragraphs;
  explicit Numbering(Style style = Style::kThrough) : style_(style) {}

  /// Goes to the next heading of `level` (from 1) and returns its number, "2.1". Where paragraphs
  /// are numbered by section, "2.1" is a paragraph, and only headings of the first level count.
  std::string Next(int level);
  /// Number of the next paragraph: "12", or "2.12" by section; empty where they have none.
  std::string NextParagraph();
  [[nodiscard]] std::string Current() const;
  /// For the anchors of headings without a number.
  std::string NextUnnumbered() { return "u" + std::to_string(++unnumbered_); }

 private:
  Style style_;
  std::vector<int> counters_;
  int paragraphs_ = 0;
  int unnumbered_ = 0;
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
  Pictures pictures = {};
  CrossReferences cross_references = {};
  int figures = 0;               // set so far
  bool margin_numbers = false;   // of paragraphs, beside the text block
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

/// A heading at the next number of `level`, or without one.
[[nodiscard]] Block NumberedHeading(Context& context, int level, Inlines content, bool numbered = true);

/// A paragraph with the next number, or a plain one where paragraphs have none.
[[nodiscard]] Block NumberedParagraph(Context& context, Inlines content);

/// Links to the sections that hold these argument files: "See section 3." Empty when none is set.
[[nodiscard]] Inlines SeeSections(const Context& context, const std::vector<std::string>& paths);

}  // namespace dossier::compose
