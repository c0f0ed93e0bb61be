// SPDX-License-Identifier: GPL-3.0-or-later
//
// Packs that nobody writes by hand: each ends in findings, and none of them takes more than a
// number of steps that grows with its size.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/load/pack_text.h"

namespace dossier::load {
namespace {

constexpr int kMany = 10000;

std::string Rule(const std::string& id, const std::string& more) {
  return "- {id: " + id + ", authority: " + kAuthority + ", " + more + "}\n";
}

std::size_t LinesIn(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(HostileRules, TenThousandReferencesToRulesThatAreNotThere) {
  std::string text = "criteria:\n";
  for (int i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    text += Rule("xx." + number, "all: [{ref: nowhere." + number + "}]");
  }
  const LoadedPack loaded = LoadText(Sections(text));
  ASSERT_TRUE(loaded.pack) << "whether an id refers to anything is not for the loader";
  EXPECT_EQ(loaded.pack->criteria.size(), static_cast<std::size_t>(kMany));
}

TEST(HostileRules, TenThousandPacksThatAreNotThere) {
  std::string extends;
  for (int i = 0; i < kMany; ++i) extends += (i == 0 ? "no/p" : ", no/p") + std::to_string(i);
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const MemoryFiles files(
      {{"xx/a.yaml", "format: 1\npack: {id: xx/a, version: '1', title: T, extends: [" + extends +
                         "]}\ncrosswalk: [{from: a, to: b, kind: moved}]\n"}});
  EXPECT_FALSE(LoadPacks(files, {{"xx/a", {}}}, sources, sink));
  EXPECT_EQ(sink.findings().size(), static_cast<std::size_t>(kMany));
}

TEST(HostileRules, TenThousandUnknownKeysAndWords) {
  std::string keys;
  for (int i = 0; i < kMany; ++i) keys += ", some-key-that-nobody-knows-" + std::to_string(i) + ": 1";
  EXPECT_EQ(LinesIn(LoadText(Pack(Rule("xx.1", "needs: [{id: n}]" + keys))).findings),
            static_cast<std::size_t>(kMany));
  std::string kinds;
  for (int i = 0; i < kMany; ++i) kinds += "no-kind-of-exhibit-" + std::to_string(i) + ", ";
  EXPECT_EQ(
      LinesIn(LoadText(Pack(Rule("xx.1", "needs: [{id: n, where: {kind: [" + kinds + "note]}}]")))
                  .findings),
      static_cast<std::size_t>(kMany));
}

TEST(HostileRules, TenThousandTimesTheSameId) {
  std::string text = "criteria:\n";
  for (int i = 0; i < kMany; ++i) text += Rule("xx.1", "needs: [{id: n}]");
  EXPECT_EQ(LinesIn(LoadText(Sections(text)).findings), static_cast<std::size_t>(kMany - 1));
  std::string needs;
  for (int i = 0; i < kMany; ++i) needs += "{id: n}, ";
  EXPECT_EQ(LinesIn(LoadText(Pack(Rule("xx.1", "needs: [" + needs + "{id: m}]"))).findings),
            static_cast<std::size_t>(kMany - 1));
}

TEST(HostileRules, NestingEndsAtTheLimitOfYaml) {
  const std::pair<std::string, std::string> levels[] = {
      {"all: [{id: a, ", "x: 1}]"},
      {"each: {over: persons, do: {id: a, ", "x: 1}}"},
      {"needs: [{id: n}], when: {not: {all: [{fact: f, ", "x: 1}]}}"}};
  for (const auto& [open, close] : levels) {
    std::string text = "criteria:\n- {id: xx.1, authority: " + kAuthority + ", ";
    for (int i = 0; i < kMany; ++i) text += open;
    for (int i = 0; i < kMany; ++i) text += close + (i + 1 < kMany ? ", " : "}\n");
    const std::string findings = LoadText(Sections(text)).findings;
    EXPECT_NE(findings.find("D0011"), std::string::npos) << open << findings.substr(0, 300);
    EXPECT_EQ(LinesIn(findings), 1U);
  }
  std::string condition = "{fact: f}";
  for (int i = 0; i < 55; ++i) condition = "{not: " + condition + "}";
  EXPECT_EQ(LoadText(Pack(Rule("xx.1", "needs: [{id: n}], when: " + condition))).findings, "");
}

TEST(HostileRules, AliasesAreRefusedWhereTheyBegin) {
  std::string text = "format: 1\na: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c <= 'k'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    text += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) text += "*" + before + (i < 8 ? ", " : "]\n");
  }
  const LoadedPack loaded = LoadText(text);
  EXPECT_TRUE(loaded.findings.starts_with("pack:xx/sample:2:4 D0010 ")) << loaded.findings;
  EXPECT_EQ(LinesIn(loaded.findings), 1U);
}

TEST(HostileRules, CirclesOfAThousand) {
  std::string text = "criteria:\n";
  for (int i = 0; i < 1000; ++i) {
    text += Rule("xx." + std::to_string(i), "ref: xx." + std::to_string((i + 1) % 1000));
  }
  EXPECT_EQ(LoadText(Sections(text)).findings, "") << "the loader follows no reference";
  MemoryFiles files;
  for (int i = 0; i < 1000; ++i) {
    const std::string id = "x/p" + std::to_string(i);
    files.Add(id + ".yaml", "format: 1\npack: {id: " + id + ", version: '1', title: T, extends: [x/p" +
                                std::to_string((i + 1) % 1000) +
                                "]}\ncrosswalk: [{from: a, to: b, kind: moved}]\n");
  }
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto packs = LoadPacks(files, {{"x/p7", {}}}, sources, sink);
  EXPECT_EQ(Lines(sources, sink), "");
  ASSERT_TRUE(packs);
  EXPECT_EQ(packs->size(), 1000U);
  EXPECT_EQ(packs->back().id, "x/p6");
}

}  // namespace
}  // namespace dossier::load
