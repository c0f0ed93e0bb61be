// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/forum/document.h"

#include <algorithm>

#include "compiler/evaluate/circumstances.h"
#include "compiler/evaluate/condition.h"
#include "compiler/evaluate/wording.h"
#include "compiler/forum/words.h"
#include "compiler/foundation/joined.h"

namespace dossier::forum {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using diagnostics::Place;
using diagnostics::Text;
using model::DocumentRule;
using Part = model::DocumentRule::Part;

/// More in one message cannot be read; all of them are in the finding.
constexpr std::size_t kShownExhibits = 10;

Level LevelOf(Kind kind, model::Weight weight) {
  const Level level = Describe(kind).level;
  if (weight == model::Weight::kCore) return level;
  if (weight == model::Weight::kContext || level != Level::kError) return Level::kNote;
  return Level::kWarning;
}

class Checker {
 public:
  Checker(const model::Case& source, const std::vector<evaluate::DateOverride>& as_of,
          diagnostics::Sink& sink)
      : source_(source), circumstances_(source, as_of), sink_(sink) {}

  [[nodiscard]] evaluate::ConditionValue Asks(const DocumentRule& rule) const;
  void TellUndecided(const DocumentRule& rule, const evaluate::ConditionValue& value);
  void CheckWords(const DocumentRule& rule);
  void CheckForm(const DocumentRule& rule, const DocumentForm& form);
  void CheckLanguage(const DocumentRule& rule);
  void CheckAnnexes(const DocumentRule& rule, const resolve::ResolvedCase& resolved);
  void CheckPageLimit(const DocumentRule& rule, int pages);
  [[nodiscard]] int WordsOf(Part part) const;

 private:
  [[nodiscard]] Finding About(Kind kind, const DocumentRule& rule) const;
  void ReportForm(const DocumentRule& rule, Span place, const std::string& what,
                  std::string_view part, Text hint);
  [[nodiscard]] bool IsOwn(const model::Exhibit& exhibit) const;

  const model::Case& source_;
  evaluate::Circumstances circumstances_;
  diagnostics::Sink& sink_;
};

evaluate::ConditionValue Checker::Asks(const DocumentRule& rule) const {
  if (!rule.when) return {};
  return evaluate::Holds(*rule.when, circumstances_, {});
}

Finding Checker::About(Kind kind, const DocumentRule& rule) const {
  Finding finding;
  finding.kind = kind;
  finding.place = source_.header.id.span;
  finding.criterion = rule.id;
  finding.level = LevelOf(kind, rule.weight);
  finding.why = evaluate::Why(rule.authority);
  finding.related.push_back({{"the rule stands here"}, rule.span});
  return finding;
}

void Checker::TellUndecided(const DocumentRule& rule, const evaluate::ConditionValue& value) {
  for (const evaluate::Undecided& one : value.undecided) {
    Finding finding = About(Kind::kFactUndecided, rule);
    finding.level = Level::kNote;
    finding.need = one.name;
    finding.args = {Id(rule.id), Id(one.name)};
    finding.hint = {"state \"{0}\"; until then the rule is taken to apply", {Id(one.name)}};
    sink_.Report(std::move(finding));
  }
}

int Checker::WordsOf(Part part) const {
  int count = 0;
  const std::string& language = source_.header.language.value;
  switch (part) {
    case Part::kBody:
    case Part::kNotes:
      for (const model::Argument& argument : source_.arguments) {
        const WordCount words = CountWords(argument.document);
        count += part == Part::kBody ? words.body : words.notes;
      }
      return count;
    case Part::kCover:
      count = CountWords(source_.header.title.In(language));
      for (const auto* people : {&source_.header.applicants, &source_.header.submitted_by}) {
        for (const model::Text& id : *people) {
          if (const model::Person* person = source_.FindPerson(id.value)) {
            count += CountWords(person->name.In(language));
          }
        }
      }
      return count;
    case Part::kAnnexes:
      return 0;
  }
  return 0;
}

void Checker::CheckWords(const DocumentRule& rule) {
  if (!rule.min_words && !rule.max_words) return;
  std::vector<Part> parts = rule.counted;
  if (parts.empty()) parts = {Part::kBody};
  int count = 0;
  std::vector<std::string> names;
  for (const Part part : parts) {
    count += WordsOf(part);
    if (part != Part::kAnnexes) {
      names.emplace_back(model::NameOf(model::DocumentPartNames(), part));
    } else {
      ReportForm(rule, source_.header.id.span,
                 "the words of the annexes count as well, and were not counted", "annexes",
                 "count them by hand and add them to those of the text");
    }
  }
  const bool too_many = rule.max_words && count > *rule.max_words;
  const bool too_few = rule.min_words && count < *rule.min_words;
  if (!too_many && !too_few) return;
  const int limit = too_many ? *rule.max_words : *rule.min_words;
  Finding finding = About(Kind::kDocumentOverLimit, rule);
  finding.need = "words";
  if (!source_.arguments.empty()) finding.place = Place::InFile(source_.arguments.front().path);
  finding.args = {Id(evaluate::Named(rule.title, rule.id)),
                  Id(evaluate::Count(count, "word") + " (" + Joined(names) + ")"),
                  Id((too_many ? "at most " : "at least ") + std::to_string(limit))};
  for (const model::Argument& argument : source_.arguments) {
    const WordCount words = CountWords(argument.document);
    finding.related.push_back(
        {{"{0} in the body, {1} in notes and citations",
          {diagnostics::Number(words.body), diagnostics::Number(words.notes)}},
         Place::InFile(argument.path)});
  }
  finding.hint =
      too_many ? Text("shorten the argument by {0}", {Id(evaluate::Count(count - limit, "word"))})
               : Text("{0} are missing", {Id(evaluate::Count(limit - count, "word"))});
  sink_.Report(std::move(finding));
}

void Checker::ReportForm(const DocumentRule& rule, Span place, const std::string& what,
                         std::string_view part, Text hint) {
  Finding finding = About(Kind::kDocumentForm, rule);
  if (place.known()) finding.place = place;
  finding.need = part;
  finding.args = {Id(evaluate::Named(rule.title, rule.id)), Id(what)};
  finding.hint = std::move(hint);
  sink_.Report(std::move(finding));
}

void Checker::CheckForm(const DocumentRule& rule, const DocumentForm& form) {
  const model::Text& name = source_.header.template_name;
  const Text other_template = {"choose a template that has it: \"template\" in dossier.yaml"};
  if (rule.paragraphs_numbered && !form.paragraphs_numbered) {
    ReportForm(rule, name.span, "the template " + name.value + " does not number the paragraphs",
               "paragraphs", other_template);
  }
  if (rule.pages_numbered && !form.pages_numbered) {
    ReportForm(rule, name.span, "the template " + name.value + " does not number the pages",
               "pages", other_template);
  }
  if (!rule.formats.empty() &&
      std::find_first_of(rule.formats.begin(), rule.formats.end(), form.formats.begin(),
                         form.formats.end()) == rule.formats.end()) {
    ReportForm(rule, name.span,
               "it is to be handed in as " + evaluate::JoinOr(rule.formats) +
                   ", and the template " + name.value + " makes " + Joined(form.formats),
               "format", "hand in the same text in that format, and keep the PDF beside it");
  }
  if (!rule.submitters) return;
  if (source_.header.submitted_by.empty()) {
    ReportForm(rule, source_.header.id.span, "the case does not say who submits it", "submitters",
               "name every organisation: \"submitted_by: [...]\" in dossier.yaml");
  } else if (!form.names_submitters) {
    ReportForm(rule, name.span, "the template " + name.value + " does not name those who submit it",
               "submitters", other_template);
  }
}

void Checker::CheckLanguage(const DocumentRule& rule) {
  const model::Text& language = source_.header.language;
  const std::string primary = language.value.substr(0, language.value.find('-'));
  if (rule.languages.empty()) return;
  for (const std::string& one : rule.languages) {
    if (one == language.value || one == primary) return;
  }
  ReportForm(rule, language.span,
             "it is written in \"" + language.value + "\"; the forum takes " +
                 evaluate::JoinOr(rule.languages),
             "language", "have it translated, and set \"language\" in dossier.yaml");
}

/// What nobody outside published, and what one of those who submit or of their group did.
bool Checker::IsOwn(const model::Exhibit& exhibit) const {
  const model::Person* publisher = source_.FindPerson(exhibit.publisher.value);
  if (publisher == nullptr || publisher->kind == model::PersonKind::kPerson) return true;
  for (const model::Text& id : source_.header.submitted_by) {
    if (id.value == publisher->id.value) return true;
    const model::Person* submitter = source_.FindPerson(id.value);
    if (submitter != nullptr && !publisher->group.empty() && submitter->group == publisher->group) {
      return true;
    }
  }
  return false;
}

void Checker::CheckAnnexes(const DocumentRule& rule, const resolve::ResolvedCase& resolved) {
  if (!rule.own_annexes) return;
  std::vector<std::string> foreign;
  for (const std::size_t index : resolved.bundle_order) {
    const model::Exhibit& exhibit = source_.exhibits[index];
    if (!IsOwn(exhibit)) foreign.push_back(exhibit.id.value);
  }
  if (foreign.empty()) return;
  Finding finding = About(Kind::kDocumentForm, rule);
  finding.exhibits = foreign;
  finding.need = "annexes";
  std::vector<std::string> shown = foreign;
  if (shown.size() > kShownExhibits) {
    shown.resize(kShownExhibits);
    shown.push_back("and " + std::to_string(foreign.size() - kShownExhibits) + " more");
  }
  finding.place = source_.FindExhibit(foreign.front())->publisher.span;
  finding.args = {Id(evaluate::Named(rule.title, rule.id)),
                  Id("work of other publishers would be annexed: " + Joined(shown))};
  finding.hint = {"cite it by its address, and hand in brief.pdf without the bundle"};
  sink_.Report(std::move(finding));
}

void Checker::CheckPageLimit(const DocumentRule& rule, int pages) {
  if (!rule.max_pages || pages <= *rule.max_pages) return;
  Finding finding = About(Kind::kDocumentOverLimit, rule);
  finding.need = "pages";
  finding.args = {Id(evaluate::Named(rule.title, rule.id)), Id(evaluate::Count(pages, "page")),
                  Id("at most " + std::to_string(*rule.max_pages))};
  finding.hint = {"shorten the argument, or choose a template with fewer lists"};
  sink_.Report(std::move(finding));
}

}  // namespace

void CheckDocument(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
                   const DocumentForm& form, const std::vector<evaluate::DateOverride>& as_of,
                   diagnostics::Sink& sink) {
  Checker checker(*resolved.source, as_of, sink);
  for (const model::RulePack& pack : packs) {
    for (const DocumentRule& rule : pack.document_rules) {
      const evaluate::ConditionValue value = checker.Asks(rule);
      if (value.truth == evaluate::Truth::kFalse) continue;
      checker.TellUndecided(rule, value);
      checker.CheckWords(rule);
      checker.CheckForm(rule, form);
      checker.CheckLanguage(rule);
      checker.CheckAnnexes(rule, resolved);
    }
  }
}

Length MeasureLength(const model::Case& source, const std::vector<model::RulePack>& packs,
                     const std::vector<evaluate::DateOverride>& as_of) {
  diagnostics::Sink silent;
  const Checker checker(source, as_of, silent);
  Length length;
  std::vector<Part> counted;
  for (const model::RulePack& pack : packs) {
    for (const DocumentRule& rule : pack.document_rules) {
      const bool lower = rule.max_words && (!length.limit || *rule.max_words < *length.limit);
      if (!lower || checker.Asks(rule).truth == evaluate::Truth::kFalse) continue;
      length.limit = rule.max_words;
      counted = rule.counted;
    }
  }
  if (counted.empty()) counted = {Part::kBody};
  for (const Part part : {Part::kBody, Part::kNotes, Part::kCover}) {
    length.parts.push_back({.id = std::string(model::NameOf(model::DocumentPartNames(), part)),
                            .words = checker.WordsOf(part),
                            .counted = std::find(counted.begin(), counted.end(), part) != counted.end()});
  }
  return length;
}

void CheckPages(const model::Case& source, const std::vector<model::RulePack>& packs, int pages,
                const std::vector<evaluate::DateOverride>& as_of, diagnostics::Sink& sink) {
  Checker checker(source, as_of, sink);
  for (const model::RulePack& pack : packs) {
    for (const DocumentRule& rule : pack.document_rules) {
      if (checker.Asks(rule).truth != evaluate::Truth::kFalse) checker.CheckPageLimit(rule, pages);
    }
  }
}

}  // namespace dossier::forum
