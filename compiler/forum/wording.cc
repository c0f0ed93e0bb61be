// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/wording.h"

#include <algorithm>
#include <map>
#include <string>

#include "compiler/evaluate/rule_index.h"
#include "compiler/evaluate/wording.h"
#include "compiler/forum/words.h"
#include "compiler/text/normalise.h"

namespace dossier::forum {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Place;
using model::Concept;

std::string Folded(std::string_view words) {
  std::string folded = text::FoldCase(text::CollapseSpaces(words));
  constexpr std::string_view kApostrophe = "\xE2\x80\x99";
  for (std::size_t at = 0; (at = folded.find(kApostrophe, at)) != std::string::npos;) {
    folded.replace(at, kApostrophe.size(), "'");
  }
  return folded;
}

bool Mentions(std::string_view folded, const Concept& wanted) {
  return std::any_of(wanted.words.begin(), wanted.words.end(), [&](const auto& of_language) {
    return std::any_of(of_language.second.begin(), of_language.second.end(),
                       [&](const std::string& word) {
                         return folded.find(Folded(word)) != std::string_view::npos;
                       });
  });
}

/// The words for the language of the case; else all there are.
std::string WordsFor(const Concept& wanted, std::string_view language) {
  std::vector<std::string> own;
  std::vector<std::string> all;
  for (const auto& [tag, words] : wanted.words) {
    all.insert(all.end(), words.begin(), words.end());
    if (tag.value == language) own.insert(own.end(), words.begin(), words.end());
  }
  std::vector<std::string>& shown = own.empty() ? all : own;
  for (std::string& word : shown) word = "\"" + word + "\"";
  return evaluate::JoinOr(shown);
}

Finding Missing(const model::Ground& ground, const Concept& wanted, const evaluate::Rule& rule,
                std::string_view language) {
  Finding finding;
  finding.kind = Kind::kWordingIncomplete;
  finding.place = ground.argument.span;
  finding.criterion = rule.criterion->id;
  finding.need = wanted.id;
  if (ground.for_persons.size() == 1) finding.subject = ground.for_persons.front().value;
  finding.args = {Id(rule.criterion->id), Id(evaluate::Named(wanted.title, wanted.id))};
  finding.why = evaluate::Why(rule);
  finding.hint = {"use {0} in the argument, or waive this with the sentence that says it",
                  {Id(WordsFor(wanted, language))}};
  finding.related.push_back({{"the argument is here"}, Place::InFile(ground.argument.value)});
  finding.related.push_back({{"the concept stands here"}, wanted.span});
  return finding;
}

}  // namespace

void CheckWording(const model::Case& source, const std::vector<model::RulePack>& packs,
                  diagnostics::Sink& sink) {
  const evaluate::RuleIndex rules(packs);
  std::map<std::string_view, std::string> folded;  // by path
  for (const model::Ground& ground : source.grounds) {
    const evaluate::Rule* rule = rules.Find(ground.criterion.value);
    if (rule == nullptr || rule->criterion->wording.empty()) continue;
    const model::Argument* argument = source.FindArgument(ground.argument.value);
    if (argument == nullptr) continue;  // none, or D0215
    const auto [text, is_new] = folded.try_emplace(argument->path);
    if (is_new) text->second = Folded(TextOf(argument->document));
    for (const Concept& wanted : rule->criterion->wording) {
      if (wanted.words.empty() || Mentions(text->second, wanted)) continue;
      sink.Report(Missing(ground, wanted, *rule, source.header.language.value));
    }
  }
}

}  // namespace dossier::forum
