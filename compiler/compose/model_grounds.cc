// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/index_marks.h"
#include "compiler/compose/model_tree.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::compose {
namespace {

ModelNode AuthorityOf(const model::Authority& authority) {
  ModelNode node = Node("authority");
  if (!authority.instrument.empty()) SetAttribute(node, "mark", InstrumentMark(authority.instrument));
  AddWords(node, "instrument", authority.instrument);
  AddWords(node, "pinpoint", authority.pinpoint);
  AddWords(node, "url", authority.url);
  return node;
}

/// By id of a criterion the first pleaded one that it is or stands below.
std::map<std::string, std::string> Roots(const Context& context, const RuleBook& rules) {
  std::map<std::string, std::string> roots;
  for (const model::Plea& plea : context.source.header.pleads) {
    for (const std::string& id : rules.Below(plea.criterion.value)) {
      roots.emplace(id, plea.criterion.value);
    }
  }
  return roots;
}

void AddRule(const Context& context, ModelNode& node, const RuleView& rule, const std::string& id) {
  if (rule.criterion == nullptr || rule.criterion->title.empty()) {
    AddWords(node, "title", id);
  } else {
    AddWords(node, "title", context.Sentence(rule.criterion->title));
  }
  if (rule.criterion != nullptr) AddWords(context, node, "text", rule.criterion->text);
  if (rule.authority != nullptr) AddUnlessEmpty(node, AuthorityOf(*rule.authority));
}

ModelNode Item(const Context& context, const model::Item& item) {
  ModelNode node = Node("item");
  AddWords(context, node, "shows", item.shows);
  AddDate(context, node, "date", item.date);
  AddWords(node, "quote", item.quote.value, item.quote.span);
  for (const model::Text& id : item.for_persons) AddNamed(context, node, "for", id.value);
  AddCites(context, node, {item.cite});
  return node;
}

ModelNode NeedOf(const Context& context, const RuleView& rule, const model::Text& id,
                 const std::vector<model::Item>& items) {
  ModelNode node = Node("need");
  SetAttribute(node, "id", id.value);
  const model::LocalizedText* title =
      rule.criterion == nullptr ? nullptr : NeedTitle(*rule.criterion, id.value);
  if (title != nullptr) AddWords(node, "title", context.Sentence(*title));
  for (const model::Item& item : items) node.children.push_back(Item(context, item));
  return node;
}

bool HasItems(const model::Ground& ground) {
  return std::any_of(ground.needs.begin(), ground.needs.end(),
                     [](const auto& need) { return !need.second.empty(); });
}

/// A ground with evidence; needs without any and what speaks against it are left out.
ModelNode GroundOf(const Context& context, const RuleBook& rules, const model::Ground& ground,
                   const std::string& root) {
  const RuleView rule = rules.Find(ground.criterion.value);
  ModelNode node = Node("ground");
  SetAttribute(node, "criterion", ground.criterion.value);
  SetAttribute(node, "root", root);
  SetAttribute(node, "argument", ground.argument.value);
  AddRule(context, node, rule, ground.criterion.value);
  for (const model::Text& id : ground.for_persons) AddNamed(context, node, "for", id.value);
  for (const auto& [id, items] : ground.needs) {
    if (!items.empty()) node.children.push_back(NeedOf(context, rule, id, items));
  }
  return node;
}

bool Governs(const Context& context, const RuleBook& rules, const model::Ground& ground) {
  if (ground.for_persons.empty()) return RuleGoverns(context, rules, ground.criterion.value, {});
  return std::any_of(ground.for_persons.begin(), ground.for_persons.end(), [&](const model::Text& id) {
    return RuleGoverns(context, rules, ground.criterion.value, id.value);
  });
}

ModelNode AnswerOf(const Context& context, const model::Answer& answer) {
  ModelNode node = Node("answer");
  SetAttribute(node, "argument", answer.argument.value);
  AddWords(context, node, "text", answer.text);
  AddWords(node, "quote", answer.quote.value, answer.quote.span);
  AddCites(context, node, answer.cites);
  return node;
}

/// Nothing inside unless it has an answer.
ModelNode AssertionOf(const Context& context, const model::AdverseDecision& decision,
                      const model::Assertion& assertion) {
  ModelNode node = Node("assertion");
  if (!IsAnswered(assertion)) return node;
  SetAttribute(node, "id", assertion.id.value);
  SetAttribute(node, "page", assertion.page);
  AddWords(context, node, "says", assertion.says);
  AddWords(node, "quote", assertion.quote.value, assertion.quote.span);
  if (const auto cited = resolve::CitationOf(decision, assertion)) AddCites(context, node, {*cited});
  for (const model::Answer& answer : assertion.answers) {
    node.children.push_back(AnswerOf(context, answer));
  }
  return node;
}

}  // namespace

ModelNode ModelDecisions(const Context& context) {
  ModelNode decisions = Node("decisions");
  for (const model::AdverseDecision& decision : context.source.decisions) {
    ModelNode node = Node("decision");
    SetAttribute(node, "exhibit", decision.exhibit.value);
    SetAttribute(node, "procedure", decision.procedure.value);
    for (const model::Assertion& assertion : decision.assertions) {
      AddUnlessEmpty(node, AssertionOf(context, decision, assertion));
    }
    if (node.children.empty()) continue;
    for (const model::Text& id : decision.for_persons) AddNamed(context, node, "for", id.value);
    decisions.children.push_back(std::move(node));
  }
  return decisions;
}

/// The rules that are pleaded, with everything below them: what the filing is measured by.
ModelNode ModelCriteria(const Context& context) {
  const RuleBook rules(context.packs);
  ModelNode criteria = Node("criteria");
  for (const model::Plea& plea : context.source.header.pleads) {
    for (const std::string& id : rules.Below(plea.criterion.value)) {
      ModelNode node = Node("criterion");
      SetAttribute(node, "id", id);
      SetAttribute(node, "root", plea.criterion.value);
      AddRule(context, node, rules.Find(id), id);
      criteria.children.push_back(std::move(node));
    }
  }
  return criteria;
}

ModelNode ModelGrounds(const Context& context) {
  const RuleBook rules(context.packs);
  std::map<std::string, std::string> roots = Roots(context, rules);
  ModelNode grounds = Node("grounds");
  for (const model::Ground& ground : context.source.grounds) {
    if (!HasItems(ground) || !Governs(context, rules, ground)) continue;
    grounds.children.push_back(GroundOf(context, rules, ground, roots[ground.criterion.value]));
  }
  return grounds;
}

ModelNode ModelAuthorities(const Context& context) {
  ModelNode authorities = Node("authorities");
  for (const Instrument& instrument : PleadedInstruments(context)) {
    ModelNode node = Node("authority");
    SetAttribute(node, "mark", InstrumentMark(instrument.name));
    AddWords(node, "instrument", instrument.name);
    for (const std::string& pinpoint : instrument.pinpoints) AddWords(node, "pinpoint", pinpoint);
    AddWords(node, "url", instrument.url);
    authorities.children.push_back(std::move(node));
  }
  return authorities;
}

}  // namespace dossier::compose
