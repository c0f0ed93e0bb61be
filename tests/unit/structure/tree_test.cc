// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/structure/tree.h"

#include <gtest/gtest.h>

namespace dossier::structure {
namespace {

std::string Headings(const std::vector<int>& levels) {
  Tree tree;
  for (const int level : levels) tree.Add({.role = Role::kHeading, .level = level});
  Settle(tree);
  std::string names;
  for (std::size_t i = 1; i < tree.elements.size(); ++i) {
    names += std::string(StandardName(tree.elements[i])) + " ";
  }
  return names;
}

TEST(TreeTest, PartsStandBelowTheTitle) {
  EXPECT_EQ(Headings({0, 1, 2, 1}), "H1 H2 H3 H2 ");
  EXPECT_EQ(Headings({1, 2, 2, 1}), "H1 H2 H2 H1 ");
}

TEST(TreeTest, NoLevelIsLeftOut) {
  EXPECT_EQ(Headings({3, 3, 1, 4}), "H1 H2 H1 H2 ");
  EXPECT_EQ(Headings({0, 4, 2}), "H1 H2 H3 ");
  EXPECT_EQ(Headings({1, 2, 3, 4, 5, 6, 7, 8}), "H1 H2 H3 H4 H5 H6 H6 H6 ");
}

TEST(TreeTest, ElementsWithoutParentBelongToTheDocument) {
  Tree tree;
  const int list = tree.Add({.role = Role::kList});
  tree.Add({.role = Role::kListItem, .parent = list});
  tree.Add({.role = Role::kParagraph});
  Settle(tree);
  ASSERT_EQ(tree.elements.size(), 4u);
  EXPECT_EQ(StandardName(tree.elements[0]), "Document");
  EXPECT_EQ(tree.elements[0].parent, -1);
  EXPECT_EQ(tree.elements[1].parent, 0);
  EXPECT_EQ(tree.elements[2].parent, 1);
  EXPECT_EQ(tree.elements[3].parent, 0);
}

TEST(TreeTest, EveryRoleHasAName) {
  for (int role = 0; role < kRoles; ++role) {
    EXPECT_FALSE(StandardName({.role = static_cast<Role>(role)}).empty()) << role;
  }
}

TEST(NumberingTest, IsReadFromTheFirstLabel) {
  EXPECT_EQ(NumberingOf("•"), Numbering::kDisc);
  EXPECT_EQ(NumberingOf("1."), Numbering::kDecimal);
  EXPECT_EQ(NumberingOf("(a)"), Numbering::kLowerAlpha);
  EXPECT_EQ(NumberingOf("A."), Numbering::kUpperAlpha);
  EXPECT_EQ(NumberingOf("(i)"), Numbering::kLowerRoman);
  EXPECT_EQ(NumberingOf("IV."), Numbering::kUpperRoman);
  EXPECT_EQ(NumberingOf(""), Numbering::kNone);
  EXPECT_EQ(NumberingOf("Annex"), Numbering::kNone);
  EXPECT_EQ(NameOf(Numbering::kLowerAlpha), "LowerAlpha");
}

}  // namespace
}  // namespace dossier::structure
