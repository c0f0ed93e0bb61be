// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands in a pack beside its criteria: each key once as it should be, each mistake at its
// place.
#include <gtest/gtest.h>

#include "tests/unit/load/pack_text.h"

namespace dossier::load {
namespace {

/// One rule of a section with more lines, which begin on line 6.
std::string Section(const std::string& name, const std::string& more) {
  return Sections(name + ":\n- id: xx.1\n  authority: " + kAuthority + "\n" + more);
}

model::RulePack Read(const std::string& text) {
  const LoadedPack loaded = LoadText(text);
  EXPECT_EQ(loaded.findings, "") << text;
  return loaded.pack.value_or(model::RulePack());
}

/// `6:9 D0103 message`.
void ExpectRefused(const std::string& text, const std::string& finding) {
  EXPECT_EQ(LoadText(text).findings, "pack:xx/sample:" + finding + "\n") << text;
}

TEST(PackHeader, SaysWhenItWasCheckedAndWhatItExtends) {
  const auto header = [](const std::string& more) {
    return "format: 1\npack: {id: xx/sample, version: '1', title: T, " + more +
           "}\ncrosswalk: [{from: a, to: b, kind: moved}]\n";
  };
  const model::RulePack pack =
      Read(header("last_checked: 2026-11-21, max_age: P180D, extends: [eu/a, eu/b], "
                  "answers_each_assertion: true"));
  EXPECT_EQ(pack.last_checked->ToString(), "2026-11-21");
  EXPECT_EQ(pack.max_age->days, 180);
  EXPECT_EQ(pack.extends.at(1).value, "eu/b");
  EXPECT_TRUE(pack.answers_each_assertion);
  EXPECT_TRUE(pack.named_by_case);
  EXPECT_EQ(Read(header("max_age: P6M")).max_age->months, 6);
  EXPECT_EQ(Read(header("max_age: P2Y")).max_age->months, 24);
  for (const char* wrong : {"180", "P0D", "P-5D", "P1Y6M", "P36601D", "PT5H", "P1W"}) {
    ExpectRefused(header("max_age: " + std::string(wrong)),
                  "2:56 D0103 \"max_age\" wants a duration such as P180D, P6M or P1Y, this is a "
                  "word");
  }
  ExpectRefused(header("last_checked: 2026-13-01"),
                "2:61 D0106 \"2026-13-01\" is not a date that exists | write 2023, 2023-12 or "
                "2023-12-21, or `pending` for a date that is still to come");
  ExpectRefused(header("extends: [EU/x]"),
                "2:57 D0108 \"EU/x\" is not an id: small letters, digits, hyphens and dots");
}

TEST(PackSections, APackSaysSomething) {
  ExpectRefused("format: 1\npack: {id: xx/sample, version: '1', title: T}\n",
                "1:1 D0103 \"file\" wants at least one of criteria, objections, exhibits, "
                "deadlines, choices, document, crosswalk, tailor, this is none of them");
}

TEST(PackSections, IdsDifferOverAllSections) {
  const std::string id = "- id: same\n  authority: " + kAuthority + "\n";
  const std::string text = Sections(
      "criteria:\n" + id + "  all: [{id: other, needs: [{id: n}]}]\n" +
      "objections:\n" + id + "  needs: [{id: n}]\n" +
      "exhibits:\n" + id + "  must: {pinpoint: true}\n" +
      "deadlines:\n" + id + "  anchor: served\n  period: {days: 1}\n  readings: [{roll: none}]\n" +
      "choices:\n" + id + "  options: [{id: o, when: {fact: f}}]\n" +
      "document:\n- id: other\n  authority: " + kAuthority + "\n  pages: {max: 3}\n");
  EXPECT_EQ(LoadText(text).findings,
            "pack:xx/sample:26:3 D0109 the id \"other\" is used twice\n"
            "pack:xx/sample:8:3 D0109 the id \"same\" is used twice\n"
            "pack:xx/sample:12:3 D0109 the id \"same\" is used twice\n"
            "pack:xx/sample:16:3 D0109 the id \"same\" is used twice\n"
            "pack:xx/sample:22:3 D0109 the id \"same\" is used twice\n");
}

TEST(PackSections, EveryRuleNamesItsAuthority) {
  const std::pair<const char*, const char*> rules[] = {
      {"criteria", "needs: [{id: n}]"},
      {"objections", "needs: [{id: n}]"},
      {"exhibits", "must: {pinpoint: true}"},
      {"deadlines", "anchor: served, period: {days: 1}, readings: [{roll: none}]"},
      {"choices", "options: [{id: o, when: {fact: f}}]"},
      {"document", "pages: {max: 3}"}};
  for (const auto& [section, rest] : rules) {
    ExpectRefused(Sections(std::string(section) + ":\n- {id: xx.1, " + rest + "}\n"),
                  "4:4 D0302 rule xx.1 names no authority | name instrument, pinpoint, url, "
                  "language, version, verified");
  }
}

TEST(PackSections, ObjectionsAreCriteria) {
  const model::RulePack pack =
      Read(Section("objections", "  when: {fact: returned}\n  all: [{id: a, needs: [{id: n}]}]\n"));
  ASSERT_EQ(pack.objections.size(), 1U);
  EXPECT_EQ(pack.objections[0].when->name, "returned");
  EXPECT_EQ(pack.objections[0].children.at(0).authority.instrument, "Act");
  ExpectRefused(Section("objections", ""),
                "4:3 D0303 criterion xx.1 has neither needs nor branches");
}

TEST(PackSections, ExhibitRules) {
  const model::RulePack pack = Read(Section(
      "exhibits", "  weight: supporting\n  when: {procedure: appeal}\n  where: {kind: media}\n"
                  "  must: {translation: {into: lt, certified: true}}\n"));
  ASSERT_EQ(pack.exhibit_rules.size(), 1U);
  const model::ExhibitRule& rule = pack.exhibit_rules[0];
  EXPECT_EQ(rule.weight, model::Weight::kSupporting);
  EXPECT_EQ(rule.where.kinds.at(0), model::ExhibitKind::kMedia);
  EXPECT_TRUE(rule.must.translation->certified);
  ExpectRefused(Section("exhibits", "  where: {kind: media}\n"),
                "4:3 D0102 the key \"must\" is missing");
  ExpectRefused(Section("exhibits", "  must: {}\n"),
                "6:9 D0110 \"must\" has no value | write something into the brackets, or delete the "
                "key");
}

TEST(Deadlines, EveryKey) {
  const model::RulePack pack = Read(Section(
      "deadlines",
      "  when: {procedure: asylum}\n  anchor: served\n  period: {working_days: 14}\n"
      "  alternates: [{when: {fact: accelerated}, period: {weeks: 1}}]\n"
      "  readings: [{calendar: lt, event_day: included, roll: next-working-day}, {roll: none}]\n"
      "  band: {min_days: 5, max_days: 10, authority: " + kAuthority + "}\n  for: filing\n"));
  ASSERT_EQ(pack.deadlines.size(), 1U);
  const model::Deadline& deadline = pack.deadlines[0];
  EXPECT_EQ(deadline.anchor, "served");
  EXPECT_EQ(deadline.period.unit, model::Period::Unit::kWorkingDays);
  EXPECT_EQ(deadline.period.count, 14);
  EXPECT_EQ(deadline.alternates.at(0).first.name, "accelerated");
  EXPECT_EQ(deadline.alternates[0].second.unit, model::Period::Unit::kWeeks);
  ASSERT_EQ(deadline.readings.size(), 2U);
  EXPECT_EQ(deadline.readings[0].calendar, "lt");
  EXPECT_FALSE(deadline.readings[0].event_day_excluded);
  EXPECT_TRUE(deadline.readings[0].roll);
  EXPECT_TRUE(deadline.readings[1].event_day_excluded);
  EXPECT_FALSE(deadline.readings[1].roll);
  EXPECT_EQ(deadline.band_max_days, 10);
  EXPECT_EQ(deadline.band_authority.instrument, "Act");
  EXPECT_EQ(deadline.for_date, "filing");
}

TEST(Deadlines, Mistakes) {
  const auto refused = [](const std::string& period, const std::string& more,
                          const std::string& finding) {
    ExpectRefused(Section("deadlines", "  period: " + period +
                                           "\n  anchor: served\n  readings: [{roll: none}]\n" + more),
                  finding);
  };
  refused("{days: -14}", "",
          "6:18 D0103 \"days\" wants a whole number from 1 to 36600, this is a word");
  refused("{days: 0}", "",
          "6:18 D0103 \"days\" wants a whole number from 1 to 36600, this is a word");
  refused("{years: 101}", "",
          "6:19 D0103 \"years\" wants a whole number from 1 to 100, this is a word");
  refused("{days: 1, weeks: 1}", "",
          "6:12 D0103 \"period\" wants one of days, working_days, weeks, months, years, this is "
          "several of them");
  refused("{days: 1}", "  for: fillling\n",
          "9:8 D0105 \"fillling\" is not one of the values of \"for\" | did you mean \"filing\"?");
  refused("{days: 1}", "  band: {min_days: 10, max_days: 5, authority: " + kAuthority + "}\n",
          "9:24 D0103 \"max_days\" wants a number from 10 on, this is 5");
  refused("{days: 1}", "  band: {authority: " + kAuthority + "}\n",
          "9:10 D0103 \"band\" wants at least one of min_days, max_days, this is none of them");
  refused("{days: 1}", "  alternates: [{period: {days: 7}}]\n",
          "9:17 D0102 the key \"when\" is missing");
  ExpectRefused(Section("deadlines", "  period: {days: 1}\n  anchor: serve\n  readings: []\n"),
                "7:11 D0105 \"serve\" is not one of the values of \"anchor\" | did you mean "
                "\"served\"?\npack:xx/sample:8:13 D0110 \"readings\" has no value | write something "
                "into the brackets, or delete the key");
  ExpectRefused(Section("deadlines", "  period: {days: 1}\n  anchor: served\n  readings: [{roll: "
                                     "next}]\n"),
                "8:21 D0105 \"next\" is not one of the values of \"roll\" | one of none, "
                "next-working-day");
}

TEST(Choices, OptionsSayWhenTheyGovern) {
  const model::RulePack pack = Read(Section(
      "choices", "  options:\n  - {id: old, title: T, when: {date: lodged, before: 2026-06-12}}\n"
                 "  - {id: new, when: {date: lodged, from: 2026-06-12}}\n"));
  ASSERT_EQ(pack.choices.size(), 1U);
  EXPECT_EQ(pack.choices[0].options.at(1).id, "new");
  ExpectRefused(Section("choices", "  options: [{id: a, when: {fact: f}}, {id: a, when: {fact: g}}]\n"),
                "6:40 D0109 the id \"a\" is used twice");
  ExpectRefused(Section("choices", "  options: [{id: a}]\n"),
                "6:14 D0102 the key \"when\" is missing");
}

TEST(DocumentRules, EveryKey) {
  const model::RulePack pack = Read(Section(
      "document",
      "  weight: core\n  when: {fact: joint}\n  words: {min: 1, max: 5630, count: [body, notes]}\n"
      "  pages: {max: 10}\n  paragraphs: numbered\n  pages_numbered: true\n"
      "  languages: [en, fr]\n  format: docx\n  submitters: true\n  annexes: own\n"));
  ASSERT_EQ(pack.document_rules.size(), 1U);
  const model::DocumentRule& rule = pack.document_rules[0];
  EXPECT_EQ(rule.min_words, 1);
  EXPECT_EQ(rule.max_words, 5630);
  EXPECT_EQ(rule.counted.at(1), model::DocumentRule::Part::kNotes);
  EXPECT_EQ(rule.max_pages, 10);
  EXPECT_TRUE(rule.paragraphs_numbered && rule.pages_numbered && rule.submitters && rule.own_annexes);
  EXPECT_EQ(rule.languages.at(1), "fr");
  EXPECT_EQ(rule.formats.at(0), "docx");
}

TEST(DocumentRules, Mistakes) {
  const auto refused = [](const std::string& more, const std::string& finding) {
    ExpectRefused(Section("document", "  " + more + "\n"), finding);
  };
  refused("words: {min: 9, max: 3}", "6:19 D0103 \"max\" wants a number from 9 on, this is 3");
  refused("words: {count: body}",
          "6:11 D0103 \"words\" wants at least one of min, max, this is none of them");
  refused("words: {max: 3, count: [boddy]}",
          "6:27 D0105 \"boddy\" is not one of the values of \"count\" | did you mean \"body\"?");
  refused("format: [dcox]",
          "6:12 D0105 \"dcox\" is not one of the values of \"format\" | did you mean \"docx\"?");
  refused("paragraphs: yes",
          "6:15 D0105 \"yes\" is not one of the values of \"paragraphs\" | write numbered");
  refused("pages_numbered: yes",
          "6:19 D0104 \"yes\" is not a boolean here; only true and false are | write true or false");
  refused("weight: core",
          "4:3 D0103 \"document\" wants at least one of words, pages, paragraphs, pages_numbered, "
          "languages, format, submitters, annexes, this is none of them");
}

TEST(Crosswalk, RemovedRulesLeadNowhere) {
  const model::RulePack pack = Read(Sections(
      "crosswalk: [{from: a.1, to: b.1, kind: split, note: {en: N}}, {from: a.2, kind: removed}]\n"));
  ASSERT_EQ(pack.crosswalk.size(), 2U);
  EXPECT_EQ(pack.crosswalk[0].kind, model::Crosswalk::Kind::kSplit);
  EXPECT_EQ(pack.crosswalk[1].to, "");
  ExpectRefused(Sections("crosswalk: [{from: a, kind: moved}]\n"),
                "3:14 D0102 the key \"to\" is missing");
  ExpectRefused(Sections("crosswalk: [{from: a, to: b, kind: removed}]\n"),
                "3:23 D0103 \"to\" wants a rule that was not removed, this is one that was");
  ExpectRefused(Sections("crosswalk: [{from: a, to: b, kind: change}]\n"),
                "3:36 D0105 \"change\" is not one of the values of \"kind\" | did you mean "
                "\"changed\"?");
}

TEST(Tailoring, AddsRemovesAndSets) {
  const model::RulePack pack = Read(Sections(
      "tailor:\n- at: eu.qr.15.b\n  reason: {en: R}\n  add: {needs: [{id: own}]}\n"
      "  remove: {needs: [country]}\n  set: [{need: individual, count: {min: 2}, distinct: "
      "{publisher: 2, event: 3}, within: P12M, weight: supporting}]\n"));
  ASSERT_EQ(pack.tailorings.size(), 1U);
  const model::Tailoring& tailoring = pack.tailorings[0];
  EXPECT_EQ(tailoring.at.value, "eu.qr.15.b");
  EXPECT_EQ(tailoring.add.at(0).id, "own");
  EXPECT_EQ(tailoring.remove.at(0).value, "country");
  const model::NeedChange& change = tailoring.set.at(0);
  EXPECT_EQ(change.min, 2);
  EXPECT_FALSE(change.max);
  EXPECT_EQ(change.distinct_events, 3);
  EXPECT_FALSE(change.distinct_kinds) << "what is not given stays";
  EXPECT_EQ(change.months, 12);
  EXPECT_EQ(change.weight, model::Weight::kSupporting);
}

TEST(Tailoring, Mistakes) {
  const auto refused = [](const std::string& more, const std::string& finding) {
    ExpectRefused(Sections("tailor:\n- {at: a, " + more + "}\n"), finding);
  };
  refused("add: {needs: [{id: n}]}", "4:4 D0102 the key \"reason\" is missing");
  refused("reason: R",
          "4:4 D0103 \"tailor\" wants at least one of add, remove, set, this is none of them");
  refused("reason: R, set: [{need: n}]",
          "4:29 D0103 \"set\" wants at least one of count, distinct, within, weight, this is none of "
          "them");
  refused("reason: R, set: [{need: n, within: P3D}]",
          "4:46 D0103 \"within\" wants a duration such as P24M or P2Y, this is a word");
  refused("reason: R, set: [{need: n, count: {min: 5, max: 4}}]",
          "4:54 D0103 \"max\" wants a number from 5 on, this is 4");
  refused("reason: R, add: {needs: [{id: n}, {id: n}]}", "4:46 D0109 the id \"n\" is used twice");
}

}  // namespace
}  // namespace dossier::load
