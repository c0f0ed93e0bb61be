// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/check/author_decisions.h"
#include "compiler/check/order.h"

namespace dossier::check {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using evaluate::Verdict;
using ::testing::ElementsAre;

model::CaseDate Day(std::string_view text) {
  model::CaseDate date;
  date.date = Date::Parse(text);
  return date;
}

/// A case with one ground and one covered criterion, to which each test adds its matter.
struct Gathering {
  Gathering() {
    source.header.filings.resize(1);
    source.header.filings[0].date = Day("2024-10-14");
    source.grounds.resize(1);
    coverage.criteria.resize(1);
    coverage.criteria[0].id = "c";
    coverage.criteria[0].subject = "p";
    coverage.criteria[0].verdict = Verdict::kCovered;
    (void)sources.Add("grounds.yaml", "one\ntwo three\nfour\n");
    (void)sources.Add("dossier.yaml", "five\n");
  }

  CheckResult Run() {
    resolve::ResolvedCase resolved;
    resolved.source = &source;
    for (std::size_t i = 0; i < digests.size(); ++i) {
      source.exhibits.emplace_back();
      source.exhibits.back().id.value = "e" + std::to_string(i + 1);
      source.exhibits.back().files.resize(1);
      resolved.exhibits.emplace_back();
      resolved.exhibits.back().index = i;
      resolved.exhibits.back().sha256 = digests[i];
    }
    return Check(coverage, resolved, findings, sources, options);
  }

  Finding& Add(Kind kind, std::uint32_t file = 0, std::uint32_t at = 0) {
    Finding finding;
    finding.kind = kind;
    finding.place = Span{.file = file, .begin = at, .end = at + 1};
    finding.subject = "p";
    finding.criterion = "c";
    findings.push_back(finding);
    return findings.back();
  }

  model::AuthorWaiver& Waive(std::string_view code, std::string_view until) {
    model::AuthorWaiver waiver;
    waiver.code.value = code;
    waiver.reason = "asked for on 1 October";
    waiver.by = "A. Example";
    waiver.until = Day(until);
    waiver.span = {.file = 1, .begin = 0, .end = 1};
    source.author.waivers.push_back(waiver);
    return source.author.waivers.back();
  }

  model::Case source;
  evaluate::Coverage coverage;
  std::vector<Finding> findings;
  std::vector<Digest> digests;
  diagnostics::Sources sources;
  CheckOptions options;
};

std::vector<std::string> Codes(const CheckResult& result) {
  std::vector<std::string> codes;
  for (const CheckedFinding& checked : result.findings) {
    codes.push_back(std::string(Describe(checked.finding.kind).code) + " " +
                    std::string(ToString(checked.finding.EffectiveLevel())) +
                    (checked.waived() ? " waived" : ""));
  }
  return codes;
}

TEST(Check, CleanCaseIsZero) {
  Gathering gathering;
  const CheckResult result = gathering.Run();
  EXPECT_EQ(result.outcome, Outcome::kChecked);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_EQ(result.summary.criteria, 1);
  EXPECT_EQ(result.summary.verdicts[static_cast<std::size_t>(Verdict::kCovered)], 1);
}

TEST(Check, FailsAtItsLevelAndAbove) {
  Gathering gathering;
  gathering.Add(Kind::kCriterionThin);  // a warning
  EXPECT_EQ(gathering.Run().exit_code, 0);
  gathering.options.fail_on = Level::kWarning;
  EXPECT_EQ(gathering.Run().exit_code, 1);
  gathering.options.fail_on = Level::kNote;
  EXPECT_EQ(gathering.Run().exit_code, 1);
  gathering.options.fail_on = std::nullopt;
  gathering.Add(Kind::kCriterionOpen);
  EXPECT_EQ(gathering.Run().exit_code, 0);
}

TEST(Check, SortsByFileLineColumnAndCode) {
  Gathering gathering;
  gathering.Add(Kind::kCriterionOpen, 0, 8);
  gathering.Add(Kind::kCriterionThin, 0, 4);
  gathering.Add(Kind::kCriterionOpen, 0, 4);
  gathering.Add(Kind::kDateMissing, 1, 0);
  EXPECT_THAT(Codes(gathering.Run()),
              ElementsAre("D0404 warning", "D0501 error", "D0502 warning", "D0501 error"));
}

TEST(Check, SaysTheSameOnce) {
  Gathering gathering;
  gathering.Add(Kind::kCriterionOpen).args = {Id("n"), Id("c")};
  gathering.Add(Kind::kCriterionOpen).args = {Id("n"), Id("c")};
  gathering.Add(Kind::kCriterionOpen).args = {Id("m"), Id("c")};
  EXPECT_EQ(gathering.Run().findings.size(), 2U);
}

// ---- nothing to rate

TEST(NothingChecked, WithoutAGroundOrAnApplicableRule) {
  Gathering gathering;
  gathering.coverage.criteria[0].verdict = Verdict::kNotApplicable;
  EXPECT_EQ(gathering.Run().outcome, Outcome::kNothingChecked);
  EXPECT_EQ(gathering.Run().exit_code, 5);
  EXPECT_THAT(Codes(gathering.Run()), ElementsAre("D0506 error"));
  gathering.coverage.criteria[0].verdict = Verdict::kOpen;
  EXPECT_EQ(gathering.Run().exit_code, 0);
  gathering.source.grounds.clear();
  EXPECT_EQ(gathering.Run().exit_code, 5);
  gathering.options.allow_empty = true;
  const CheckResult allowed = gathering.Run();
  EXPECT_EQ(allowed.outcome, Outcome::kNothingChecked);
  EXPECT_EQ(allowed.exit_code, 0);
  EXPECT_THAT(Codes(allowed), ElementsAre());
}

// ---- waivers

TEST(Waivers, HoldToTheEndOfTheirLastDay) {
  const auto run = [](std::string_view today) {
    Gathering gathering;
    gathering.Add(Kind::kCriterionOpen);
    gathering.Waive("D0501", "2024-12-31");
    gathering.options.today = Date::Parse(today);
    return gathering.Run();
  };
  EXPECT_THAT(Codes(run("2024-12-31")), ElementsAre("D0501 error waived"));
  EXPECT_EQ(run("2024-12-31").exit_code, 0);
  EXPECT_EQ(run("2024-12-31").summary.waived, 1);
  EXPECT_EQ(run("2024-12-31").summary.errors, 0);
  EXPECT_EQ(run("2024-12-31").findings[0].finding.waiver->by, "A. Example");
  EXPECT_THAT(Codes(run("2025-01-01")), ElementsAre("D0405 warning", "D0501 error"));
  EXPECT_EQ(run("2025-01-01").exit_code, 1);
}

TEST(Waivers, AreMeasuredAtTheFilingByDefault) {
  Gathering gathering;  // filed on 2024-10-14
  gathering.Add(Kind::kCriterionOpen);
  gathering.Waive("D0501", "2024-10-13");
  EXPECT_THAT(Codes(gathering.Run()), ElementsAre("D0405 warning", "D0501 error"));
}

TEST(Waivers, CoverOnlyWhatTheyName) {
  const auto waived = [](auto narrow) {
    Gathering gathering;
    gathering.Add(Kind::kAdverseUnanswered).exhibits = {"e1"};
    narrow(gathering.Waive("D0504", "2025-01-01"));
    const CheckResult result = gathering.Run();
    return result.summary.waived == 1;
  };
  EXPECT_TRUE(waived([](model::AuthorWaiver&) {}));
  EXPECT_TRUE(waived([](model::AuthorWaiver& w) { w.criterion = "c"; }));
  EXPECT_FALSE(waived([](model::AuthorWaiver& w) { w.criterion = "d"; }));
  EXPECT_FALSE(waived([](model::AuthorWaiver& w) { w.subject = "q"; }));
  EXPECT_TRUE(waived([](model::AuthorWaiver& w) { w.exhibit = "e1"; }));
  EXPECT_FALSE(waived([](model::AuthorWaiver& w) { w.exhibit = "e2"; }));
  EXPECT_TRUE(waived([](model::AuthorWaiver& w) { w.file = "grounds.yaml"; }));
  EXPECT_FALSE(waived([](model::AuthorWaiver& w) { w.file = "dossier.yaml"; }));
}

TEST(Waivers, ThatMatchNothingAreReported) {
  Gathering gathering;
  gathering.Waive("D0501", "2025-01-01");
  EXPECT_THAT(Codes(gathering.Run()), ElementsAre("D0406 warning"));
}

TEST(Waivers, NeverCoverThemselvesOrAnEmptyCase) {
  Gathering gathering;
  gathering.source.grounds.clear();
  gathering.Waive("D0506", "2025-01-01");
  gathering.Waive("D0406", "2025-01-01");
  EXPECT_EQ(gathering.Run().exit_code, 5);
  EXPECT_EQ(gathering.Run().summary.waived, 0);
}

// ---- levels and acceptances

TEST(Levels, LowerAnyAndRaiseOnlyTheCodesOwnLevel) {
  Gathering gathering;
  gathering.Add(Kind::kCriterionOpen, 0, 0);
  gathering.Add(Kind::kCriterionOpen, 0, 4).level = Level::kNote;  // beside a covered branch
  gathering.Add(Kind::kCriterionThin, 0, 14);
  gathering.source.author.levels = {{{"D0501", {}}, "warning"}, {{"D0502", {}}, "error"}};
  EXPECT_THAT(Codes(gathering.Run()), ElementsAre("D0501 warning", "D0501 note", "D0502 error"));
}

TEST(Acceptances, AreNotedOnGapsAndChangeNoLevel) {
  Gathering gathering;
  gathering.coverage.criteria[0].verdict = Verdict::kOpen;
  gathering.Add(Kind::kCriterionOpen);
  model::Acceptance acceptance;
  acceptance.criterion = "c";
  acceptance.by = "A. Example";
  acceptance.reason = "the archive is closed";
  gathering.source.author.acceptances = {acceptance};
  const CheckResult result = gathering.Run();
  ASSERT_TRUE(result.coverage.criteria[0].accepted.has_value());
  EXPECT_EQ(result.coverage.criteria[0].accepted->reason, "the archive is closed");
  EXPECT_TRUE(result.findings[0].accepted.has_value());
  EXPECT_EQ(result.exit_code, 1);
  gathering.source.author.acceptances[0].subject = "q";
  EXPECT_FALSE(gathering.Run().coverage.criteria[0].accepted.has_value());
  gathering.source.author.acceptances[0].subject = "";
  gathering.coverage.criteria[0].verdict = Verdict::kCovered;
  EXPECT_FALSE(gathering.Run().coverage.criteria[0].accepted.has_value());
}

// ---- doubles, fingerprints

TEST(Doubles, OneFileUnderTwoIdsIsReported) {
  Gathering gathering;
  Digest one;
  Digest two;
  two.bytes[0] = 1;
  gathering.digests = {one, two, one};
  const CheckResult result = gathering.Run();
  EXPECT_THAT(Codes(result), ElementsAre("D0708 warning"));
  EXPECT_THAT(result.findings[0].finding.exhibits, ElementsAre("e1", "e3"));
}

TEST(Fingerprint, HoldsTheMatterAndNotThePlaceOrTheWords) {
  Finding finding;
  finding.kind = Kind::kCriterionThin;
  finding.subject = "p";
  finding.criterion = "c";
  finding.need = "n";
  finding.exhibits = {"e1", "e2"};
  const std::string print = FingerprintOf(finding);
  EXPECT_EQ(print.size(), 32U);
  Finding moved = finding;
  moved.place = Span{.file = 4, .begin = 8, .end = 9};
  moved.args = {Id("other words")};
  moved.exhibits = {"e2", "e1"};
  moved.level = Level::kNote;
  EXPECT_EQ(FingerprintOf(moved), print);
  const auto differs = [&](auto edit) {
    Finding other = finding;
    edit(other);
    return FingerprintOf(other) != print;
  };
  EXPECT_TRUE(differs([](Finding& f) { f.kind = Kind::kCriterionOpen; }));
  EXPECT_TRUE(differs([](Finding& f) { f.subject = "q"; }));
  EXPECT_TRUE(differs([](Finding& f) { f.criterion = "d"; }));
  EXPECT_TRUE(differs([](Finding& f) { f.need = "m"; }));
  EXPECT_TRUE(differs([](Finding& f) { f.exhibits = {"e1"}; }));
  // Parts never run into one another.
  EXPECT_TRUE(differs([](Finding& f) {
    f.subject = "";
    f.criterion = "pc";
  }));
  EXPECT_TRUE(differs([](Finding& f) {
    f.exhibits = {"e1", "e2", "n"};
    f.need = "";
  }));
}

}  // namespace
}  // namespace dossier::check
