// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/exhibits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/resolve/case_builder.h"

namespace dossier::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(BindExhibitsTest, LabelsAsStatedThenLockedThenFree) {
  Spans spans;
  model::Case source;
  for (const char* id : {"e1", "e2", "e3", "e4"}) source.exhibits.push_back(spans.Exhibit(id));
  source.exhibits[1].label = "A-1";
  model::Lock lock;
  lock.exhibits.push_back({.id = "e3", .label = "A-3", .files = {}, .derived = {}});
  lock.exhibits.push_back({.id = "e4", .label = "A-1", .files = {}, .derived = {}});
  diagnostics::Sink sink;
  const auto bound = BindExhibits(source, {}, &lock, sink);
  EXPECT_EQ(bound[0].label, "A-2");
  EXPECT_EQ(bound[1].label, "A-1");
  EXPECT_EQ(bound[2].label, "A-3");
  EXPECT_EQ(bound[3].label, "A-4");  // its locked label was given away since
  EXPECT_EQ(Told(sink), "");
}

TEST(BindExhibitsTest, TwoStatedLabelsThatAreEqualAreReported) {
  Spans spans;
  model::Case source;
  for (const char* id : {"e1", "e2"}) {
    source.exhibits.push_back(spans.Exhibit(id));
    source.exhibits.back().label = "B-7";
  }
  diagnostics::Sink sink;
  (void)BindExhibits(source, {}, nullptr, sink);
  EXPECT_EQ(Told(sink), "D0219 exhibits e1 and e2 have the same printed label \"B-7\"\n");
  EXPECT_EQ(sink.findings()[0].place.span, source.exhibits[1].id.span);
  EXPECT_EQ(sink.findings()[0].related[0].place.span, source.exhibits[0].id.span);
}

TEST(BindExhibitsTest, PartsCountOnAndTheLockGivesPagesToTheUnpaged) {
  Spans spans;
  model::Case source;
  source.exhibits.push_back(spans.Exhibit("e1", 2));
  ExhibitPagesById pages;
  pages["e1"].parts = {Paged(3, {"i", "ii", "1"}), Unpaged(4)};
  model::Lock lock;
  model::LockedExhibit locked{.id = "e1", .label = "", .files = {}, .derived = {}};
  locked.derived.resize(2);
  locked.derived[1] = {
      .path = "derived/x.pdf", .sha256 = {}, .pages = 2, .paragraph_pages = {1, 1, 2, 9}};
  lock.exhibits.push_back(locked);
  diagnostics::Sink sink;
  const auto bound = BindExhibits(source, pages, &lock, sink);
  EXPECT_EQ(bound[0].pages, 5);
  EXPECT_THAT(bound[0].part_pages, ElementsAre(3, 2));
  EXPECT_THAT(bound[0].labels, ElementsAre("i", "ii", "1", "", ""));
  EXPECT_EQ(bound[0].paragraphs, 4);
  EXPECT_THAT(bound[0].paragraph_pages, ElementsAre(4, 4, 5, 0));
}

TEST(BindExhibitsTest, WhatCannotBeReadHasNoPages) {
  Spans spans;
  model::Case source;
  source.exhibits.push_back(spans.Exhibit("e1"));
  source.exhibits.push_back(spans.Exhibit("e2", 0));
  source.exhibits.push_back(spans.Exhibit("e3"));
  ExhibitPagesById pages;
  PartPages gone = Paged(3);
  gone.state = ExhibitState::kMissing;
  pages["e1"].parts = {gone};
  diagnostics::Sink sink;
  const auto bound = BindExhibits(source, pages, nullptr, sink);
  EXPECT_EQ(bound[0].state, ExhibitState::kMissing);
  EXPECT_EQ(bound[0].pages, 0);
  EXPECT_EQ(bound[1].state, ExhibitState::kElsewhere);
  EXPECT_EQ(bound[2].state, ExhibitState::kUnreadable);
  EXPECT_THAT(BundleOrder(bound), IsEmpty());
}

TEST(BundleOrderTest, NumbersInLabelsAreNumbers) {
  std::vector<BoundExhibit> exhibits(4);
  const char* labels[] = {"A-10", "A-2", "B-1", "A-1"};
  for (std::size_t i = 0; i < 4; ++i) {
    exhibits[i].label = labels[i];
    exhibits[i].pages = i == 2 ? 0 : 1;
  }
  EXPECT_THAT(BundleOrder(exhibits), ElementsAre(3, 1, 0));
}

}  // namespace
}  // namespace dossier::resolve
