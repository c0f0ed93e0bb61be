// SPDX-License-Identifier: GPL-3.0-or-later
//
// Several packs and what they extend; calendars.
#include <gtest/gtest.h>

#include "tests/unit/load/pack_text.h"

namespace dossier::load {
namespace {

std::string PackNamed(const std::string& id, const std::string& extends) {
  return "format: 1\npack: {id: " + id + ", version: '1', title: T" +
         (extends.empty() ? "" : ", extends: [" + extends + "]") +
         "}\ncrosswalk: [{from: a, to: b, kind: moved}]\n";
}

struct Together {
  std::optional<std::vector<model::RulePack>> packs;
  std::string findings;
};

Together Load(const MemoryFiles& files, const std::vector<std::string>& ids) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::vector<model::Text> named;
  for (const std::string& id : ids) named.push_back({id, {}});
  Together together;
  together.packs = LoadPacks(files, named, sources, sink);
  together.findings = Lines(sources, sink);
  return together;
}

/// `id` of each, with a star when the case did not name it.
std::string Ids(const Together& together) {
  std::string ids;
  if (!together.packs) return "none";
  for (const model::RulePack& pack : *together.packs) {
    ids += (ids.empty() ? "" : " ") + pack.id + (pack.named_by_case ? "" : "*");
  }
  return ids;
}

TEST(LoadPacks, NamedOnesFirstThenWhatTheyExtend) {
  const MemoryFiles files({{"x/a.yaml", PackNamed("x/a", "x/c, x/d")},
                           {"x/b.yaml", PackNamed("x/b", "x/d")},
                           {"x/c.yaml", PackNamed("x/c", "x/e")},
                           {"x/d.yaml", PackNamed("x/d", "")},
                           {"x/e.yaml", PackNamed("x/e", "x/a")},
                           {"x/f.yaml", "format: 1\nbroken\n"}});
  const Together together = Load(files, {"x/b", "x/a"});
  EXPECT_EQ(together.findings, "") << "x/f is not asked for, and a circle is no mistake";
  EXPECT_EQ(Ids(together), "x/b x/a x/d* x/c* x/e*");
  EXPECT_EQ(Ids(Load(files, {"x/d", "x/b"})), "x/d x/b") << "named and extended: named";
  EXPECT_EQ(Ids(Load(files, {})), "");
}

TEST(LoadPacks, APackMayExtendItself) {
  EXPECT_EQ(Ids(Load(MemoryFiles({{"x/a.yaml", PackNamed("x/a", "x/a")}}), {"x/a"})), "x/a");
}

TEST(LoadPacks, AnUnknownPackIsSaidWhereItIsExtended) {
  const Together together = Load(
      MemoryFiles({{"x/first.yaml", PackNamed("x/first", "x/secnd, x/second")},
                   {"x/second.yaml", "format: 1\npack: {id: x/other, version: '1', title: T}\n"
                                     "crosswalk: [{from: a, to: b, kind: moved}]\n"}}),
      {"x/first"});
  EXPECT_FALSE(together.packs);
  EXPECT_EQ(together.findings,
            "pack:x/first:2:55 D0209 there is no rule pack \"x/secnd\" | did you mean "
            "\"x/second\"?\n"
            "pack:x/second:1:1 D0103 \"id\" wants x/second, this is x/other | a pack is named after "
            "its file\n");
}

TEST(LoadPacks, OtherFoldersHoldNoPacks) {
  const MemoryFiles files({{"x/a.yaml", ""},
                           {"tests/x/a.yaml", ""},
                           {"calendars/lt.yaml", ""},
                           {"schemas/pack.yaml", ""},
                           {"testsuite/a.yaml", ""},
                           {"README.yaml", ""},
                           {"x/a.txt", ""}});
  EXPECT_EQ(PackIds(files), (std::vector<std::string>{"testsuite/a", "x/a"}));
  EXPECT_EQ(Load(files, {"tests/x/a"}).findings,
            " D0209 there is no rule pack \"tests/x/a\" | one of testsuite/a, x/a\n");
}

struct LoadedCalendar {
  std::optional<model::Calendar> calendar;
  std::string findings;
};

LoadedCalendar Calendar(const std::string& rest, const std::string& id = "lt") {
  const std::string text = "format: 1\ncalendar: {id: lt, title: T, authority: " + kAuthority +
                           "}\n" + rest;
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  LoadedCalendar loaded;
  loaded.calendar =
      LoadCalendar(MemoryFiles({{"calendars/" + id + ".yaml", text}}), {"lt", {}}, sources, sink);
  loaded.findings = Lines(sources, sink);
  return loaded;
}

TEST(LoadCalendar, EveryKey) {
  const LoadedCalendar loaded = Calendar(
      "weekend: [5, 6]\nfixed: [{month: 2, day: 29}, {month: 11, day: 2, from_year: 2020, to_year: "
      "2030}]\neaster: [-2, 0, 1]\nnth: [{month: 5, weekday: 7, n: 1}]\n");
  ASSERT_TRUE(loaded.calendar) << loaded.findings;
  EXPECT_EQ(loaded.calendar->weekend, (std::vector<int>{5, 6}));
  EXPECT_EQ(loaded.calendar->fixed.at(0).day, 29);
  EXPECT_EQ(loaded.calendar->fixed.at(1).from_year, 2020);
  EXPECT_EQ(loaded.calendar->fixed.at(1).to_year, 2030);
  EXPECT_EQ(loaded.calendar->easter, (std::vector<int>{-2, 0, 1}));
  EXPECT_EQ(loaded.calendar->nth.at(0).weekday, 7);
  EXPECT_EQ(loaded.calendar->authority.instrument, "Act");
  EXPECT_EQ(Calendar("").calendar->weekend, (std::vector<int>{6, 7}));
}

TEST(LoadCalendar, DaysThatDoNotExist) {
  const auto refused = [](const std::string& rest, const std::string& finding) {
    const LoadedCalendar loaded = Calendar(rest + "\n");
    EXPECT_FALSE(loaded.calendar);
    EXPECT_EQ(loaded.findings, "pack:calendars/lt:3:" + finding + "\n") << rest;
  };
  refused("weekend: [0]", "11 D0103 \"weekend\" wants a whole number from 1 to 7, this is a word");
  refused("weekend: [saturday]",
          "11 D0103 \"weekend\" wants a whole number from 1 to 7, this is a word");
  refused("fixed: [{month: 4, day: 31}]",
          "25 D0103 \"day\" wants a whole number from 1 to 30, this is a word");
  refused("fixed: [{month: 13, day: 1}]",
          "17 D0103 \"month\" wants a whole number from 1 to 12, this is a word");
  refused("fixed: [{month: 1, day: 1, from_year: 2020, to_year: 2020}]",
          "45 D0103 \"to_year\" wants a number from 2021 on, this is 2020");
  refused("easter: [101]",
          "10 D0103 \"easter\" wants a whole number from -100 to 100, this is a word");
  refused("nth: [{month: 5, weekday: 7, n: 6}]",
          "33 D0103 \"n\" wants a whole number from 1 to 5, this is a word");
}

TEST(LoadCalendar, UnknownAndMisnamed) {
  EXPECT_EQ(Calendar("", "ltu").findings, " D0211 there is no calendar \"lt\" | did you mean \"ltu\"?\n");
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const MemoryFiles files({{"calendars/ee.yaml", "format: 1\ncalendar: {id: lt, title: T, "
                                                 "authority: " + kAuthority + "}\n"}});
  EXPECT_FALSE(LoadCalendar(files, {"ee", {}}, sources, sink));
  EXPECT_EQ(Lines(sources, sink), "pack:calendars/ee:1:1 D0103 \"id\" wants ee, this is lt | a "
                                  "calendar is named after its file\n");
}

}  // namespace
}  // namespace dossier::load
