// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/evaluate/world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dossier::evaluate::testing {

model::Text Words(std::string_view text) { return {std::string(text), {}}; }

model::LocalizedText Local(std::string_view text) {
  model::LocalizedText words;
  words.texts.emplace_back("en", text);
  return words;
}

model::CaseDate Day(std::string_view text) {
  model::CaseDate date;
  date.date = Date::Parse(text);
  return date;
}

std::vector<model::Text> All(const std::vector<std::string>& ids) {
  std::vector<model::Text> texts;
  for (const std::string& id : ids) texts.push_back(Words(id));
  return texts;
}

model::Exhibit Sample(std::string_view id) {
  model::Exhibit exhibit;
  exhibit.id = Words(id);
  exhibit.kind = model::ExhibitKind::kOfficial;
  exhibit.scope = model::Scope::kIndividual;
  exhibit.publisher = Words("publisher-of-" + std::string(id));
  exhibit.files.push_back({"", Words("files/" + std::string(id) + ".pdf")});
  exhibit.languages.push_back({"en", ""});
  return exhibit;
}

model::Item Cite(std::string_view citation) {
  model::Item item;
  item.cite.text = citation;
  return item;
}

model::AdverseItem Against(std::string_view citation, std::vector<std::string> answers) {
  model::AdverseItem item;
  item.cite.text = citation;
  for (std::string& answer : answers) {
    item.answered_by.emplace_back();
    item.answered_by.back().text = std::move(answer);
  }
  return item;
}

model::Need Counted(std::string_view id, int min) {
  model::Need need;
  need.id = id;
  need.min = min;
  return need;
}

namespace {

model::Criterion Named(std::string_view id, model::Operator op) {
  model::Criterion criterion;
  criterion.id = id;
  criterion.op = op;
  criterion.authority.instrument = "Act of Examples";
  criterion.authority.pinpoint = "s. 1";
  criterion.authority.version = "2030-01-01";
  criterion.authority.verified = model::Verification::kRead;
  return criterion;
}

}  // namespace

model::Criterion Leaf(std::string_view id) {
  model::Criterion criterion = Named(id, model::Operator::kNeeds);
  criterion.needs.push_back(Counted("n"));
  return criterion;
}

model::Criterion Branches(std::string_view id, model::Operator op,
                          std::vector<model::Criterion> children, int at_least) {
  model::Criterion criterion = Named(id, op);
  criterion.children = std::move(children);
  criterion.at_least = at_least;
  return criterion;
}

model::Criterion Ref(std::string_view target) {
  model::Criterion criterion;
  criterion.op = model::Operator::kRef;
  criterion.ref = target;
  return criterion;
}

model::Criterion None(std::string_view id, std::vector<std::string> limbs, bool cumulative) {
  model::Criterion criterion = Named(id, model::Operator::kNone);
  criterion.cumulative = cumulative;
  for (std::string& limb : limbs) {
    criterion.limbs.emplace_back();
    criterion.limbs.back().id = std::move(limb);
  }
  return criterion;
}

model::Condition FactIs(std::string_view id, std::string_view value) {
  model::Condition condition;
  condition.kind = model::Condition::Kind::kFact;
  condition.name = id;
  condition.values = {std::string(value)};
  return condition;
}

namespace {

model::DateBound Bound(std::string_view text) {
  model::DateBound bound;
  bound.date = Date::Parse(text);
  if (!bound.date) bound.name = text;
  return bound;
}

}  // namespace

model::Condition DateIn(std::string_view name, std::string_view from, std::string_view before) {
  model::Condition condition;
  condition.kind = model::Condition::Kind::kDate;
  condition.name = name;
  condition.range = {.from = Bound(from), .before = Bound(before)};
  return condition;
}

model::Condition Compose(model::Condition::Kind kind, std::vector<model::Condition> children) {
  model::Condition condition;
  condition.kind = kind;
  condition.children = std::move(children);
  return condition;
}

model::Fact Stated(std::string_view id, std::string_view value, std::string_view subject) {
  model::Fact fact;
  fact.id = Words(id);
  fact.value = value;
  fact.subject = Words(subject);
  return fact;
}

World::World() {
  source.header.id = Words("case");
  source.header.applicants = All({"p"});
  model::Filing filing;
  filing.id = Words("f1");
  filing.date = Day("2024-10-14");
  source.header.filings.push_back(filing);
  pack.id = "xx/act";
}

model::Exhibit& World::Register(std::string_view id) {
  for (model::Exhibit& exhibit : source.exhibits) {
    if (exhibit.id.value == id) return exhibit;
  }
  source.exhibits.push_back(Sample(id));
  return source.exhibits.back();
}

model::Ground& World::GroundOf(std::string_view criterion) {
  for (model::Ground& ground : source.grounds) {
    if (ground.criterion.value == criterion) return ground;
  }
  model::Ground ground;
  ground.criterion = Words(criterion);
  ground.for_persons = All({"p"});
  source.grounds.push_back(std::move(ground));
  return source.grounds.back();
}

namespace {

std::string ExhibitOf(std::string_view citation) {
  return std::string(citation.substr(0, citation.find(' ')));
}

template <typename T>
std::vector<T>& ListOf(std::vector<std::pair<model::Text, std::vector<T>>>& lists,
                       std::string_view id) {
  for (auto& [key, items] : lists) {
    if (key.value == id) return items;
  }
  lists.emplace_back(Words(id), std::vector<T>());
  return lists.back().second;
}

}  // namespace

void World::File(std::string_view criterion, std::string_view need, std::string_view citation) {
  Register(ExhibitOf(citation));
  ListOf(GroundOf(criterion).needs, need).push_back(Cite(citation));
}

void World::FileAgainst(std::string_view criterion, model::AdverseItem item) {
  Register(ExhibitOf(item.cite.text));
  for (const model::Citation& answer : item.answered_by) Register(ExhibitOf(answer.text));
  GroundOf(criterion).adverse.push_back(std::move(item));
}

void World::FileLimb(std::string_view criterion, std::string_view limb, model::AdverseItem item) {
  Register(ExhibitOf(item.cite.text));
  for (const model::Citation& answer : item.answered_by) Register(ExhibitOf(answer.text));
  ListOf(GroundOf(criterion).limbs, limb).push_back(std::move(item));
}

namespace {

/// Gives each citation a span of its own and a bound form.
class Binder {
 public:
  Binder(resolve::ResolvedCase& resolved, const model::Case& source) : resolved_(resolved) {
    for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
      by_id_.emplace(source.exhibits[i].id.value, i);
    }
  }

  void Bind(model::Citation& citation) {
    citation.span = {.file = 0, .begin = next_, .end = next_ + 1};
    ++next_;
    resolve::BoundCitation bound;
    bound.source = citation;
    bound.exhibit = ExhibitOf(citation.text);
    if (citation.text.size() > bound.exhibit.size()) {
      bound.pinpoint_text = citation.text.substr(bound.exhibit.size() + 1);
    }
    const auto found = by_id_.find(bound.exhibit);
    if (found != by_id_.end()) {
      bound.exhibit_index = found->second;
      bound.resolved = true;
    } else {
      bound.exhibit.clear();
    }
    resolved_.by_span.emplace(citation.span, resolved_.citations.size());
    resolved_.citations.push_back(std::move(bound));
  }

  void Bind(std::vector<model::AdverseItem>& items) {
    for (model::AdverseItem& item : items) {
      Bind(item.cite);
      for (model::Citation& answer : item.answered_by) Bind(answer);
    }
  }

 private:
  resolve::ResolvedCase& resolved_;
  std::map<std::string, std::size_t> by_id_;
  std::uint32_t next_ = 0;
};

}  // namespace

resolve::ResolvedCase World::Bind() {
  resolve::ResolvedCase resolved;
  resolved.source = &source;
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    resolve::BoundExhibit bound;
    bound.index = i;
    const model::Exhibit& exhibit = source.exhibits[i];
    if (exhibit.files.empty()) bound.state = resolve::ExhibitState::kElsewhere;
    const auto state = states.find(exhibit.id.value);
    if (state != states.end()) bound.state = state->second;
    resolved.exhibits.push_back(std::move(bound));
  }
  Binder binder(resolved, source);
  for (model::Ground& ground : source.grounds) {
    for (auto& [need, items] : ground.needs) {
      for (model::Item& item : items) binder.Bind(item.cite);
    }
    binder.Bind(ground.adverse);
    for (auto& [limb, items] : ground.limbs) binder.Bind(items);
    for (auto& [limb, items] : ground.defeaters) binder.Bind(items);
  }
  for (model::AdverseDecision& decision : source.decisions) {
    for (model::Assertion& assertion : decision.assertions) {
      for (model::Answer& answer : assertion.answers) {
        for (model::Citation& cite : answer.cites) binder.Bind(cite);
      }
    }
  }
  return resolved;
}

Coverage World::Run() {
  sink = {};
  return Evaluate(Bind(), {pack}, options, sink);
}

Verdict World::Of(std::string_view criterion, std::string_view subject) {
  return Find(Run(), criterion, subject).verdict;
}

std::vector<std::string> Codes(const diagnostics::Sink& sink) {
  std::vector<std::string> codes;
  for (const diagnostics::Finding& finding : sink.findings()) {
    codes.push_back(std::string(Describe(finding.kind).code) + " " +
                    std::string(ToString(finding.EffectiveLevel())));
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

const diagnostics::Finding& First(const diagnostics::Sink& sink, std::string_view code) {
  for (const diagnostics::Finding& finding : sink.findings()) {
    if (Describe(finding.kind).code == code) return finding;
  }
  ADD_FAILURE() << "no finding " << code;
  static const diagnostics::Finding kNothing;
  return kNothing;
}

const CriterionCoverage& Find(const Coverage& coverage, std::string_view id,
                              std::string_view subject) {
  for (const CriterionCoverage& criterion : coverage.criteria) {
    if (criterion.id == id && criterion.subject == subject) return criterion;
  }
  ADD_FAILURE() << "no criterion " << id << " for " << subject;
  static const CriterionCoverage kNothing;
  return kNothing;
}

}  // namespace dossier::evaluate::testing
