// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

#include "compiler/load/load_case.h"
#include "compiler/load/load_pack.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

constexpr std::string_view kCase = R"(format: 1
exhibits:
- id: e1
  title: {en: Report, lt: Ataskaita}
  kind: ngo-report
  scope: country
  dates: {event: 2022-01, captured: 2024-09-30T10:12:00Z}
  parts: [{label: annex 1, file: files/a.pdf}]
  language: [no, {language: lt, pages: 1-3}]
  translation: {of: e2, certified: true}
- {id: e2, title: T, kind: note, scope: group, language: en, surrogate: false}
)";

constexpr std::string_view kPack = R"(format: 1
pack: {id: x/y, version: 1, title: T}
criteria:
- id: c.1
  authority: {instrument: A, pinpoint: B, url: C, language: lt, version: 2022, verified: V}
  when: {all: [{fact: f}, {not: {procedure: p}}]}
  all: [{ref: c.2}, {id: c.1.a, needs: [{id: n, where: {kind: note, fresh: {within: P2Y}}}]}]
  exceptions: [{id: x, overrides: c.1, when: {date: lodged, before: 2026-06-12}, use: c.9}]
  transitional: [{reads: lodged, from: 2014, use: c.8}]
  wording: [{id: w, words: {en: [a, b]}}]
deadlines:
- id: d.1
  authority: {instrument: A, pinpoint: B, url: C, language: lt, version: 2022, verified: V}
  anchor: served
  period: {days: 14}
  readings: [{calendar: lt, event_day: excluded, roll: none}]
document: [{id: o.1, authority: {instrument: A, pinpoint: B, url: C, language: lt, version: 2022, verified: V}, words: {min: 1, max: 9}}]
crosswalk: [{from: a, to: b, kind: moved}]
tailor: [{at: e.1, reason: R, set: [{need: n, count: {min: 2}, within: P2Y}]}]
)";

/// Words swapped, deleted, repeated: the YAML mostly stays valid, the schema does not.
std::string Mutate(std::string text, std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "[",  "]",  "{}", "~",  "-1",     "yes", "id: ", ": ",
      "''", "\n", "  ", "[[", "{a: b}", "0",   ", ",   "999999999999999999999"};
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
  for (std::size_t edits = 1 + below(3); edits-- > 0;) {
    const std::size_t at = below(text.size());
    const std::size_t end = std::min(text.find_first_of(" \n,:", at), text.size());
    const std::string_view piece = kPieces[below(std::size(kPieces))];
    text.replace(at, below(2) == 0 ? end - at : 0, piece);
  }
  return text;
}

TEST(LoadMutations, CasesNeitherCrashNorPassUnsaid) {
  std::mt19937 random(3);
  int loaded = 0;
  for (int round = 0; round < 2000; ++round) {
    MemoryFiles files({{"dossier.yaml", "format: 1\nid: a\ntitle: T\nlanguage: en\ntemplate: t\n"},
                       {"files/a.pdf", "x"}});
    files.Add("exhibits.yaml", Mutate(std::string(kCase), random));
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    const bool complete = LoadCase(files, sources, sink).has_value();
    EXPECT_EQ(complete, !sink.HasErrors());
    (void)Lines(sources, sink);
    loaded += complete ? 1 : 0;
  }
  EXPECT_GT(loaded, 50);
  EXPECT_LT(loaded, 1800);
}

TEST(LoadMutations, Packs) {
  std::mt19937 random(5);
  int loaded = 0;
  for (int round = 0; round < 2000; ++round) {
    MemoryFiles files;
    files.Add("x/y.yaml", Mutate(std::string(kPack), random));
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    const bool complete = LoadPack(files, {"x/y", {}}, sources, sink).has_value();
    EXPECT_EQ(complete, sink.findings().empty());
    (void)Lines(sources, sink);
    loaded += complete ? 1 : 0;
  }
  EXPECT_GT(loaded, 50);
  EXPECT_LT(loaded, 1800);
}

}  // namespace
}  // namespace dossier::load
