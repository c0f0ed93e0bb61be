// SPDX-License-Identifier: GPL-3.0-or-later
//
// Criteria and needs: each key of rules/README.md once as it should be, and each mistake at its
// place.
#include <gtest/gtest.h>

#include "tests/unit/load/pack_text.h"

namespace dossier::load {
namespace {

/// One criterion with more lines, each indented by two.
std::string Criterion(const std::string& more) {
  return Pack("- id: xx.1\n  authority: " + kAuthority + "\n" + more);
}

/// A criterion with one need and more lines, which begin on line 7.
std::string WithNeed(const std::string& more) { return Criterion("  needs: [{id: n}]\n" + more); }

model::Criterion First(const std::string& text) {
  const LoadedPack loaded = LoadText(text);
  EXPECT_EQ(loaded.findings, "") << text;
  return loaded.pack && !loaded.pack->criteria.empty() ? loaded.pack->criteria.front()
                                                       : model::Criterion();
}

/// The finding, which stands in line 7 unless said otherwise: `column D0103 message`.
void ExpectRefused(const std::string& more, const std::string& finding) {
  EXPECT_EQ(LoadText(WithNeed(more)).findings, "pack:xx/sample:7:" + finding + "\n") << more;
}

model::Need NeedOf(const std::string& keys) {
  const model::Criterion criterion = First(Criterion("  needs: [{id: n, " + keys + "}]\n"));
  return criterion.needs.empty() ? model::Need() : criterion.needs.front();
}

void ExpectNeedRefused(const std::string& keys, const std::string& finding) {
  EXPECT_EQ(LoadText(Criterion("  needs: [{id: n, " + keys + "}]\n")).findings,
            "pack:xx/sample:6:" + finding + "\n")
      << keys;
}

TEST(RuleLanguage, WhoHasToShowWhatAndUnderWhichLaw) {
  const model::Criterion criterion =
      First(WithNeed("  burden: {facts: applicant, rebuttal: authority}\n"
                     "  law: {choice: eu.substance, option: directive}\n"));
  EXPECT_EQ(criterion.burden.facts, model::Party::kApplicant);
  EXPECT_EQ(criterion.burden.rebuttal, model::Party::kAuthority);
  ASSERT_TRUE(criterion.law);
  EXPECT_EQ(criterion.law->choice + " " + criterion.law->option, "eu.substance directive");
  ExpectRefused("  burden: {facts: aplicant}\n",
                "19 D0105 \"aplicant\" is not one of the values of \"facts\" | did you mean "
                "\"applicant\"?");
  ExpectRefused("  law: {choice: a}\n", "9 D0102 the key \"option\" is missing");
}

TEST(RuleLanguage, AnOpenListHasOneBranchMore) {
  const model::Criterion open = First(Criterion("  any: [{id: a, needs: [{id: n}]}]\n  open: true\n"));
  EXPECT_TRUE(open.open_list);
  ASSERT_EQ(open.children.size(), 2U);
  EXPECT_EQ(open.children[1].id, "xx.1.other");
  ASSERT_EQ(open.children[1].needs.size(), 1U);
  EXPECT_EQ(open.children[1].needs[0].id, "other");
  EXPECT_EQ(open.children[1].needs[0].weight, model::Weight::kCore);
  EXPECT_EQ(open.children[1].authority.instrument, "Act") << "that of the list";
  EXPECT_NE(open.children[1].title.In("lt"), open.children[1].title.In("en"));
  const model::Criterion closed =
      First(Criterion("  any: [{id: a, needs: [{id: n}]}]\n  open: false\n"));
  EXPECT_EQ(closed.children.size(), 1U);
  ExpectRefused("  open: true\n",
                "3 D0103 \"open\" wants to stand beside \"any\", this is beside something else");
  EXPECT_EQ(LoadText(Criterion("  any: [{id: xx.1.other, ref: a}]\n  open: true\n")).findings,
            "pack:xx/sample:4:3 D0109 the id \"xx.1.other\" is used twice\n");
}

TEST(RuleLanguage, EachAsksOneCriterionOfEveryEntry) {
  using Over = model::Each::Over;
  const std::pair<const char*, Over> subjects[] = {{"applicants", Over::kApplicants},
                                                   {"persons", Over::kPersons},
                                                   {"incidents", Over::kIncidents},
                                                   {"unsupported-facts", Over::kUnsupportedFacts},
                                                   {"{list: prisoners}", Over::kList}};
  for (const auto& [word, over] : subjects) {
    const model::Criterion each =
        First(Criterion("  each: {over: " + std::string(word) + ", do: {ref: xx.2}}\n"));
    EXPECT_EQ(each.op, model::Operator::kEach);
    EXPECT_EQ(each.each.over, over) << word;
    ASSERT_EQ(each.children.size(), 1U);
    EXPECT_EQ(each.children[0].ref, "xx.2");
    EXPECT_EQ(each.each.list, over == Over::kList ? "prisoners" : "");
  }
  EXPECT_EQ(LoadText(Criterion("  each: {over: person, do: {id: a, needs: [{id: n}]}}\n")).findings,
            "pack:xx/sample:6:16 D0105 \"person\" is not one of the values of \"over\" | did you "
            "mean \"persons\"?\n");
  EXPECT_EQ(LoadText(Criterion("  each: {over: persons}\n")).findings,
            "pack:xx/sample:6:10 D0102 the key \"do\" is missing\n");
  EXPECT_EQ(LoadText(Criterion("  each: {over: persons, do: {id: xx.1, needs: [{id: n}]}}\n"))
                .findings,
            "pack:xx/sample:6:30 D0109 the id \"xx.1\" is used twice\n");
}

TEST(RuleLanguage, DisablesNamesRulesAndWhen) {
  const model::Criterion criterion = First(
      Criterion("  disables: {rules: [xx.2, xx.3], when: {contradiction: unresolved}}\n"));
  EXPECT_EQ(criterion.op, model::Operator::kDisables);
  ASSERT_EQ(criterion.disables.size(), 2U);
  EXPECT_EQ(criterion.disables[1].value, "xx.3");
  EXPECT_TRUE(criterion.disables[1].span.known());
  ASSERT_TRUE(criterion.disables_when);
  EXPECT_EQ(criterion.disables_when->kind, model::Condition::Kind::kContradiction);
  EXPECT_EQ(LoadText(Criterion("  disables: {rules: []}\n")).findings,
            "pack:xx/sample:6:21 D0110 \"rules\" has no value | write something into the brackets, "
            "or delete the key\n"
            "pack:xx/sample:6:14 D0102 the key \"when\" is missing\n");
}

TEST(RuleLanguage, AnExclusionSaysWhenSilenceIsAFinding) {
  const model::Criterion none =
      First(Criterion("  none: {limbs: [{id: a}], answer_when: {fact: convicted}}\n"));
  ASSERT_TRUE(none.answer_when);
  EXPECT_EQ(none.answer_when->name, "convicted");
  EXPECT_EQ(LoadText(Criterion("  none: {limbs: [{id: a}, {id: a}]}\n")).findings,
            "pack:xx/sample:6:28 D0109 the id \"a\" is used twice\n");
}

TEST(RuleLanguage, ExceptionsNameWhatTheyOverride) {
  const model::Criterion criterion = First(WithNeed(
      "  exceptions:\n"
      "  - {id: e1, overrides: xx.1, when: {fact: minor}, verdict: not-applicable}\n"
      "  - {id: e2, overrides: [xx.1, e1], when: {fact: guarded}, use: xx.9, title: T, text: W, "
      "authority: " + kAuthority + "}\n"));
  ASSERT_EQ(criterion.exceptions.size(), 2U);
  EXPECT_EQ(criterion.exceptions[0].use, "");
  EXPECT_EQ(criterion.exceptions[0].authority.instrument, "") << "that of the criterion";
  EXPECT_EQ(criterion.exceptions[1].use, "xx.9");
  EXPECT_EQ(criterion.exceptions[1].overrides.at(1).value, "e1");
  EXPECT_EQ(criterion.exceptions[1].authority.instrument, "Act");
  ExpectRefused("  exceptions: [{id: e, overrides: xx.1, when: {fact: f}}]\n",
                "17 D0103 \"exceptions\" wants one of verdict, use, this is none of them");
  ExpectRefused(
      "  exceptions: [{id: e, overrides: xx.1, when: {fact: f}, use: a, verdict: not-applicable}]\n",
      "17 D0103 \"exceptions\" wants one of verdict, use, this is several of them");
  ExpectRefused("  exceptions: [{id: e, overrides: xx.1, when: {fact: f}, verdict: covered}]\n",
                "67 D0105 \"covered\" is not one of the values of \"verdict\" | write "
                "not-applicable");
  ExpectRefused("  exceptions: [{id: e, overrides: a, when: {fact: f}, use: b}, {id: e, overrides: "
                "a, when: {fact: f}, use: c}]\n",
                "65 D0109 the id \"e\" is used twice");
  ExpectRefused("  exceptions: [{id: e, overrides: a, use: b}]\n",
                "17 D0102 the key \"when\" is missing");
}

TEST(RuleLanguage, TransitionalTextsAndWhatAPersonJudges) {
  const model::Criterion criterion = First(WithNeed(
      "  transitional: [{reads: lodged, before: 2026-06-12, use: old.id}, {from: served, use: b}]\n"
      "  judgements: [{id: plausibility, title: T, text: W}]\n"
      "  wording: [{id: purely, title: T, words: {en: [purely political], lt: grynai}}]\n"));
  ASSERT_EQ(criterion.transitional.size(), 2U);
  EXPECT_EQ(criterion.transitional[0].reads, "lodged");
  EXPECT_EQ(criterion.transitional[0].range.before.date->ToString(), "2026-06-12");
  EXPECT_TRUE(criterion.transitional[0].range.from.empty());
  EXPECT_EQ(criterion.transitional[1].range.from.name, "served");
  EXPECT_EQ(criterion.judgements.at(0).id, "plausibility");
  ASSERT_EQ(criterion.wording.at(0).words.size(), 2U);
  EXPECT_EQ(criterion.wording[0].words[0].first.value, "en");
  EXPECT_EQ(criterion.wording[0].words[1].second.at(0), "grynai");
  ExpectRefused("  transitional: [{use: old.id}]\n",
                "19 D0103 \"transitional\" wants at least one of from, before, this is none of "
                "them");
  ExpectRefused("  wording: [{id: a, words: {English: [b]}}]\n",
                "29 D0105 \"English\" is not one of the values of \"words\" | write a language "
                "tag: en, lt, ru, kk");
  ExpectRefused("  judgements: [{id: a}, {id: a}]\n", "26 D0109 the id \"a\" is used twice");
  ExpectRefused("  wording: [{id: a, words: {en: b}}, {id: a, words: {en: c}}]\n",
                "39 D0109 the id \"a\" is used twice");
}

TEST(RuleLanguage, TimesBeginBeforeTheyEnd) {
  ExpectRefused("  in_force: {from: 2026-06-12, to: 2014-12-09}\n",
                "32 D0103 \"to\" wants a date after 2026-06-12, this is 2014-12-09");
  ExpectRefused("  in_force: {from: 2026-06-12, to: 2026-06-12}\n",
                "32 D0103 \"to\" wants a date after 2026-06-12, this is 2026-06-12");
  ExpectRefused("  in_force: {from: 2026-02-30}\n",
                "20 D0106 \"2026-02-30\" is not a date that exists | this month has 28 days");
  ExpectRefused("  transitional: [{from: 2026-06-12, before: 2020-01, use: a}]\n",
                "37 D0103 \"before\" wants a date after 2026-06-12, this is 2020-01");
  ExpectRefused("  when: {date: lodged, from: decided, before: decided}\n",
                "39 D0103 \"before\" wants another date than \"from\", this is the same date");
}

TEST(RuleLanguage, ConditionsOfEveryForm) {
  const model::Criterion criterion = First(WithNeed(
      "  when:\n    all:\n"
      "    - {fact: age, at_least: 18, at_most: 65}\n"
      "    - {fact: origin, in: [a, b]}\n"
      "    - {date: lodged, from: 2014-12-09, before: decided}\n"
      "    - {date: decided, is: pending}\n"
      "    - {contradiction: unresolved}\n"
      "    - {notified: illness}\n"
      "    - {fact: debt, at_least: -3}\n"));
  ASSERT_TRUE(criterion.when);
  const std::vector<model::Condition>& parts = criterion.when->children;
  ASSERT_EQ(parts.size(), 7U);
  EXPECT_EQ(parts[0].at_least, 18);
  EXPECT_EQ(parts[0].at_most, 65);
  EXPECT_TRUE(parts[0].values.empty()) << "bounds stand for themselves";
  EXPECT_EQ(parts[1].values, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(parts[2].range.from.date->ToString(), "2014-12-09");
  EXPECT_EQ(parts[2].range.before.name, "decided");
  EXPECT_EQ(parts[3].state, model::Condition::DateState::kPending);
  EXPECT_EQ(parts[4].kind, model::Condition::Kind::kContradiction);
  EXPECT_EQ(parts[5].kind, model::Condition::Kind::kNotified);
  EXPECT_EQ(parts[5].name, "illness");
  EXPECT_EQ(parts[6].at_least, -3);
}

TEST(RuleLanguage, ConditionsThatMeanNothing) {
  const auto when = [](const std::string& condition, const std::string& finding) {
    ExpectRefused("  when: " + condition + "\n", finding);
  };
  when("{fact: a, date: lodged, before: 2020}",
       "10 D0103 \"when\" wants one of fact, procedure, date, contradiction, notified, all, any, "
       "not, this is several of them");
  when("{date: lodged}",
       "10 D0103 \"date\" wants one of from, before, is beside it, this is none of them");
  when("{date: lodgd, before: 2020}",
       "16 D0105 \"lodgd\" is not one of the values of \"date\" | did you mean \"lodged\"?");
  when("{date: lodged, before: decidet}",
       "32 D0105 \"decidet\" is not one of the values of \"before\" | did you mean \"decided\"?");
  when("{date: lodged, is: known}",
       "28 D0105 \"known\" is not one of the values of \"is\" | one of stated, pending, absent");
  when("{date: lodged, is: stated, before: 2020}",
       "24 D0103 \"is\" wants to stand without \"from\" and \"before\", this is beside one of them");
  when("{procedure: asylum, is: open}",
       "29 D0103 \"is\" wants to stand beside \"fact\" or \"date\", this is beside something else");
  when("{fact: a, before: 2020}",
       "19 D0103 \"before\" wants to stand beside \"date\", this is beside something else");
  when("{fact: a, is: b, in: [c]}",
       "26 D0103 \"in\" wants to stand without \"is\", this is beside it");
  when("{fact: a, is: b, at_most: 3}",
       "26 D0103 \"at_most\" wants to stand without \"is\" and \"in\", this is beside one of them");
  when("{fact: a, at_least: 9, at_most: 3}",
       "32 D0103 \"at_most\" wants a number from 9 on, this is 3");
  when("{fact: a, at_least: 1.5}", "29 D0103 \"at_least\" wants a whole number, this is a word");
  when("{fact: a, at_least: 9223372036854775808}",
       "29 D0103 \"at_least\" wants a whole number, this is a word");
  when("{contradiction: solved}",
       "25 D0105 \"solved\" is not one of the values of \"contradiction\" | write unresolved");
  when("{all: []}", "15 D0110 \"all\" has no value | write something into the brackets, or delete "
                    "the key");
  when("{fact: a, in: []}", "23 D0110 \"in\" has no value | write something into the brackets, or "
                            "delete the key");
}

TEST(RuleLanguage, NeedsAndWhatCounts) {
  const model::Need need = NeedOf(
      "count: {max: 3}, distinct: {kind: 2, event: 3}, not_alone: [resolution, letter], where: "
      "{locked: true, own: true, independent: true, translation: {into: [lt, en], certified: true}, "
      "states: [publisher, captured-by, custody], novel: {after: decided, significant_alone: true}, "
      "fresh: {within: P1Y, or_latest: true}, dated: {field: published, from: decided, before: "
      "2026-06-12}}");
  EXPECT_EQ(need.min, 1);
  EXPECT_EQ(need.max, 3);
  EXPECT_EQ(need.distinct_kinds, 2);
  EXPECT_EQ(need.distinct_events, 3);
  EXPECT_EQ(need.not_alone.at(1), model::ExhibitKind::kLetter);
  EXPECT_TRUE(need.where.locked && need.where.own && need.where.independent);
  ASSERT_TRUE(need.where.translation && need.where.novel && need.where.fresh && need.where.dated);
  EXPECT_EQ(need.where.translation->into.at(0), "lt");
  EXPECT_TRUE(need.where.translation->certified);
  EXPECT_EQ(need.where.states.at(1), model::RegisterField::kCapturedBy);
  EXPECT_EQ(need.where.novel->after, "decided");
  EXPECT_TRUE(need.where.novel->significant_alone);
  EXPECT_EQ(need.where.fresh->months, 12);
  EXPECT_TRUE(need.where.fresh->or_latest);
  EXPECT_EQ(need.where.dated->field, model::ExhibitDate::kPublished);
  EXPECT_EQ(need.where.dated->range.from.name, "decided");
  EXPECT_EQ(NeedOf("where: {novel: {}}").where.novel->after, "final");
}

TEST(RuleLanguage, NeedsThatNobodyCanMean) {
  ExpectNeedRefused("count: {min: 4, max: 2}",
                    "35 D0103 \"max\" wants a number from 4 on, this is 2");
  ExpectNeedRefused("count: {min: 0}",
                    "32 D0103 \"min\" wants a whole number from 1, this is a word");
  ExpectNeedRefused("count: {min: -1}",
                    "32 D0103 \"min\" wants a whole number from 1, this is a word");
  ExpectNeedRefused("share: {publisher: 101}",
                    "38 D0103 \"publisher\" wants a whole number from 0 to 100, this is a word");
  ExpectNeedRefused("where: {kind: []}",
                    "33 D0110 \"kind\" has no value | write something into the brackets, or delete "
                    "the key");
  ExpectNeedRefused("where: {states: [publsher]}",
                    "36 D0105 \"publsher\" is not one of the values of \"states\" | did you mean "
                    "\"publisher\"?");
  ExpectNeedRefused("where: {dated: {field: event}}",
                    "35 D0103 \"dated\" wants at least one of from, before, this is none of them");
  ExpectNeedRefused("where: {translation: {certified: true}}",
                    "41 D0102 the key \"into\" is missing");
  ExpectNeedRefused("where: {fresh: {within: P24M, field: publised}}",
                    "56 D0105 \"publised\" is not one of the values of \"field\" | did you mean "
                    "\"published\"?");
  EXPECT_EQ(LoadText(Criterion("  needs: [{id: n}, {id: n}]\n")).findings,
            "pack:xx/sample:6:21 D0109 the id \"n\" is used twice\n");
  EXPECT_EQ(LoadText(WithNeed("  presumption: {basis: [{id: n}]}\n")).findings,
            "pack:xx/sample:7:26 D0109 the id \"n\" is used twice\n")
      << "a ground files both under `needs`";
  EXPECT_EQ(LoadText(WithNeed("  presumption: {basis: [{id: b}], defeaters: [{id: n}, {id: n}]}\n"))
                .findings,
            "pack:xx/sample:7:57 D0109 the id \"n\" is used twice\n");
}

TEST(RuleLanguage, ExactlyOneOperatorOfAllNine) {
  const std::string operators[] = {"needs: [{id: n}]",
                                   "all: [{ref: a}]",
                                   "any: [{ref: a}]",
                                   "first_of: [{ref: a}]",
                                   "at_least: {n: 1, of: [{ref: a}]}",
                                   "none: {limbs: [{id: l}]}",
                                   "each: {over: persons, do: {ref: a}}",
                                   "disables: {rules: [a], when: {fact: f}}",
                                   "ref: a"};
  for (const std::string& one : operators) {
    EXPECT_EQ(LoadText(Criterion("  " + one + "\n")).findings, "") << one;
    for (const std::string& other : operators) {
      if (&one == &other) continue;
      EXPECT_EQ(LoadText(Criterion("  " + one + "\n  " + other + "\n")).findings,
                "pack:xx/sample:4:3 D0304 criterion xx.1 has more than one operator\n")
          << one << " " << other;
    }
  }
  for (const char* empty : {"needs", "all", "any", "first_of"}) {
    EXPECT_EQ(LoadText(Criterion("  " + std::string(empty) + ": []\n")).findings,
              "pack:xx/sample:6:" + std::to_string(5 + std::string(empty).size()) + " D0110 \"" +
                  empty + "\" has no value | write something into the brackets, or delete the "
                          "key\n");
  }
}

}  // namespace
}  // namespace dossier::load
