// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the finished file back by its own bytes: what is drawn, and what the text layer says.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "compiler/fonts/outline.h"
#include "compiler/foundation/utf8.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"
#include "tests/support/typesetting.h"

namespace dossier::render {
namespace {

constexpr const char* kLetters =
    "ąčęėįšųūž ĄČĘĖĮŠŲŪŽ ёЁ съёмка Алёна әғқңөұүһі ӘҒҚҢӨҰҮҺІ ½ ☐ → ffi “„”«»–—… №";
/// Drawn from right to left, so glyph by glyph they read backwards.
constexpr const char* kLeftward = "گلشن آلو پژوهش ئؤإأ";

struct Drawn {
  paginate::Pages pages;
  Rendered rendered;
};

/// A page of letters in four styles, not compressed.
Drawn DrawLetters(const std::string& letters = kLetters) {
  using compose::Face;
  compose::Document document;
  for (const Face face : {Face::kRegular, Face::kBold, Face::kItalic, Face::kBoldItalic}) {
    document.blocks.push_back(testing::Paragraph({testing::Words(letters, face)}));
  }
  diagnostics::Sink sink;
  Drawn drawn;
  drawn.pages = paginate::Paginate(document, testing::InstalledFonts(), {}, sink);
  EXPECT_TRUE(sink.findings().empty());
  RenderInput input;
  input.brief = &drawn.pages;
  input.compress = false;
  drawn.rendered = Render(input, testing::InstalledFonts()).value();
  return drawn;
}

/// The bytes of the stream that follows `key` and its number, for streams that are not compressed.
std::vector<std::string> FontFiles(const std::string& pdf) {
  std::vector<std::string> files;
  const std::string key = "/Length1 ";
  for (std::size_t at = pdf.find(key); at != pdf.npos; at = pdf.find(key, at + 1)) {
    const std::size_t size = std::stoul(pdf.substr(at + key.size(), 10));
    const std::size_t begin = pdf.find("stream\r\n", at) + 8;
    files.push_back(pdf.substr(begin, size));
  }
  return files;
}

TEST(EmbeddedFontsTest, EveryUsedGlyphHasTheOutlineOfItsFont) {
  const Drawn drawn = DrawLetters(std::string(kLetters) + kLeftward);
  const std::vector<std::string> files = FontFiles(drawn.rendered.pdf);
  ASSERT_EQ(files.size(), drawn.rendered.fonts.size());
  ASSERT_EQ(files.size(), 7u);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const EmbeddedFont& embedded = drawn.rendered.fonts[i];
    EXPECT_EQ(files[i], embedded.file);
    for (std::size_t cid = 0; cid < embedded.originals.size(); ++cid) {
      EXPECT_EQ(fonts::OutlineOf(files[i], static_cast<std::uint32_t>(cid)),
                fonts::OutlineOf(testing::InstalledFonts().FileOf(embedded.font),
                                 embedded.originals[cid]))
          << embedded.name << " glyph " << embedded.originals[cid];
    }
  }
}

TEST(EmbeddedFontsTest, EveryGlyphOfThePagesIsEmbedded) {
  const Drawn drawn = DrawLetters(std::string(kLetters) + kLeftward);
  std::map<int, std::set<std::uint32_t>> embedded;
  for (const EmbeddedFont& font : drawn.rendered.fonts) {
    embedded[font.font].insert(font.originals.begin(), font.originals.end());
  }
  for (const paginate::Page& page : drawn.pages.pages) {
    for (const paginate::GlyphRun& run : page.runs) {
      for (const paginate::GlyphRun::Glyph& glyph : run.glyphs) {
        EXPECT_NE(glyph.id, 0u);
        EXPECT_TRUE(embedded[run.font].contains(glyph.id));
      }
    }
  }
}

/// The ToUnicode maps in the order of the file: CID to text.
std::vector<std::map<std::string, std::string>> TextMaps(const std::string& pdf) {
  std::vector<std::map<std::string, std::string>> maps;
  for (std::size_t at = pdf.find("begincmap"); at != pdf.npos; at = pdf.find("begincmap", at + 1)) {
    const std::size_t end = pdf.find("endcmap", at);
    auto& map = maps.emplace_back();
    for (std::size_t entry = pdf.find("\n<", at); entry < end; entry = pdf.find("\n<", entry + 1)) {
      const std::size_t middle = pdf.find("> <", entry);
      if (middle != entry + 6) {
        continue;
      }
      std::string text;
      for (std::size_t i = middle + 3; pdf[i] != '>'; i += 4) {
        utf8::Append(static_cast<char32_t>(std::stoul(pdf.substr(i, 4), nullptr, 16)), text);
      }
      map[pdf.substr(entry + 2, 4)] = text;
    }
  }
  return maps;
}

/// What a reader copies from the page: the strings of the content through the maps.
std::string TextLayer(const Drawn& drawn) {
  const std::string& pdf = drawn.rendered.pdf;
  const auto maps = TextMaps(pdf);
  std::map<std::string, std::size_t> map_of;
  for (std::size_t i = 0; i < drawn.rendered.fonts.size(); ++i) {
    map_of["/F" + std::to_string(drawn.rendered.fonts[i].font) + " "] = i;
  }
  std::string text;
  const std::size_t begin = pdf.find("BT\n");
  std::size_t font = 0;
  for (std::size_t at = begin; at < pdf.find("ET\n"); ++at) {
    if (pdf[at] == '/' && map_of.contains(pdf.substr(at, 4))) {
      font = map_of[pdf.substr(at, 4)];
    }
    if (pdf.compare(at, 2, "<<") == 0) at = pdf.find(">>", at);  // of marked content
    if (pdf[at] == '<') {
      for (++at; pdf[at] != '>'; at += 4) {
        const auto& map = maps[font];
        const auto entry = map.find(pdf.substr(at, 4));
        text += entry == map.end() ? "[" + pdf.substr(at, 4) + "]" : entry->second;
      }
    }
  }
  return text;
}

/// Glyphs of a word that runs to the left are drawn from left to right, as a page has them; readers turn
/// them around again. Here that is done word by word.
std::string InOrderOfReading(const std::string& drawn) {
  const auto to_left = [](char32_t code) { return code >= 0x600 && code <= 0x6FF; };
  std::u32string codes = utf8::ToCodePoints(drawn);
  for (auto at = codes.begin(); at != codes.end();) {
    const auto begin = std::find_if(at, codes.end(), to_left);
    at = std::find_if_not(begin, codes.end(), to_left);
    std::reverse(begin, at);
  }
  std::string text;
  for (const char32_t code : codes) utf8::Append(code, text);
  return text;
}

TEST(EmbeddedFontsTest, TextLayerSaysWhatWasWritten) {
  const std::string letters = std::string(kLetters) + kLeftward;
  const std::string text = InOrderOfReading(TextLayer(DrawLetters(letters)));
  std::string all;
  for (int i = 0; i < 4; ++i) {
    all += letters;
  }
  EXPECT_EQ(text, all);
}

}  // namespace
}  // namespace dossier::render
