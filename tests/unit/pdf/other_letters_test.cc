// SPDX-License-Identifier: GPL-3.0-or-later
// Text layers that say other letters than the glyphs show.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/pdf/inspect_pdf.h"
#include "tests/unit/pdf/drawn_pdf.h"

namespace dossier::pdf {
namespace {

using testing_support::MakeDrawn;
using testing_support::Stream;

/// Words that the text layer gives instead of those on the page; empty when all is well.
std::string Contradiction(const std::string& content, const std::vector<std::string>& more) {
  const Result<PdfFacts> facts = ReadPdfFacts(MakeDrawn({.content = content, .more = more}));
  if (!facts.ok() || facts->truth.size() != 1) return "not read";
  std::string words;
  for (const PageDeceit& deceit : facts->truth[0].deceits) {
    EXPECT_EQ(deceit.kind, Deceit::kRemapped);
    words += deceit.words;
  }
  return words;
}

std::string ToUnicode(const std::string& entries) {
  return Stream("begincmap 1 begincodespacerange <00> <FF> endcodespacerange " + entries +
                " endcmap");
}

std::string Simple(const std::string& keys) {
  return "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R " + keys + " >>";
}

const std::string kLine = "BT /F2 10 Tf 20 50 Td (a1b) Tj ET";

TEST(OtherLettersTest, NamesAgainstToUnicode) {
  const std::string one_is_seven = ToUnicode("1 beginbfchar <31> <0037> endbfchar");
  EXPECT_EQ(Contradiction(kLine, {Simple("/Encoding /WinAnsiEncoding"), one_is_seven}), "7");
  EXPECT_EQ(
      Contradiction(kLine, {Simple("/Encoding << /Differences [ 49 /one ] >>"), one_is_seven}),
      "7");
  EXPECT_EQ(
      Contradiction(kLine, {Simple("/Encoding << /Differences [ 49 /seven ] >>"), one_is_seven}),
      "");
  EXPECT_EQ(
      Contradiction(kLine, {Simple("/Encoding << /Differences [ 49 /g17 ] >>"), one_is_seven}), "")
      << "a name that says nothing";
  EXPECT_EQ(Contradiction("BT /F2 10 Tf 20 50 Td (ab) Tj ET",
                          {Simple("/Encoding /WinAnsiEncoding"), one_is_seven}),
            "")
      << "the letter is not used";
}

TEST(OtherLettersTest, DifferentWaysToWriteTheSame) {
  const auto with = [](const std::string& name, const std::string& code) {
    return Contradiction(kLine, {Simple("/Encoding << /Differences [ 49 /" + name + " ] >>"),
                                 ToUnicode("1 beginbfchar <31> <" + code + "> endbfchar")});
  };
  EXPECT_EQ(with("fi", "00660069"), "") << "a ligature";
  EXPECT_EQ(with("a.sc", "0041"), "") << "a small capital";
  EXPECT_EQ(with("mu", "03BC"), "");
  EXPECT_EQ(with("hyphen", "00AD"), "");
  EXPECT_EQ(with("bullet", "0061"), "") << "no letter";
  EXPECT_EQ(with("A", "0410"), "") << "a Cyrillic letter of the same look";
  EXPECT_EQ(with("Adieresis", "0414"), "") << "Cyrillic kept under Latin names";
  EXPECT_EQ(with("afii10017", "0411"), "\xD0\x91");
}

TEST(OtherLettersTest, SymbolicTrueTypeHasNoNames) {
  const std::string keys =
      "/FontDescriptor << /Type /FontDescriptor /Flags 4 /FontFile2 8 0 R >> /Encoding "
      "/WinAnsiEncoding";
  std::string font = Simple(keys);
  font.replace(font.find("/Type1"), 6, "/TrueType");
  EXPECT_EQ(
      Contradiction(kLine, {font, ToUnicode("1 beginbfchar <31> <0037> endbfchar"), Stream("x")}),
      "");
}

std::string U16(unsigned value) {
  return {static_cast<char>(value >> 8), static_cast<char>(value)};
}
std::string U32(unsigned value) { return U16(value >> 16) + U16(value & 0xFFFF); }

/// A font file with nothing but a table cmap: glyph `glyph` is `character`, and two more.
std::string FontFile(unsigned glyph, unsigned character) {
  const std::string groups = U32('x') + U32('x') + U32(9) + U32('z') + U32('z') + U32(10) +
                             U32(character) + U32(character) + U32(glyph);
  const std::string table = U16(0) + U16(1) + U16(3) + U16(10) + U32(12) + U16(12) + U16(0) +
                            U32(static_cast<unsigned>(16 + groups.size())) + U32(0) + U32(3) +
                            groups;
  return U32(0x00010000) + U16(1) + U16(0) + U16(0) + U16(0) + "cmap" + U32(0) + U32(28) +
         U32(static_cast<unsigned>(table.size())) + table;
}

std::vector<std::string> Composite(const std::string& file, const std::string& to_unicode) {
  return {
      "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 7 0 R "
      "/DescendantFonts "
      "[ << /Type /Font /Subtype /CIDFontType2 /CIDToGIDMap /Identity /DW 500 /FontDescriptor << "
      "/Type "
      "/FontDescriptor /FontFile2 8 0 R >> >> ] >>",
      Stream("begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange " +
             to_unicode + " endbfrange endcmap"),
      Stream(file)};
}

TEST(OtherLettersTest, TablesOfTheFontAgainstToUnicode) {
  const std::string line = "BT /F2 10 Tf 20 50 Td <0011> Tj ET";
  EXPECT_EQ(Contradiction(line, Composite(FontFile(0x11, '1'), "<0011> <0011> <0031>")), "");
  EXPECT_EQ(Contradiction(line, Composite(FontFile(0x11, '1'), "<0011> <0011> <0037>")), "7");
  EXPECT_EQ(Contradiction(line, Composite(FontFile(0x11, 'A'), "<0011> <0011> <0061>")), "")
      << "big and small";
  EXPECT_EQ(Contradiction(line, Composite(FontFile(0x12, '1'), "<0011> <0011> <0037>")), "")
      << "another glyph";
  EXPECT_EQ(Contradiction(line, Composite("no font", "<0011> <0011> <0037>")), "");
}

TEST(OtherLettersTest, ATextInThePlaceOfGlyphs) {
  const auto with = [](const std::string& actual, const std::string& drawn) {
    return Contradiction("BT /F1 10 Tf 20 50 Td /Span << /ActualText (" + actual + ") >> BDC (" +
                             drawn + ") Tj EMC ET",
                         {});
  };
  EXPECT_EQ(with("not", "often"), "not");
  EXPECT_EQ(with("2023", "2022"), "2023");
  EXPECT_EQ(with("often", "often"), "");
  EXPECT_EQ(with("Often", "OFTEN"), "");
  EXPECT_EQ(with("\\255", "-"), "") << "a soft hyphen";
  EXPECT_EQ(with("", "12"), "") << "line numbers left out";
  EXPECT_NE(
      Contradiction("BT /F1 10 Tf 20 50 Td /Span << /ActualText () >> BDC (not) Tj EMC ET", {}),
      "not read");
}

}  // namespace
}  // namespace dossier::pdf
