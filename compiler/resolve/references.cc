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

 private:
  void Known(const Register& in, std::string_view id, Span place);
  void Persons(const std::vector<Text>& ids) {
    for (const Text& id : ids) Known(people_, id.value, id.span);
  }
  void HasArgument(const Text& path);

  const model::Case& source_;
  Binder& binder_;
  diagnostics::Sink& sink_;
  Register people_{.what = "person or organisation", .where = "people.yaml", .ids = {}};
  Register filings_{.what = "filing", .where = "dossier.yaml", .ids = {}};
  Register procedures_{.what = "procedure", .where = "dossier.yaml", .ids = {}};
  Register arguments_{.what = "file", .where = "argument/", .ids = {}};
};

Checker::Checker(const model::Case& source, Binder& binder, diagnostics::Sink& sink)
    : source_(source), binder_(binder), sink_(sink) {
  for (const model::Person& person : source.people) people_.ids.insert(person.id.value);
  for (const model::Filing& filing : source.header.filings) filings_.ids.insert(filing.id.value);
  for (const model::Procedure& p : source.header.procedures) procedures_.ids.insert(p.id.value);
  for (const model::Argument& argument : source.arguments) arguments_.ids.insert(argument.path);
}

void Checker::Known(const Register& in, std::string_view id, Span place) {
  if (id.empty() || in.ids.count(id) > 0) return;
  Finding finding;
  finding.place = place;
  if (&in == &people_) {
    finding.kind = Kind::kUnknownPerson;
    finding.args = {Id(id)};
  } else if (&in == &arguments_) {
    finding.kind = Kind::kArgumentMissing;
    finding.args = {Id(id)};
  } else {
    finding.kind = Kind::kUnknownReference;
    finding.args = {Id(in.what), Id(id)};
  }
  if (const auto meant = Closest(id, {in.ids.begin(), in.ids.end()})) {
    finding.hint = {"write \"{0}\", or add \"{1}\" in {2}", {Id(*meant), Id(id), Id(in.where)}};
  } else {
    finding.hint = {"add \"{0}\" in {1}", {Id(id), Id(in.where)}};
  }
  sink_.Report(std::move(finding));
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
    if (exhibit.translation) {
      (void)binder_.FindExhibit(exhibit.translation->of.value, exhibit.translation->of.span);
    }
  }
}

void Checker::CheckGrounds() {
  for (const model::Ground& ground : source_.grounds) {
    Persons(ground.for_persons);
    for (const auto& need : ground.needs) {
      for (const model::Item& item : need.second) Persons(item.for_persons);
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
    // The subject of a fact may be the case or a procedure as well.
    if (procedures_.ids.count(fact.subject.value) > 0) continue;
    if (fact.subject.value == source_.header.id.value) continue;
    Known(people_, fact.subject.value, fact.subject.span);
  }
  for (const model::Event& event : source_.events) Persons(event.persons);
}

}  // namespace

void CheckReferences(const model::Case& source, Binder& binder, diagnostics::Sink& sink) {
  Checker checker(source, binder, sink);
  checker.CheckHeader();
  checker.CheckExhibits();
  checker.CheckGrounds();
  checker.CheckDecisions();
  checker.CheckFactsAndEvents();
}

}  // namespace dossier::resolve
