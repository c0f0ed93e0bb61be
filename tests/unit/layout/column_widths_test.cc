// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/column_widths.h"

#include <gtest/gtest.h>

#include "tests/support/typesetting.h"

namespace dossier::layout {
namespace {

class ColumnWidthsTest : public ::testing::Test {
 protected:
  ColumnPlan Plan(std::vector<int> widths, std::vector<std::string> words) {
    compose::Table table;
    table.widths = std::move(widths);
    table.rows.emplace_back();
    for (std::string& word : words) {
      table.rows.back().cells.push_back(testing::Cell(std::move(word)));
    }
    const Column column{.left = Length(), .width = Length::FromPoints(400)};
    return PlanColumns(table, column, tools_);
  }

  static Length WidthOfColumn(const ColumnPlan& plan, std::size_t i) {
    return plan.edges.at(i + 1) - plan.edges.at(i);
  }

  diagnostics::Sink sink_;
  Findings findings_{sink_};
  fonts::Shaper shaper_{testing::InstalledFonts()};
  text::LineBreaker breaker_;
  Tools tools_{shaper_, breaker_, findings_};
};

TEST_F(ColumnWidthsTest, InProportionWhereTheWordsFit) {
  const ColumnPlan plan = Plan({1, 3}, {"one", "two words"});
  EXPECT_EQ(WidthOfColumn(plan, 0), Length::FromPoints(100));
  EXPECT_EQ(WidthOfColumn(plan, 1), Length::FromPoints(300));
  EXPECT_FALSE(plan.smaller);
}

TEST_F(ColumnWidthsTest, AColumnTakesWhatItsLongestWordNeeds) {
  const ColumnPlan plan = Plan({1, 9, 9}, {"Incomprehensibilities", "a few words", "more words"});
  EXPECT_GT(WidthOfColumn(plan, 0), Length::FromPoints(70));
  EXPECT_EQ(WidthOfColumn(plan, 1), WidthOfColumn(plan, 2));
  EXPECT_EQ(plan.edges.back(), Length::FromPoints(400));
  EXPECT_FALSE(plan.smaller);
}

TEST_F(ColumnWidthsTest, AddressesTakeNothing) {
  const std::string address = "https://example.org/" + std::string(90, 'a') + "/" + std::string(90, 'b');
  const ColumnPlan plan = Plan({2, 15, 1}, {"A-1", address, "Pages"});
  EXPECT_GE(WidthOfColumn(plan, 2), Length::FromPoints(28)) << "the short word stays whole";
  EXPECT_FALSE(plan.smaller);
}

TEST_F(ColumnWidthsTest, SmallerTypeWhereNothingElseHelps) {
  const std::string word(17, 'm');
  const ColumnPlan plan = Plan({1, 1, 1}, {word, word, word});
  EXPECT_TRUE(plan.smaller);
  EXPECT_LT(plan.text.size, kTableText.size);
}

TEST_F(ColumnWidthsTest, WhereThatDoesNotHelpTheWidestGivesWay) {
  const ColumnPlan plan = Plan({1, 1, 1}, {"Pages", std::string(300, 'm'), "Number"});
  EXPECT_FALSE(plan.smaller);
  EXPECT_EQ(plan.text.size, kTableText.size);
  EXPECT_GE(WidthOfColumn(plan, 0), Length::FromPoints(28));
  EXPECT_GE(WidthOfColumn(plan, 2), Length::FromPoints(34));
  EXPECT_GT(WidthOfColumn(plan, 1), Length::FromPoints(250));
}

}  // namespace
}  // namespace dossier::layout
