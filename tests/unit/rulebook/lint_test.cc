// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/lint.h"

#include <gtest/gtest.h>

namespace dossier::rulebook {
namespace {

using model::RulePack;

model::Criterion Version(std::string id, std::string_view from, std::string_view to) {
  model::Criterion criterion;
  criterion.id = std::move(id);
  criterion.from = Date::Parse(from);
  criterion.to = Date::Parse(to);
  criterion.authority.instrument = "Act";
  criterion.authority.pinpoint = "Art. 1";
  return criterion;
}

std::vector<std::string> Messages(const std::vector<RulePack>& packs, std::string_view today = "") {
  diagnostics::Sink sink;
  Lint(packs, Date::Parse(today), sink);
  std::vector<std::string> messages;
  for (const auto& finding : sink.findings()) messages.push_back(finding.Message());
  return messages;
}

TEST(LintTest, VersionsThatTouchLeaveNoGap) {
  RulePack pack;
  pack.criteria = {Version("a", "2014-01-01", "2020-01-01"), Version("b", "2020-01-01", "")};
  EXPECT_TRUE(Messages({pack}).empty());
  pack.criteria[1].from = Date::Parse("2020-01-02");
  EXPECT_EQ(Messages({pack}),
            std::vector<std::string>{
                "between 2020-01-01 and 2020-01-02 no version of Act, Art. 1 is in force"});
}

TEST(LintTest, AVersionBetweenTwoOthersFillsTheGap) {
  RulePack pack;
  pack.criteria = {Version("a", "2014-01-01", "2020-01-01"), Version("c", "2021-01-01", ""),
                   Version("b", "2015-01-01", "2021-01-01")};
  EXPECT_TRUE(Messages({pack}).empty());
}

TEST(LintTest, TheCrosswalkMakesVersionsOfDifferentProvisions) {
  RulePack pack;
  pack.criteria = {Version("a", "2014-01-01", "2020-01-01"), Version("b", "2020-03-01", "")};
  pack.criteria[1].authority.pinpoint = "Art. 2";
  EXPECT_TRUE(Messages({pack}).empty());
  model::Crosswalk& link = pack.crosswalk.emplace_back();
  link.from = "a";
  link.to = "b";
  link.kind = model::Crosswalk::Kind::kMoved;
  EXPECT_EQ(Messages({pack}).size(), 1U);
  pack.crosswalk.front().kind = model::Crosswalk::Kind::kSplit;
  EXPECT_TRUE(Messages({pack}).empty());
}

TEST(LintTest, RulesThatReadDifferentDatesAreNotComparedInTime) {
  RulePack pack;
  pack.criteria = {Version("a", "2014-01-01", "2020-01-01"), Version("b", "2020-03-01", "")};
  pack.criteria[1].reads = "lodged";
  EXPECT_TRUE(Messages({pack}).empty());
}

TEST(LintTest, ACheckIsOldTheDayAfterItsAge) {
  RulePack pack;
  pack.id = "x/act";
  pack.last_checked = Date::Parse("2024-01-31");
  pack.max_age = model::MaxAge{.months = 1, .days = 2};
  EXPECT_TRUE(Messages({pack}).empty());
  EXPECT_TRUE(Messages({pack}, "2024-03-02").empty());
  EXPECT_EQ(Messages({pack}, "2024-03-03"),
            std::vector<std::string>{"pack x/act was last compared with its sources on 2024-01-31; "
                                     "it asks for that every 1 month and 2 days"});
}

TEST(LintTest, APackThatIsOnlyExtendedIsNotLinted) {
  RulePack pack;
  pack.last_checked = Date::Parse("2020-01-01");
  pack.max_age = model::MaxAge{.months = 1};
  pack.named_by_case = false;
  EXPECT_TRUE(Messages({pack}, "2024-01-01").empty());
}

TEST(LintTest, ASmallShareNeedsManyItems) {
  RulePack pack;
  model::Criterion& criterion = pack.criteria.emplace_back();
  criterion.id = "a";
  model::Need& need = criterion.needs.emplace_back();
  need.id = "n";
  need.max_share = 30;
  need.max = 4;
  EXPECT_TRUE(Messages({pack}).empty());
  need.max = 3;
  EXPECT_EQ(Messages({pack}).size(), 1U);
}

TEST(LintTest, OneItemMayHaveSeveralPrimarySources) {
  RulePack pack;
  model::Criterion& criterion = pack.criteria.emplace_back();
  criterion.id = "a";
  model::Need& need = criterion.needs.emplace_back();
  need.id = "n";
  need.max = 1;
  need.distinct_origins = 2;
  EXPECT_TRUE(Messages({pack}).empty());
}

TEST(LintTest, MoreBranchesThanThereAre) {
  RulePack pack;
  model::Criterion& criterion = pack.criteria.emplace_back();
  criterion.id = "a";
  criterion.op = model::Operator::kAtLeast;
  criterion.at_least = 2;
  criterion.children.emplace_back().id = "a.1";
  EXPECT_EQ(Messages({pack}),
            std::vector<std::string>{"nothing can lead to a: it wants 2 of 1 branch"});
}

}  // namespace
}  // namespace dossier::rulebook
