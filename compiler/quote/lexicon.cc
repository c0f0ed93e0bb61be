// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/lexicon.h"

#include <utility>

#include "compiler/quote/guarded_words.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {

Lexicon::Lexicon(std::string_view folded, const std::set<std::string>& names) {
  for (std::string& word : WordsOf(folded)) words_.insert(std::move(word));
  for (const std::string& name : names) names_.insert(text::FoldCase(name));
}

bool Lexicon::IsName(std::string_view word) const { return names_.contains(text::FoldCase(word)); }

}  // namespace dossier::quote
