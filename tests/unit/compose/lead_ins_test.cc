// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/lead_ins.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

namespace dossier::compose {
namespace {

Inline Run(std::string text) {
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
  blocks.push_back(ListOf({Para({Run("an item")})}));
  KeepLeadIns(blocks);
  return Keeps(blocks[0]);
}

TEST(LeadInsTest, AColonKeepsAParagraphWithTheListBehindIt) {
  EXPECT_TRUE(KeptBeforeList(Para({Run("Three things follow: ")})));
  EXPECT_FALSE(KeptBeforeList(Para({Run("Nothing follows.")})));
  EXPECT_FALSE(KeptBeforeList(Para({})));
}

TEST(LeadInsTest, WhatStandsBehindTheColonCountsWhenItIsPrinted) {
  Link link;
  link.content = {Run("A-1")};
  EXPECT_FALSE(KeptBeforeList(Para({Run("so says: "), {link}})));
  link.content = {Run("as follows:")};
  EXPECT_TRUE(KeptBeforeList(Para({Run("It reads "), {link}})));
  EXPECT_TRUE(KeptBeforeList(Para({Run("It reads:"), {Note{}}, {AnchorHere{"mark.p01.1"}}})));
  EXPECT_FALSE(KeptBeforeList(Para({Run("page:"), {PageNumberOf{.anchor = "a"}}})));
}

TEST(LeadInsTest, OnlyWhatIsIntroducedKeeps) {
  std::vector<Block> blocks;
  blocks.push_back(Para({Run("First:")}));
  blocks.push_back(Para({Run("Second:")}));
  blocks.push_back({Quotation{.content = {Para({Run("Inner:")}), ListOf({Para({Run("Deep:")}), {Table{}}})}}});
  blocks.push_back(Para({Run("Last:")}));
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
