// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/render.h"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "compiler/rulebook/phrases.h"

namespace dossier::rulebook {
namespace {

using model::Criterion;
using model::RulePack;

model::LocalizedText Both(const std::string& text) {
  model::LocalizedText both;
  both.texts = {{"en", text}, {"lt", text + " lt"}};
  return both;
}

model::Authority Act(std::string pinpoint) {
  model::Authority authority;
  authority.instrument = "Act";
  authority.pinpoint = std::move(pinpoint);
  authority.url = "https://example.org";
  authority.language = "lt";
  authority.version = "2024-01-01";
  return authority;
}

model::Condition Fact(std::string name) {
  model::Condition condition;
  condition.name = std::move(name);
  condition.values = {"true"};
  return condition;
}

/// A pack with every section.
RulePack Whole() {
  RulePack pack;
  pack.id = "x/act";
  pack.version = "1";
  pack.title = Both("Title");
  Criterion& criterion = pack.criteria.emplace_back();
  criterion.id = "c";
  criterion.title = Both("criterion");
  criterion.authority = Act("Art. 1");
  criterion.needs.emplace_back().id = "n";
  criterion.presumption.emplace();
  criterion.presumption->basis.emplace_back().id = "basis";
  criterion.presumption->defeaters.emplace_back().id = "defeater";
  model::Exception& exception = criterion.exceptions.emplace_back();
  exception.id = "e";
  exception.overrides = {{"c", {}}};
  exception.when = Fact("exceptional");
  model::Transitional& entry = criterion.transitional.emplace_back();
  entry.reads = "lodged";
  entry.use = "old";
  criterion.judgements.emplace_back().id = "gate";
  model::Concept& idea = criterion.wording.emplace_back();
  idea.id = "concept";
  idea.words = {{{"en", {}}, {"word"}}};
  pack.objections.emplace_back().id = "o";
  pack.exhibit_rules.emplace_back().id = "x";
  model::Deadline& deadline = pack.deadlines.emplace_back();
  deadline.id = "d";
  deadline.anchor = "served";
  deadline.readings.emplace_back();
  deadline.alternates = {{Fact("fast"), {model::Period::Unit::kDays, 7}}};
  model::Choice& choice = pack.choices.emplace_back();
  choice.id = "choice";
  choice.options.push_back({.id = "option", .title = {}, .when = Fact("old"), .span = {}});
  pack.document_rules.emplace_back().id = "document";
  model::Crosswalk& link = pack.crosswalk.emplace_back();
  link.from = "a";
  link.to = "b";
  model::Tailoring& tailoring = pack.tailorings.emplace_back();
  tailoring.at.value = "t";
  tailoring.reason = Both("because");
  tailoring.set.emplace_back().need.value = "s";
  return pack;
}

using Change = std::function<void(RulePack&)>;

Criterion& First(RulePack& pack) { return pack.criteria.front(); }
model::Need& Need(RulePack& pack) { return First(pack).needs.front(); }

/// One change for each field; the text must show every one.
std::vector<Change> Changes() {
  return {
      [](RulePack& p) { p.id = "y/act"; },
      [](RulePack& p) { p.version = "2"; },
      [](RulePack& p) { p.title = Both("Other"); },
      [](RulePack& p) { p.last_checked = Date::Parse("2024-01-01"); },
      [](RulePack& p) { p.max_age = model::MaxAge{.months = 1}; },
      [](RulePack& p) { p.max_age = model::MaxAge{.days = 1}; },
      [](RulePack& p) { p.extends.push_back({"x/base", {}}); },
      [](RulePack& p) { p.answers_each_assertion = true; },
      [](RulePack& p) { First(p).id = "other"; },
      [](RulePack& p) { First(p).revision = 2; },
      [](RulePack& p) { First(p).title = Both("other"); },
      [](RulePack& p) { First(p).text = Both("other"); },
      [](RulePack& p) { First(p).authority.instrument = "other"; },
      [](RulePack& p) { First(p).authority.pinpoint = "other"; },
      [](RulePack& p) { First(p).authority.url = "other"; },
      [](RulePack& p) { First(p).authority.language = "en"; },
      [](RulePack& p) { First(p).authority.version = "2023"; },
      [](RulePack& p) { First(p).authority.verified = model::Verification::kRead; },
      [](RulePack& p) { First(p).weight = model::Weight::kContext; },
      [](RulePack& p) { First(p).reads = "lodged"; },
      [](RulePack& p) { First(p).from = Date::Parse("2020"); },
      [](RulePack& p) { First(p).to = Date::Parse("2020"); },
      [](RulePack& p) { First(p).law = model::LawSide{"choice", "option", {}}; },
      [](RulePack& p) { First(p).when = Fact("f"); },
      [](RulePack& p) { First(p).burden.facts = model::Party::kApplicant; },
      [](RulePack& p) { First(p).burden.rebuttal = model::Party::kAuthority; },
      [](RulePack& p) { First(p).presumption.reset(); },
      [](RulePack& p) { First(p).presumption->basis.front().min = 2; },
      [](RulePack& p) { First(p).presumption->defeaters.front().text = Both("other"); },
      [](RulePack& p) { First(p).exceptions.front().overrides.push_back({"e2", {}}); },
      [](RulePack& p) { First(p).exceptions.front().title = Both("other"); },
      [](RulePack& p) { First(p).exceptions.front().text = Both("other"); },
      [](RulePack& p) { First(p).exceptions.front().authority = Act("Art. 9"); },
      [](RulePack& p) { First(p).exceptions.front().when = Fact("other"); },
      [](RulePack& p) { First(p).exceptions.front().use = "other"; },
      [](RulePack& p) { First(p).transitional.front().reads = "decided"; },
      [](RulePack& p) { First(p).transitional.front().range.from.name = "lodged"; },
      [](RulePack& p) { First(p).transitional.front().use = "other"; },
      [](RulePack& p) { First(p).judgements.front().title = Both("other"); },
      [](RulePack& p) { First(p).judgements.front().text = Both("other"); },
      [](RulePack& p) { First(p).wording.front().words.front().second = {"other"}; },
      [](RulePack& p) { First(p).wording.front().title = Both("other"); },
      [](RulePack& p) { Need(p).title = Both("other"); },
      [](RulePack& p) { Need(p).text = Both("other"); },
      [](RulePack& p) { Need(p).weight = model::Weight::kSupporting; },
      [](RulePack& p) { Need(p).min = 2; },
      [](RulePack& p) { Need(p).max = 2; },
      [](RulePack& p) { Need(p).distinct_publishers = 2; },
      [](RulePack& p) { Need(p).distinct_origins = 2; },
      [](RulePack& p) { Need(p).distinct_kinds = 2; },
      [](RulePack& p) { Need(p).distinct_events = 2; },
      [](RulePack& p) { Need(p).max_share = 50; },
      [](RulePack& p) { Need(p).not_alone = {model::ExhibitKind::kLetter}; },
      [](RulePack& p) { Need(p).where.kinds = {model::ExhibitKind::kMedia}; },
      [](RulePack& p) { Need(p).where.scopes = {model::Scope::kGroup}; },
      [](RulePack& p) { Need(p).where.natures = {model::Nature::kFact}; },
      [](RulePack& p) { Need(p).where.languages = {"lt"}; },
      [](RulePack& p) { Need(p).where.fresh.emplace().months = 6; },
      [](RulePack& p) { Need(p).where.fresh.emplace().or_latest = true; },
      [](RulePack& p) { Need(p).where.dated.emplace().range.before.name = "decided"; },
      [](RulePack& p) { Need(p).where.translation.emplace().into = {"lt"}; },
      [](RulePack& p) { Need(p).where.translation.emplace().certified = true; },
      [](RulePack& p) { Need(p).where.novel.emplace(); },
      [](RulePack& p) { Need(p).where.novel.emplace().significant_alone = true; },
      [](RulePack& p) { Need(p).where.states = {model::RegisterField::kTool}; },
      [](RulePack& p) { Need(p).where.pinpoint = true; },
      [](RulePack& p) { Need(p).where.locked = true; },
      [](RulePack& p) { Need(p).where.own = true; },
      [](RulePack& p) { Need(p).where.independent = true; },
      [](RulePack& p) { p.objections.front().needs.emplace_back().id = "other"; },
      [](RulePack& p) { p.exhibit_rules.front().weight = model::Weight::kContext; },
      [](RulePack& p) { p.exhibit_rules.front().when = Fact("f"); },
      [](RulePack& p) { p.exhibit_rules.front().where.pinpoint = true; },
      [](RulePack& p) { p.exhibit_rules.front().must.pinpoint = true; },
      [](RulePack& p) { p.exhibit_rules.front().authority = Act("Art. 3"); },
      [](RulePack& p) { p.deadlines.front().anchor = "decided"; },
      [](RulePack& p) { p.deadlines.front().period.count = 9; },
      [](RulePack& p) { p.deadlines.front().period.unit = model::Period::Unit::kWorkingDays; },
      [](RulePack& p) { p.deadlines.front().when = Fact("f"); },
      [](RulePack& p) { p.deadlines.front().alternates.front().second.count = 8; },
      [](RulePack& p) { p.deadlines.front().alternates.front().first = Fact("other"); },
      [](RulePack& p) { p.deadlines.front().readings.front().calendar = "lt"; },
      [](RulePack& p) { p.deadlines.front().readings.front().event_day_excluded = false; },
      [](RulePack& p) { p.deadlines.front().readings.front().roll = true; },
      [](RulePack& p) { p.deadlines.front().band_min_days = 5; },
      [](RulePack& p) { p.deadlines.front().band_max_days = 5; },
      [](RulePack& p) { p.deadlines.front().band_authority = Act("Art. 67"); },
      [](RulePack& p) { p.deadlines.front().for_date = "filing"; },
      [](RulePack& p) { p.choices.front().options.front().when = Fact("other"); },
      [](RulePack& p) { p.choices.front().options.front().title = Both("other"); },
      [](RulePack& p) { p.document_rules.front().min_words = 5; },
      [](RulePack& p) { p.document_rules.front().max_words = 5; },
      [](RulePack& p) { p.document_rules.front().max_pages = 5; },
      [](RulePack& p) { p.document_rules.front().paragraphs_numbered = true; },
      [](RulePack& p) { p.document_rules.front().pages_numbered = true; },
      [](RulePack& p) { p.document_rules.front().languages = {"fr"}; },
      [](RulePack& p) { p.document_rules.front().formats = {"docx"}; },
      [](RulePack& p) { p.document_rules.front().submitters = true; },
      [](RulePack& p) { p.document_rules.front().own_annexes = true; },
      [](RulePack& p) { p.crosswalk.front().from = "other"; },
      [](RulePack& p) { p.crosswalk.front().to = "other"; },
      [](RulePack& p) { p.crosswalk.front().kind = model::Crosswalk::Kind::kSplit; },
      [](RulePack& p) { p.crosswalk.front().note = Both("other"); },
      [](RulePack& p) { p.tailorings.front().at.value = "other"; },
      [](RulePack& p) { p.tailorings.front().reason = Both("other"); },
      [](RulePack& p) { p.tailorings.front().remove.push_back({"gone", {}}); },
      [](RulePack& p) { p.tailorings.front().add.emplace_back().id = "added"; },
      [](RulePack& p) { p.tailorings.front().set.front().min = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().max = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().distinct_publishers = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().distinct_origins = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().distinct_kinds = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().distinct_events = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().months = 2; },
      [](RulePack& p) { p.tailorings.front().set.front().weight = model::Weight::kContext; },
  };
}

TEST(RenderTest, EveryFieldIsInTheText) {
  for (const std::string_view language : {"en", "lt"}) {
    const std::string before = Render(Whole(), language);
    std::set<std::string> seen = {before};
    const std::vector<Change> changes = Changes();
    for (std::size_t i = 0; i < changes.size(); ++i) {
      RulePack pack = Whole();
      changes[i](pack);
      EXPECT_TRUE(seen.insert(Render(pack, language)).second) << language << " change " << i;
    }
  }
}

TEST(RenderTest, EveryOperatorHasItsWords) {
  using model::Operator;
  for (const std::string_view language : {"en", "lt"}) {
    std::set<std::string> seen;
    for (const Operator op : {Operator::kNeeds, Operator::kAll, Operator::kAny, Operator::kNone,
                              Operator::kAtLeast, Operator::kFirstOf, Operator::kRef,
                              Operator::kEach, Operator::kDisables}) {
      RulePack pack = Whole();
      First(pack).op = op;
      First(pack).ref = "target";
      EXPECT_TRUE(seen.insert(Render(pack, language)).second) << static_cast<int>(op);
    }
  }
}

/// What an operator adds beside its words.
TEST(RenderTest, EveryPartOfAnOperatorIsInTheText) {
  using model::Operator;
  const std::vector<std::pair<Operator, std::function<void(Criterion&)>>> changes = {
      {Operator::kAny, [](Criterion& c) { c.open_list = true; }},
      {Operator::kAll, [](Criterion& c) { c.children.emplace_back().id = "child"; }},
      {Operator::kNone, [](Criterion& c) { c.cumulative = true; }},
      {Operator::kNone, [](Criterion& c) { c.answer_when = Fact("raised"); }},
      {Operator::kNone, [](Criterion& c) { c.limbs.emplace_back().id = "limb"; }},
      {Operator::kAtLeast, [](Criterion& c) { c.at_least = 2; }},
      {Operator::kRef, [](Criterion& c) { c.ref = "target"; }},
      {Operator::kEach, [](Criterion& c) { c.each.over = model::Each::Over::kIncidents; }},
      {Operator::kDisables, [](Criterion& c) { c.disables.push_back({"target", {}}); }},
      {Operator::kDisables, [](Criterion& c) { c.disables_when = Fact("f"); }},
  };
  for (const auto& [op, change] : changes) {
    RulePack pack = Whole();
    First(pack).op = op;
    const std::string before = Render(pack, "en");
    change(First(pack));
    EXPECT_NE(Render(pack, "en"), before) << static_cast<int>(op);
  }
}

TEST(RenderTest, TextOfAPackOpensNoHeadingOfItsOwn) {
  RulePack pack = Whole();
  First(pack).text = Both("one\n# two [link](https://example.org)");
  const std::string text = Render(pack, "en");
  EXPECT_NE(text.find("one \\# two \\[link](https"), std::string::npos) << text;
}

std::set<std::string> Places(std::string_view pattern) {
  std::set<std::string> places;
  for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
       at = pattern.find('{', at + 1)) {
    places.emplace(pattern.substr(at, 3));
  }
  return places;
}

TEST(PhrasesTest, BothLanguagesFillTheSamePlaces) {
  std::set<std::string_view> keys;
  for (const Phrase& phrase : Phrases()) {
    EXPECT_TRUE(keys.insert(phrase.key).second) << phrase.key;
    EXPECT_FALSE(phrase.lt.empty()) << phrase.key;
    EXPECT_EQ(Places(phrase.en), Places(phrase.lt)) << phrase.key;
  }
}

}  // namespace
}  // namespace dossier::rulebook
