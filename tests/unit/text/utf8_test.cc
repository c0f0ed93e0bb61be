// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/utf8.h"

#include <gtest/gtest.h>

namespace dossier::text {
namespace {

TEST(Utf8Test, DecodesWhatItEncodes) {
  for (const char32_t code : {U'\x1', U'~', U'\x80', U'ą', U'\x7FF', U'\x800', U'қ', U'\xFFFF',
                              U'\x10000', U'\x1F600', U'\x10FFFF'}) {
    const std::string bytes = EncodeUtf8(code);
    const Decoded decoded = DecodeAt(bytes, 0);
    EXPECT_EQ(decoded.code, code);
    EXPECT_EQ(decoded.size, bytes.size());
    EXPECT_FALSE(FirstInvalidUtf8(bytes).has_value());
  }
}

TEST(Utf8Test, RefusesWhatRfc3629Refuses) {
  const std::string_view bad[] = {
      "\xC0\x80",          // overlong zero
      "\xE0\x80\xAF",      // overlong slash
      "\xF0\x8F\xBF\xBF",  // overlong U+FFFF
      "\xED\xA0\x80",      // surrogate
      "\xF4\x90\x80\x80",  // above U+10FFFF
      "\x80",
      "\xFF",
      "\xC3",
      "\xE2\x82",
      "\xF0\x9F\x98",
  };
  for (const std::string_view bytes : bad) {
    const std::string text = "ab" + std::string(bytes);
    EXPECT_EQ(FirstInvalidUtf8(text), 2u) << testing::PrintToString(text);
    EXPECT_EQ(DecodeAt(text, 2).code, U'\xFFFD');
    EXPECT_EQ(DecodeAt(text, 2).size, 1u);
  }
}

TEST(Utf8Test, EncodesSurrogatesAsReplacement) {
  EXPECT_EQ(EncodeUtf8(0xD800), "\xEF\xBF\xBD");
  EXPECT_EQ(EncodeUtf8(0x110000), "\xEF\xBF\xBD");
}

TEST(Utf8Test, CountsCodePointsAndBadBytes) {
  EXPECT_EQ(CountCodePoints(""), 0u);
  EXPECT_EQ(CountCodePoints("ёлка"), 4u);
  EXPECT_EQ(CountCodePoints("a\xFFz"), 3u);
}

TEST(Utf8Test, NamesCodePoints) {
  EXPECT_EQ(CodePointName(U'ё'), "U+0451");
  EXPECT_EQ(CodePointName(U'\x1F600'), "U+1F600");
}

}  // namespace
}  // namespace dossier::text
