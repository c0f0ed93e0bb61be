// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/phrases.h"

#include <map>

#include "compiler/diagnostics/text.h"
#include "compiler/foundation/check.h"

namespace dossier::rulebook {
namespace {

const Phrase* Find(std::string_view key) {
  static const auto kByKey = [] {
    std::map<std::string_view, const Phrase*> by_key;
    for (const Phrase& phrase : Phrases()) by_key.emplace(phrase.key, &phrase);
    return by_key;
  }();
  const auto found = kByKey.find(key);
  return found == kByKey.end() ? nullptr : found->second;
}

}  // namespace

const std::vector<Phrase>& Phrases() {
  static const std::vector<Phrase> kPhrases = {
#define DOSSIER_PHRASE(key, en, lt) {key, en, lt},
#include "compiler/rulebook/phrases.def"
#undef DOSSIER_PHRASE
  };
  return kPhrases;
}

std::string Words::operator()(std::string_view key, const std::vector<std::string>& values) const {
  const Phrase* phrase = Find(key);
  DOSSIER_CHECK(phrase != nullptr, "every phrase that is asked for is in phrases.def");
  return diagnostics::Fill(language_ == "lt" ? phrase->lt : phrase->en, values);
}

std::string Words::Of(std::string_view set, std::string_view value) const {
  const Phrase* phrase = Find(std::string(set) + "." + std::string(value));
  if (phrase == nullptr) return std::string(value);
  return std::string(language_ == "lt" ? phrase->lt : phrase->en);
}

std::string Words::Join(const std::vector<std::string>& words, std::string_view last) const {
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) joined += i + 1 == words.size() ? " " + (*this)(last) + " " : ", ";
    joined += words[i];
  }
  return joined;
}

}  // namespace dossier::rulebook
