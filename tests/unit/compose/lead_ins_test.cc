// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/lead_ins.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

namespace dossier::compose {
namespace {

Inline Plain(std::string text) {
  TextRun run;
  run.text = std::move(text);
  return {std::move(run)};
}

Block Para(std::initializer_list<Inline> content) {
  Paragraph paragraph;
  paragraph.content = content;
  return {std::move(paragraph)};
}

Block ListOf(std::vector<Block> content) {
  List list;
  list.items.push_back({.label = "•", .content = std::move(content)});
  return {std::move(list)};
}

bool Keeps(const Block& block) { return std::get<Paragraph>(block.value).keep_with_next; }

/// Whether `first` is kept with the list behind it.
bool KeptBeforeList(Block first) {
  std::vector<Block> blocks;
  blocks.push_back(std::move(first));
  blocks.push_back(ListOf({Para({Plain("an item")})}));
  KeepLeadIns(blocks);
  return Keeps(blocks[0]);
}

TEST(LeadInsTest, AColonKeepsAParagraphWithTheListBehindIt) {
  EXPECT_TRUE(KeptBeforeList(Para({Plain("Three things follow: ")})));
  EXPECT_FALSE(KeptBeforeList(Para({Plain("Nothing follows.")})));
  EXPECT_FALSE(KeptBeforeList(Para({})));
}

TEST(LeadInsTest, WhatStandsBehindTheColonCountsWhenItIsPrinted) {
  Link link;
  link.content = {Plain("A-1")};
  EXPECT_FALSE(KeptBeforeList(Para({Plain("so says: "), {link}})));
  link.content = {Plain("as follows:")};
  EXPECT_TRUE(KeptBeforeList(Para({Plain("It reads "), {link}})));
  EXPECT_TRUE(KeptBeforeList(Para({Plain("It reads:"), {Note{}}, {AnchorHere{"mark.p01.1"}}})));
  EXPECT_FALSE(KeptBeforeList(Para({Plain("page:"), {PageNumberOf{.anchor = "a"}}})));
}

TEST(LeadInsTest, OnlyWhatIsIntroducedKeeps) {
  std::vector<Block> blocks;
  blocks.push_back(Para({Plain("First:")}));
  blocks.push_back(Para({Plain("Second:")}));
  blocks.push_back({Quotation{.content = {Para({Plain("Inner:")}), ListOf({Para({Plain("Deep:")}), {Table{}}})}}});
  blocks.push_back(Para({Plain("Last:")}));
  KeepLeadIns(blocks);
  EXPECT_FALSE(Keeps(blocks[0]));
  EXPECT_TRUE(Keeps(blocks[1]));
  const auto& quotation = std::get<Quotation>(blocks[2].value);
  EXPECT_TRUE(Keeps(quotation.content[0]));
  EXPECT_TRUE(Keeps(std::get<List>(quotation.content[1].value).items[0].content[0]));
  EXPECT_FALSE(Keeps(blocks[3]));
}

}  // namespace
}  // namespace dossier::compose
