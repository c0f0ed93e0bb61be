// SPDX-License-Identifier: GPL-3.0-or-later
//
// The packs and calendars of this repository load without a finding.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

TEST(ShippedRules, EveryPackLoadsWithWhatItExtends) {
  const Result<io::CaseFolder> rules =
      io::CaseFolder::Open(std::string(DOSSIER_SOURCE_DIR) + "/rules");
  ASSERT_TRUE(rules.ok());
  const std::vector<std::string> ids = PackIds(*rules);
  ASSERT_GE(ids.size(), 2U);
  std::vector<model::Text> named;
  for (const std::string& id : ids) named.push_back({id, {}});
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto packs = LoadPacks(*rules, named, sources, sink);
  EXPECT_EQ(Lines(sources, sink), "");
  ASSERT_TRUE(packs);
  EXPECT_EQ(packs->size(), ids.size());
}

TEST(ShippedRules, ReadingsOfDeadlinesNameCalendarsThatAreThere) {
  const Result<io::CaseFolder> rules =
      io::CaseFolder::Open(std::string(DOSSIER_SOURCE_DIR) + "/rules");
  ASSERT_TRUE(rules.ok());
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto lithuania = LoadCalendar(*rules, {"lt", {}}, sources, sink);
  ASSERT_TRUE(lithuania) << Lines(sources, sink);
  EXPECT_FALSE(lithuania->fixed.empty());
  for (const std::string& id : PackIds(*rules)) {
    const auto pack = LoadPack(*rules, {id, {}}, sources, sink);
    if (!pack) continue;
    for (const model::Deadline& deadline : pack->deadlines) {
      for (const model::Reading& reading : deadline.readings) {
        if (reading.calendar.empty()) continue;
        EXPECT_TRUE(LoadCalendar(*rules, {reading.calendar, deadline.span}, sources, sink)) << id;
      }
    }
  }
  EXPECT_EQ(Lines(sources, sink), "");
}

}  // namespace
}  // namespace dossier::load
