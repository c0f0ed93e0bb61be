// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/make_case.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "compiler/evaluate/rule_index.h"
#include "compiler/ruletest/make_evidence.h"

namespace dossier::ruletest {
namespace {

model::CaseDate DateOf(const PackTest& test, std::string_view name) {
  const auto is_name = [&](const Text& pending) { return pending.value == name; };
  if (std::any_of(test.pending.begin(), test.pending.end(), is_name)) {
    model::CaseDate pending;
    pending.pending = true;
    return pending;
  }
  for (const auto& [key, date] : test.dates) {
    if (key.value == name) return date;
  }
  return {};
}

bool IsStated(const model::CaseDate& date) { return date.date || date.pending; }

model::CaseDate FilingDate(const PackTest& test) {
  model::CaseDate date = DateOf(test, "filing");
  if (!IsStated(date)) date.date = Date::Of(kDefaultFiling);
  return date;
}

void AddProcedure(const PackTest& test, model::Header& header) {
  model::Procedure& procedure = header.procedures.emplace_back();
  procedure.id.value = "procedure";
  procedure.kind = test.procedure;
  procedure.applicants = header.applicants;
  procedure.lodged = DateOf(test, "lodged");
  procedure.hearing = DateOf(test, "hearing");
  procedure.removal = DateOf(test, "removal");
  const model::CaseDate decided = DateOf(test, "decided");
  const model::CaseDate served = DateOf(test, "served");
  const model::CaseDate final = DateOf(test, "final");
  if (!IsStated(decided) && !IsStated(served) && !IsStated(final)) return;
  model::ProcedureDecision& decision = procedure.decisions.emplace_back();
  decision.date = decided;
  decision.served = served;
  decision.final = final;
}

/// Whether rules can be asked of `subject` as of a person; else it is an entry of a list, an
/// incident or a fact, and the first person is the applicant.
bool IsEntry(const PackTest& test, std::string_view subject) {
  const auto names = [&](const Text& text) { return text.value == subject; };
  if (std::any_of(test.incidents.begin(), test.incidents.end(), names)) return true;
  if (std::any_of(test.unsupported_facts.begin(), test.unsupported_facts.end(), names)) return true;
  for (const auto& [list, entries] : test.lists) {
    for (const TestEntry& entry : entries) {
      if (entry.id.value == subject) return true;
    }
  }
  return false;
}

void AddPerson(const TestPerson& stated, model::Case& source) {
  model::Person person;
  person.id = stated.id;
  person.name.texts.emplace_back("en", stated.id.value);
  person.kind = stated.kind;
  person.group = stated.group;
  source.people.push_back(std::move(person));
  if (stated.applicant) source.header.applicants.push_back(stated.id);
  if (stated.submitter) source.header.submitted_by.push_back(stated.id);
}

void AddPeople(const PackTest& test, std::string_view applicant, model::Case& source) {
  const auto stated = std::find_if(test.people.begin(), test.people.end(), [&](const auto& person) {
    return person.id.value == applicant;
  });
  if (stated == test.people.end()) {
    TestPerson person;
    person.id.value = applicant;
    person.applicant = true;
    AddPerson(person, source);
  }
  for (const TestPerson& person : test.people) {
    AddPerson(person, source);
    if (person.id.value == applicant && !person.applicant) {
      source.header.applicants.push_back(person.id);
    }
  }
}

void AddFacts(const PackTest& test, const Text& subject, model::Case& source) {
  const auto find = [&](std::string_view id) -> model::Fact& {
    for (model::Fact& fact : source.facts) {
      if (fact.id.value == id) return fact;
    }
    model::Fact& fact = source.facts.emplace_back();
    fact.id.value = id;
    fact.value = "true";
    fact.subject = subject;
    return fact;
  };
  for (const auto& [id, value] : test.facts) find(id.value).value = value;
  for (const Text& id : test.unsupported_facts) {
    model::Fact& fact = find(id.value);
    fact.material = true;
    fact.unsupported = true;
  }
  if (!test.notified.empty()) {
    TestPerson authority;
    authority.id.value = "authority";
    authority.kind = model::PersonKind::kOrganisation;
    AddPerson(authority, source);
  }
  for (const Text& id : test.notified) {
    model::Notification& notification = find(id.value).notified.emplace_back();
    notification.to.value = "authority";
    notification.on.date = Date::Of(FilingDate(test).date.value_or(Date::Of(kDefaultFiling)).First());
  }
}

void AddLists(const PackTest& test, model::Case& source) {
  for (const auto& [id, entries] : test.lists) {
    model::FactList& list = source.lists.emplace_back();
    list.id = id;
    for (const TestEntry& entry : entries) {
      model::ListEntry& made = list.entries.emplace_back();
      made.id = entry.id;
      made.person = entry.person;
      for (const auto& [field, value] : entry.fields) made.fields.emplace_back(field, value);
    }
  }
}

void AddEvents(const PackTest& test, const Text& person, model::Case& source) {
  for (const Text& id : test.incidents) {
    model::Event& event = source.events.emplace_back();
    event.id = id;
    event.persons = {person};
    event.incident = true;
  }
}

/// What the author decided, all by one hand on the day of filing.
void AddAuthor(const PackTest& test, const Text& subject, model::Author& author) {
  const model::CaseDate date = FilingDate(test);
  for (const auto& [choice, option] : test.choices) {
    model::LawChoice& made = author.choices.emplace_back();
    made.choice = choice;
    made.option = option;
    made.by = "author";
    made.date = date;
    made.reason.texts.emplace_back("en", "stated by the test");
  }
  if (!test.contradiction.empty()) {
    model::MaterialMark& mark = author.material.emplace_back();
    mark.id.value = "contradiction";
    mark.subject = subject;
    mark.essential = true;
    mark.by = "author";
    mark.reason = "stated by the test";
    mark.date = date;
  }
  if (test.contradiction == "explained") {
    model::Explanation& explanation = author.explanations.emplace_back();
    explanation.of.value = "contradiction";
    explanation.by = "author";
    explanation.reason = "stated by the test";
    explanation.date = date;
  }
  for (const TestJudgement& stated : test.judgements) {
    model::Judgement& judgement = author.judgements.emplace_back();
    judgement.criterion = stated.criterion;
    judgement.gate = stated.gate;
    judgement.by = "author";
    judgement.reason = "stated by the test";
    judgement.date = date;
  }
}

void AddPleas(const PackTest& test, const Text& applicant, const std::vector<std::string>& also,
              const std::vector<model::RulePack>& packs, model::Header& header) {
  std::vector<std::string> asked;
  if (!test.criterion.value.empty()) asked.push_back(test.criterion.value);
  if (asked.empty()) {
    for (const auto& [criterion, evidence] : test.evidence) asked.push_back(criterion.value);
  }
  asked.insert(asked.end(), also.begin(), also.end());
  const auto is_objection = [&](std::string_view id) {
    return std::any_of(packs.begin(), packs.end(), [&](const model::RulePack& pack) {
      return std::any_of(pack.objections.begin(), pack.objections.end(),
                         [&](const model::Criterion& objection) { return objection.id == id; });
    });
  };
  for (std::string& id : asked) {
    // Nobody pleads an objection: it is asked of every applicant.
    if (is_objection(id)) continue;
    model::Plea& plea = header.pleads.emplace_back();
    plea.criterion = {std::move(id), test.criterion.span};
    plea.for_persons = {applicant};
  }
}

}  // namespace

MadeCase MakeCase(const PackTest& test, const std::vector<model::RulePack>& packs,
                  const std::vector<std::string>& also) {
  MadeCase made;
  model::Case& source = made.source;
  source.header.id.value = "test";
  source.header.language.value = "en";
  const Text applicant = IsEntry(test, test.subject.value) ? Text{"p1", {}} : test.subject;
  model::Filing& filing = source.header.filings.emplace_back();
  filing.id.value = "filing";
  filing.date = FilingDate(test);
  AddPeople(test, applicant.value, source);
  AddProcedure(test, source.header);
  AddFacts(test, applicant, source);
  AddLists(test, source);
  AddEvents(test, applicant, source);
  AddAuthor(test, applicant, source.author);
  AddPleas(test, applicant, also, packs, source.header);
  AddEvidence(test, packs, made);
  return made;
}

}  // namespace dossier::ruletest
