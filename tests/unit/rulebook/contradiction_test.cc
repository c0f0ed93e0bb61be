// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/contradiction.h"

#include <gtest/gtest.h>

namespace dossier::rulebook {
namespace {

using model::Condition;
using Kind = Condition::Kind;

Condition Fact(std::string name, std::vector<std::string> values) {
  Condition condition;
  condition.name = std::move(name);
  condition.values = std::move(values);
  return condition;
}

Condition Numbers(std::string name, std::optional<std::int64_t> least,
                  std::optional<std::int64_t> most) {
  Condition condition;
  condition.name = std::move(name);
  condition.at_least = least;
  condition.at_most = most;
  return condition;
}

Condition Combined(Kind kind, std::vector<Condition> children) {
  Condition condition;
  condition.kind = kind;
  condition.children = std::move(children);
  return condition;
}

Condition Dated(std::string_view from, std::string_view before) {
  Condition condition;
  condition.kind = Kind::kDate;
  condition.name = "lodged";
  condition.range.from.date = Date::Parse(from);
  condition.range.before.date = Date::Parse(before);
  return condition;
}

bool Clash(const Condition& a, const Condition& b) { return !Contradiction({&a, &b}).empty(); }

TEST(ContradictionTest, AFactIsNotTwoThings) {
  EXPECT_TRUE(Clash(Fact("f", {"a"}), Fact("f", {"b", "c"})));
  EXPECT_FALSE(Clash(Fact("f", {"a", "b"}), Fact("f", {"b", "c"})));
  EXPECT_FALSE(Clash(Fact("f", {"a"}), Fact("g", {"b"})));
}

TEST(ContradictionTest, AFactIsNotAThingAndItsContrary) {
  const Condition contrary = Combined(Kind::kNot, {Fact("f", {"a", "b"})});
  EXPECT_TRUE(Clash(Fact("f", {"a"}), contrary));
  EXPECT_FALSE(Clash(Fact("f", {"a", "c"}), contrary));
}

TEST(ContradictionTest, SeesThroughAllAndThroughNotAny) {
  EXPECT_TRUE(Clash(Combined(Kind::kAll, {Fact("g", {"x"}), Fact("f", {"a"})}), Fact("f", {"b"})));
  const Condition neither =
      Combined(Kind::kNot, {Combined(Kind::kAny, {Fact("f", {"a"}), Fact("g", {"x"})})});
  EXPECT_TRUE(Clash(neither, Fact("f", {"a"})));
  EXPECT_FALSE(Clash(Combined(Kind::kAny, {Fact("f", {"a"}), Fact("g", {"x"})}), Fact("f", {"b"})));
}

TEST(ContradictionTest, NumbersNeedRoomBetweenTheirBounds) {
  EXPECT_TRUE(Clash(Numbers("age", 18, {}), Numbers("age", {}, 17)));
  EXPECT_FALSE(Clash(Numbers("age", 18, {}), Numbers("age", {}, 18)));
  EXPECT_TRUE(Clash(Combined(Kind::kNot, {Numbers("age", 18, {})}), Numbers("age", 18, {})));
  const Condition alone = Numbers("age", 5, 3);
  EXPECT_FALSE(Contradiction({&alone}).empty());
}

TEST(ContradictionTest, RangesOfDatesAreHalfOpen) {
  EXPECT_TRUE(Clash(Dated("", "2026-06-12"), Dated("2026-06-12", "")));
  EXPECT_FALSE(Clash(Dated("", "2026-06-13"), Dated("2026-06-12", "")));
  EXPECT_TRUE(Clash(Combined(Kind::kNot, {Dated("2020-01-01", "")}), Dated("2021-01-01", "")));
  EXPECT_FALSE(Clash(Combined(Kind::kNot, {Dated("2021-01-01", "")}), Dated("2020-01-01", "")));
}

TEST(ContradictionTest, SomebodyMayHaveHadSeveralProcedures) {
  Condition first;
  first.kind = Kind::kProcedure;
  first.name = "asylum";
  Condition second = first;
  second.name = "appeal";
  EXPECT_FALSE(Clash(first, second));
  EXPECT_TRUE(Clash(first, Combined(Kind::kNot, {first})));
}

}  // namespace
}  // namespace dossier::rulebook
