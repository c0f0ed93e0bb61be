// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/length.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

TEST(LengthTest, RoundsHalfAwayFromZeroOnce) {
  EXPECT_EQ(Length::FromPoints(0.0005).raw(), 1);
  EXPECT_EQ(Length::FromPoints(-0.0005).raw(), -1);
  EXPECT_EQ(Length::FromMillimetres(25.4).raw(), 72000);
}

TEST(LengthTest, SumsAreExactWhateverTheOrder) {
  Length forward, backward;
  for (int i = 1; i <= 1000; ++i) forward += Length::FromPoints(0.1 * i);
  for (int i = 1000; i >= 1; --i) backward += Length::FromPoints(0.1 * i);
  EXPECT_EQ(forward, backward);
}

}  // namespace
}  // namespace dossier
