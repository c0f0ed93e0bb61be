// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/languages.h"

#include <algorithm>

#include "compiler/language/detect.h"

namespace dossier::inspect {

void AddLanguages(ExhibitFacts& facts) {
  facts.languages.clear();
  for (const std::string& page : facts.page_text) {
    facts.languages.push_back(language::LanguageOf(page));
  }
  if (!IsPaged(facts.media)) {
    std::string words;
    for (const TextBlock& block : facts.blocks) {
      if (words.size() >= 4 * language::kMostLooked) break;
      words += block.text + "\n";
    }
    facts.languages = {language::LanguageOf(words)};
  }
  const bool clear = std::any_of(facts.languages.begin(), facts.languages.end(),
                                 [](const std::string& tag) { return !tag.empty(); });
  if (!clear) facts.languages.clear();
}

}  // namespace dossier::inspect
