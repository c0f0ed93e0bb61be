// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "compiler/load/load_pack.h"
#include "compiler/ruletest/decode.h"
#include "compiler/ruletest/run.h"
#include "tests/support/memory_file_system.h"

namespace dossier::ruletest {
namespace {

constexpr char kHead[] =
    "authority: {instrument: Act, pinpoint: Art. 1, url: \"https://example.org\", language: en, "
    "version: 2024-01-01, verified: V}";

/// A pack and its tests, run.
struct Ran {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<PackTests> tests;
  std::size_t passed = 0;
  std::vector<std::string> unreached;  // "rule: way"

  Ran(const std::string& criteria, const std::string& written) {
    const std::string pack = "format: 1\npack: {id: x/act, version: \"1\", title: Act}\n" + criteria;
    tests::MemoryFileSystem files(
        {{"x/act.yaml", pack},
         {"tests/x/act.yaml", "format: 1\npack: x/act\ntests:\n" + written}});
    auto packs = load::LoadPacks(files, {{"x/act", {}}}, sources, sink);
    tests = LoadPackTests(files, "tests/x/act.yaml", "tests/x/act.yaml", sources, sink);
    EXPECT_TRUE(packs.has_value()) << (sink.findings().empty() ? "" : sink.findings()[0].Message());
    if (!packs || !tests) return;
    Arms arms(packs->front());
    const Outcomes outcomes =
        RunTests(*tests, {.packs = *packs, .calendars = {}}, arms, sink);
    for (const auto& outcome : outcomes) passed += outcome->passed ? 1 : 0;
    for (const Arm& arm : arms.all()) {
      if (!arm.reached) unreached.push_back(arm.rule + ": " + arm.way);
    }
  }

  [[nodiscard]] std::vector<std::string> Messages() const {
    std::vector<std::string> messages;
    for (const auto& finding : sink.findings()) messages.push_back(finding.Message());
    return messages;
  }
};

std::string Leaf() {
  return std::string("criteria:\n  - {id: a, ") + kHead + ", needs: [{id: n, count: {min: 2}}]}\n";
}

TEST(RuleTest, EveryFailureIsSaid) {
  const Ran ran(Leaf(),
                "  - {name: one, criterion: a, expect: {verdict: covered, unmet: []}}\n"
                "  - {name: two, criterion: a, expect: {verdict: open}}\n"
                "  - {name: three, criterion: a, expect: {findings: [D0502]}}\n");
  EXPECT_EQ(ran.passed, 1U);
  EXPECT_EQ(ran.Messages(),
            (std::vector<std::string>{
                "test \"one\" expects a to be covered and gets open",
                "test \"one\" expects unmet: no need and gets n",
                "test \"three\" expects finding D0502 and gets D0501"}));
}

TEST(RuleTest, RowsAddToTheirTable) {
  const Ran ran(Leaf(),
                "  - name: table\n    criterion: a\n    expect: {verdict: open}\n"
                "    evidence: {a: {needs: {n: [{}]}}}\n    rows:\n"
                "      - {expect: {verdict: thin}}\n"
                "      - {evidence: {a: {needs: {n: [{}, {}]}}}, expect: {verdict: covered}}\n"
                "      - {evidence: {a: {}}}\n");
  EXPECT_EQ(ran.Messages(), std::vector<std::string>{});
  ASSERT_EQ(ran.tests->tests.size(), 3U);
  EXPECT_EQ(ran.tests->tests[1].name, "table (row 2)");
  EXPECT_EQ(ran.passed, 3U);
  EXPECT_TRUE(ran.unreached.empty());
}

TEST(RuleTest, AMisspeltNeedFailsTheTest) {
  const Ran ran(Leaf(), "  - {name: one, criterion: a, evidence: {a: {needs: {m: [{}]}}}, expect: "
                        "{verdict: open}}\n");
  EXPECT_EQ(ran.passed, 0U);
}

TEST(RuleTest, ATestThatExpectsNothingIsRefused) {
  const Ran ran(Leaf(), "  - {name: one, criterion: a}\n");
  EXPECT_FALSE(ran.tests.has_value());
}

TEST(RuleTest, NoTestIsAFinding) {
  const Ran ran(Leaf(), "  []\n");
  EXPECT_EQ(ran.Messages(), std::vector<std::string>{"pack x/act has no test"});
}

TEST(RuleTest, ArmsOfAChoice) {
  const std::string criteria = std::string("criteria:\n  - id: a\n    ") + kHead +
                               "\n    any: [{id: a.1, needs: [{id: n}]}, {id: a.2, needs: [{id: n}]}]\n";
  const Ran ran(criteria,
                "  - {name: one, criterion: a, evidence: {a.1: {needs: {n: [{}]}}}, expect: {verdict: "
                "covered, reached: a.1, verdicts: {a.2: open}}}\n");
  EXPECT_EQ(ran.passed, 1U);
  EXPECT_EQ(ran.unreached,
            (std::vector<std::string>{"a: branch a.2 satisfied", "a: not satisfied",
                                      "a.1: need n not covered", "a.2: need n covered"}));
}

TEST(RuleTest, ArmsOfAnExclusionAndItsConditions) {
  const std::string criteria = std::string("criteria:\n  - id: a\n    ") + kHead +
                               "\n    in_force: {to: 2026-06-12}\n    when: {fact: f}\n"
                               "    none: {limbs: [{id: l}], answer_when: {fact: g}}\n";
  const Ran ran(criteria,
                "  - name: table\n    criterion: a\n    facts: {f: \"true\", g: \"false\"}\n"
                "    expect: {verdict: covered}\n    rows:\n"
                "      - {evidence: {a: {limbs: {l: [{answered: true}]}}}}\n"
                "      - {evidence: {a: {limbs: {l: [{}]}}}, expect: {verdict: contradicted}}\n"
                "      - {facts: {f: \"false\"}, expect: {verdict: not-applicable}}\n"
                "      - {dates: {filing: 2026-06-12}, expect: {verdict: not-applicable}}\n");
  EXPECT_EQ(ran.Messages(), std::vector<std::string>{});
  EXPECT_EQ(ran.unreached, std::vector<std::string>{"a: an answer is expected"});
}

TEST(RuleTest, ItemsHaveHarmlessValues) {
  const std::string criteria =
      std::string("criteria:\n  - id: a\n    ") + kHead +
      "\n    needs: [{id: n, count: {min: 2}, distinct: {publisher: 2, origin: 2}, where: {kind: "
      "[statement], scope: [individual], nature: [fact], language: [en], fresh: {within: P2M}, "
      "pinpoint: true, locked: true}}]\n";
  const Ran ran(criteria,
                "  - name: table\n    criterion: a\n    expect: {verdict: thin}\n    rows:\n"
                "      - {evidence: {a: {needs: {n: [{}, {}]}}}, expect: {verdict: covered}}\n"
                "      - {evidence: {a: {needs: {n: [{}, {pinpoint: false}]}}}}\n"
                "      - {evidence: {a: {needs: {n: [{}, {locked: false}]}}}}\n"
                "      - {evidence: {a: {needs: {n: [{}, {language: lt}]}}}}\n"
                "      - {evidence: {a: {needs: {n: [{}, {without: [published]}]}}}}\n");
  EXPECT_EQ(ran.Messages(), std::vector<std::string>{});
}

}  // namespace
}  // namespace dossier::ruletest
