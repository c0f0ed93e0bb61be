// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/locate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(LocateTest, WordsInARow) {
  EXPECT_THAT(Locate("was held for", {"He", "was", "held", "for", "17", "days."}), ElementsAre(1, 2, 3));
}

TEST(LocateTest, AWordThatIsPartedAtTheEndOfALine) {
  EXPECT_THAT(Locate("ill treatment of prisoners", {"the", "ill", "treat-", "ment", "of", "prisoners"}),
              ElementsAre(1, 2, 3, 4, 5));
}

TEST(LocateTest, ANumberOfANoteStandsBetween) {
  EXPECT_THAT(Locate("was held without charge", {"was", "held", "12", "without", "charge"}), ElementsAre(0, 1, 3, 4));
}

TEST(LocateTest, AnOmissionMayBeLong) {
  EXPECT_THAT(Locate("He was […] without charge", {"He", "was", "held", "for", "days", "without", "charge"}),
              ElementsAre(0, 1, 5, 6));
}

TEST(LocateTest, WhatIsNotThereIsNowhere) {
  EXPECT_THAT(Locate("was not held", {"He", "was", "held"}), IsEmpty());
  EXPECT_THAT(Locate("", {"He", "was", "held"}), IsEmpty());
  EXPECT_THAT(Locate("He was", {}), IsEmpty());
}

}  // namespace
}  // namespace dossier::reading
