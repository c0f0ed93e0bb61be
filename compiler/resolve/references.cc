// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/references.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/suggest.h"

namespace dossier::resolve {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::Text;

constexpr int kMaxSuggestions = 100;

/// One kind of thing that ids name, and where a new one would be written.
struct Register {
  std::string_view what;   // "procedure"
  std::string_view where;  // "dossier.yaml"
  std::set<std::string_view> ids;
};

class Checker {
 public:
  Checker(const model::Case& source, Binder& binder, diagnostics::Sink& sink);
  void CheckHeader();
  void CheckExhibits();
  void CheckGrounds();
  void CheckDecisions();
  void CheckFactsAndEvents();
  void CheckAuthor();

 private:
  void Known(const Register& in, std::string_view id, Span place);
  void Persons(const std::vector<Text>& ids) {
    for (const Text& id : ids) Known(people_, id.value, id.span);
  }
  /// Persons, and what a rule may be asked of beside them.
  void Subjects(const std::vector<Text>& ids);
  /// A person or the case itself.
  void PersonOrCase(const Text& id);
  void NotMarked(const Text& event);
  void HasArgument(const Text& path);

  const model::Case& source_;
  Binder& binder_;
  diagnostics::Sink& sink_;
  std::set<std::string_view> entries_;  // incidents, facts, entries of lists
  std::set<std::string_view> events_;
  Register people_{.what = "person or organisation", .where = "people.yaml", .ids = {}};
  Register filings_{.what = "filing", .where = "dossier.yaml", .ids = {}};
  Register procedures_{.what = "procedure", .where = "dossier.yaml", .ids = {}};
  Register arguments_{.what = "file", .where = "argument/", .ids = {}};
  /// Persons and entries together, for suggestions.
  Register subjects_{.what = "person or entry", .where = "people.yaml", .ids = {}};
  int suggestions_ = 0;
};

Checker::Checker(const model::Case& source, Binder& binder, diagnostics::Sink& sink)
    : source_(source), binder_(binder), sink_(sink) {
  for (const model::Person& person : source.people) people_.ids.insert(person.id.value);
  for (const model::Filing& filing : source.header.filings) filings_.ids.insert(filing.id.value);
  for (const model::Procedure& p : source.header.procedures) procedures_.ids.insert(p.id.value);
  for (const model::Argument& argument : source.arguments) arguments_.ids.insert(argument.path);
  for (const model::Event& event : source.events) {
    (event.incident ? entries_ : events_).insert(event.id.value);
  }
  for (const model::Fact& fact : source.facts) entries_.insert(fact.id.value);
  for (const model::FactList& list : source.lists) {
    for (const model::ListEntry& entry : list.entries) entries_.insert(entry.id.value);
  }
  subjects_.ids = people_.ids;
  subjects_.ids.insert(entries_.begin(), entries_.end());
}

void Checker::Known(const Register& in, std::string_view id, Span place) {
  if (id.empty() || in.ids.count(id) > 0) return;
  Finding finding;
  finding.place = place;
  if (&in == &people_ || &in == &subjects_) {
    finding.kind = Kind::kUnknownPerson;
    finding.args = {Id(id)};
  } else if (&in == &arguments_) {
    finding.kind = Kind::kArgumentMissing;
    finding.args = {Id(id)};
  } else {
    finding.kind = Kind::kUnknownReference;
    finding.args = {Id(in.what), Id(id)};
  }
  // A suggestion costs a pass over all ids; ten thousand mistakes need no more than a hundred.
  const auto meant = ++suggestions_ > kMaxSuggestions
                         ? std::nullopt
                         : Closest(id, {in.ids.begin(), in.ids.end()});
  if (meant) {
    finding.hint = {"write \"{0}\", or add \"{1}\" in {2}", {Id(*meant), Id(id), Id(in.where)}};
  } else {
    finding.hint = {"add \"{0}\" in {1}", {Id(id), Id(in.where)}};
  }
  sink_.Report(std::move(finding));
}

void Checker::Subjects(const std::vector<Text>& ids) {
  for (const Text& id : ids) {
    if (subjects_.ids.count(id.value) > 0) continue;
    if (events_.count(id.value) > 0) {
      NotMarked(id);
    } else {
      Known(subjects_, id.value, id.span);
    }
  }
}

void Checker::NotMarked(const Text& event) {
  Finding finding;
  finding.place = event.span;
  finding.kind = Kind::kUnknownPerson;
  finding.args = {Id(event.value)};
  finding.hint = {"it is an event: write \"incident: true\" at {0} in events.yaml", {Id(event.value)}};
  sink_.Report(std::move(finding));
}

void Checker::PersonOrCase(const Text& id) {
  if (id.value != source_.header.id.value) Known(people_, id.value, id.span);
}

void Checker::HasArgument(const Text& path) {
  if (path.value.empty()) return;
  Known(arguments_, path.value, path.span);
}

void Checker::CheckHeader() {
  const model::Header& header = source_.header;
  Persons(header.applicants);
  Persons(header.submitted_by);
  for (const model::Plea& plea : header.pleads) Persons(plea.for_persons);
  for (const model::Filing& filing : header.filings) {
    Known(filings_, filing.supplements, filing.id.span);
  }
  for (const model::Procedure& procedure : header.procedures) {
    Persons(procedure.applicants);
    for (const model::ProcedureDecision& decision : procedure.decisions) {
      Known(people_, decision.by, decision.span);
    }
  }
}

void Checker::CheckExhibits() {
  for (const model::Exhibit& exhibit : source_.exhibits) {
    Known(people_, exhibit.publisher.value, exhibit.publisher.span);
    Known(filings_, exhibit.submitted.value, exhibit.submitted.span);
    if (exhibit.letter && !exhibit.letter->answers.value.empty()) {
      (void)binder_.FindExhibit(exhibit.letter->answers.value, exhibit.letter->answers.span);
    }
    if (exhibit.translation) {
      (void)binder_.FindExhibit(exhibit.translation->of.value, exhibit.translation->of.span);
    }
  }
}

void Checker::CheckGrounds() {
  for (const model::Ground& ground : source_.grounds) {
    Subjects(ground.for_persons);
    for (const auto& need : ground.needs) {
      for (const model::Item& item : need.second) Subjects(item.for_persons);
    }
    HasArgument(ground.argument);
  }
}

void Checker::CheckDecisions() {
  for (const model::AdverseDecision& decision : source_.decisions) {
    // An assertion with a page is a citation of the decision, which reports the exhibit itself.
    const bool cited = std::any_of(decision.assertions.begin(), decision.assertions.end(),
                                   [](const model::Assertion& a) { return !a.page.empty(); });
    if (!decision.exhibit.value.empty() && !cited) {
      (void)binder_.FindExhibit(decision.exhibit.value, decision.exhibit.span);
    }
    Known(procedures_, decision.procedure.value, decision.procedure.span);
    Persons(decision.for_persons);
    for (const model::Assertion& assertion : decision.assertions) {
      for (const model::Answer& answer : assertion.answers) HasArgument(answer.argument);
    }
  }
}

void Checker::CheckFactsAndEvents() {
  for (const model::Fact& fact : source_.facts) {
    for (const model::Notification& told : fact.notified) Known(people_, told.to.value, told.to.span);
    // The subject of a fact may be the case, a procedure or something that a rule asks of as well.
    if (procedures_.ids.count(fact.subject.value) > 0) continue;
    if (entries_.count(fact.subject.value) > 0) continue;
    PersonOrCase(fact.subject);
  }
  for (const model::FactList& list : source_.lists) {
    for (const model::ListEntry& entry : list.entries) {
      Known(people_, entry.person.value, entry.person.span);
    }
  }
  for (const model::Event& event : source_.events) Persons(event.persons);
}

void Checker::CheckAuthor() {
  const model::Author& author = source_.author;
  for (const model::LawChoice& choice : author.choices) PersonOrCase(choice.subject);
  for (const model::MaterialMark& mark : author.material) {
    if (entries_.count(mark.subject.value) == 0) PersonOrCase(mark.subject);
  }
  for (const model::Judgement& judgement : author.judgements) {
    if (entries_.count(judgement.subject.value) == 0) PersonOrCase(judgement.subject);
  }
}

}  // namespace

void CheckReferences(const model::Case& source, Binder& binder, diagnostics::Sink& sink) {
  Checker checker(source, binder, sink);
  checker.CheckHeader();
  checker.CheckExhibits();
  checker.CheckGrounds();
  checker.CheckDecisions();
  checker.CheckFactsAndEvents();
  checker.CheckAuthor();
}

}  // namespace dossier::resolve
