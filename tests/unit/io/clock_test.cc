// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/clock.h"

#include <gtest/gtest.h>

#include "tests/support/fixed_clock.h"

namespace dossier::io {
namespace {

TEST(Today, IsTheDayInUtc) {
  EXPECT_EQ(Today(tests::FixedClock(0)), (Day{1970, 1, 1}));
  EXPECT_EQ(Today(tests::FixedClock(-1)), (Day{1969, 12, 31}));
  EXPECT_EQ(Today(tests::FixedClock(1'709'164'799)), (Day{2024, 2, 28}));
  EXPECT_EQ(Today(tests::FixedClock(1'709'164'800)), (Day{2024, 2, 29}));
}

}  // namespace
}  // namespace dossier::io
