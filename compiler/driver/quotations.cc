// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quotations.h"

#include <algorithm>

namespace dossier::driver {

quote::ExhibitText TextOf(const inspect::ExhibitFacts& facts) {
  quote::ExhibitText text;
  text.by_paragraph = !inspect::IsPaged(facts.media);
  if (!text.by_paragraph) {
    text.sections = facts.page_text;
    return text;
  }
  for (const inspect::TextBlock& block : facts.blocks) {
    if (block.number > 0) text.sections.push_back(block.text);
  }
  return text;
}

quote::ExhibitTexts TextsOf(const Session& session, const Intake& intake) {
  quote::ExhibitTexts texts;
  for (std::size_t i = 0; i < session.loaded->exhibits.size(); ++i) {
    quote::ExhibitText joined;
    bool complete = !intake.files[i].empty();
    for (const ExhibitFile& file : intake.files[i]) {
      complete = complete && file.inspection.facts.has_value();
      if (!complete) break;
      quote::ExhibitText part = TextOf(*file.inspection.facts);
      // A picture has a page and no words: its place stays, so that later pages keep their numbers.
      part.sections.resize(std::max<std::size_t>(part.sections.size(), static_cast<std::size_t>(file.inspection.facts->pages)));
      joined.by_paragraph = part.by_paragraph;
      joined.sections.insert(joined.sections.end(), part.sections.begin(), part.sections.end());
    }
    if (complete) texts.emplace(session.loaded->exhibits[i].id.value, std::move(joined));
  }
  return texts;
}

}  // namespace dossier::driver
