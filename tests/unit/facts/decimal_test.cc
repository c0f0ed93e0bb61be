// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/decimal.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

namespace dossier::facts {
namespace {

Decimal Of(const char* text) { return ParseDecimal(text).value(); }

constexpr Decimal kMost{.millionths = std::numeric_limits<std::int64_t>::max()};
constexpr Decimal kLeast{.millionths = std::numeric_limits<std::int64_t>::min()};

TEST(DecimalTest, ReadsAndWrites) {
  for (const char* text : {"0", "45", "-3.5", "0.000001", "-0.1", "9223372036854.775807", "1151"}) {
    EXPECT_EQ(ToText(Of(text)), text);
  }
  EXPECT_EQ(ToText(Of("3.500000")), "3.5");
  EXPECT_EQ(ToText(Of("007")), "7");
  EXPECT_EQ(ToText(kLeast), "-9223372036854.775808");
  for (const char* text : {"", "-", ".5", "5.", "1,000", "1 000", "1e3", "0.0000001", "+5", "five",
                           "9223372036854.775808", "99999999999999999999", "1.2.3", "--1"}) {
    EXPECT_FALSE(ParseDecimal(text)) << text;
  }
}

TEST(DecimalTest, IsExact) {
  EXPECT_EQ(ToText(Add(Of("0.1"), Of("0.2")).value()), "0.3");
  EXPECT_EQ(ToText(Subtract(Of("1"), Of("0.000001")).value()), "0.999999");
  EXPECT_EQ(ToText(Multiply(Of("1.5"), Of("-2.5")).value()), "-3.75");
  EXPECT_EQ(ToText(Multiply(Of("3000000"), Of("3000000")).value()), "9000000000000");
  EXPECT_EQ(ToText(Multiply(Of("0.001"), Of("0.001")).value()), "0.000001");
}

TEST(DecimalTest, RefusesWhatDoesNotFit) {
  EXPECT_FALSE(Add(kMost, Of("0.000001")));
  EXPECT_FALSE(Subtract(kLeast, Of("0.000001")));
  EXPECT_FALSE(Multiply(Of("4000000"), Of("4000000")));
  EXPECT_FALSE(Multiply(Of("0.001"), Of("0.0001")));  // seven places
  EXPECT_FALSE(Multiply(Of("0.000001"), Of("0.000003")));
  EXPECT_FALSE(OfWhole(std::numeric_limits<std::size_t>::max()));
  EXPECT_EQ(ToText(OfWhole(21).value()), "21");
}

TEST(DecimalTest, AgreesWithWideArithmetic) {
  std::mt19937_64 random(20241002);
  for (int round = 0; round < 20000; ++round) {
    // Few places and many, so that exact and refused products both occur.
    const auto draw = [&] {
      const std::int64_t step = round % 3 == 0 ? 1000 : round % 3 == 1 ? 100000 : 1;
      return Decimal{.millionths =
                         static_cast<std::int64_t>(random() % 4000001) * step - 2000000 * step};
    };
    const Decimal a = draw();
    const Decimal b = draw();
    const long double wide =
        static_cast<long double>(a.millionths) * static_cast<long double>(b.millionths);
    const std::optional<Decimal> product = Multiply(a, b);
    // 64 bits of mantissa hold every product of two numbers below 2^32 exactly.
    if (wide > 1.8e19L || wide < -1.8e19L) continue;
    const bool exact = (a.millionths * (b.millionths % 1000000)) % 1000000 == 0;
    if (!exact) {
      ASSERT_FALSE(product) << a.millionths << " * " << b.millionths;
    } else if (product) {
      ASSERT_EQ(static_cast<long double>(product->millionths) * 1e6L, wide);
    }
  }
}

}  // namespace
}  // namespace dossier::facts
