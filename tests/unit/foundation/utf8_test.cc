// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/utf8.h"

#include <gtest/gtest.h>

namespace dossier::utf8 {
namespace {

TEST(Utf8Test, DecodesWhatItEncodes) {
  for (const char32_t code : {U'\x1', U'~', U'\x80', U'ą', U'\x7FF', U'\x800', U'қ', U'\xFFFF',
                              U'\x10000', U'\x1F600', U'\x10FFFF'}) {
    const std::string bytes = Encode(code);
    const Decoded decoded = DecodeAt(bytes, 0);
    EXPECT_EQ(decoded.code, code);
    EXPECT_EQ(decoded.size, bytes.size());
    EXPECT_FALSE(FirstInvalid(bytes).has_value());
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
    EXPECT_EQ(FirstInvalid(text), 2u) << testing::PrintToString(text);
    EXPECT_FALSE(TryDecodeAt(text, 2).has_value());
    EXPECT_EQ(DecodeAt(text, 2).code, U'\xFFFD');
    EXPECT_EQ(DecodeAt(text, 2).size, 1u);
  }
}

TEST(Utf8Test, EncodesSurrogatesAsReplacement) {
  EXPECT_EQ(Encode(0xD800), "\xEF\xBF\xBD");
  EXPECT_EQ(Encode(0x110000), "\xEF\xBF\xBD");
}

TEST(Utf8Test, TellsAReplacementCharacterFromABadByte) {
  const std::optional<Decoded> decoded = TryDecodeAt("\xEF\xBF\xBD", 0);
  ASSERT_TRUE(decoded.has_value());
  EXPECT_EQ(decoded->code, U'\xFFFD');
  EXPECT_EQ(decoded->size, 3u);
}

TEST(Utf8Test, KnowsBytesThatBeginNothing) {
  EXPECT_TRUE(IsContinuation('\x80'));
  EXPECT_TRUE(IsContinuation('\xBF'));
  EXPECT_FALSE(IsContinuation('\xC2'));
  EXPECT_FALSE(IsContinuation('a'));
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

TEST(Utf8Test, PrintableRunEndsBeforeTheWordWithAnythingElse) {
  const std::string plain = "0123456789abcdef ~ the last words of it";
  EXPECT_EQ(PrintableRun(plain, 0), plain.size() / 8 * 8);
  EXPECT_EQ(PrintableRun("short", 0), 0u);
  for (int byte = 0; byte < 256; ++byte) {
    std::string text(16, 'x');
    text[11] = static_cast<char>(byte);
    const bool printable = byte >= 0x20 && byte <= 0x7E;
    EXPECT_EQ(PrintableRun(text, 0), printable ? 16u : 8u) << byte;
  }
}

}  // namespace
}  // namespace dossier::utf8
