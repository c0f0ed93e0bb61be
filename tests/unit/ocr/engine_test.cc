// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ocr/engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace dossier::ocr {
namespace {

/// Data of the package tesseract-ocr-eng.
Bytes English() {
  std::ifstream file("/usr/share/tesseract-ocr/5/tessdata/eng.traineddata", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(EngineTest, SaysWhatItIs) { EXPECT_THAT(Version(), testing::StartsWith("tesseract 5")); }

TEST(EngineTest, WithoutLanguagesItDoesNotOpen) { EXPECT_FALSE(Engine::Open({}).ok()); }

TEST(EngineTest, DataThatIsNoneIsAFailure) {
  for (const std::string& bytes : {std::string(), std::string("not data"), English().substr(0, 5000)}) {
    const std::vector<reading::LanguageData> data{{.name = "eng", .bytes = bytes}};
    EXPECT_FALSE(Engine::Open(data).ok());
  }
}

TEST(EngineTest, APictureWithoutWordsHasNone) {
  const Bytes english = English();
  ASSERT_FALSE(english.empty()) << "the tests want the package tesseract-ocr-eng";
  const std::vector<reading::LanguageData> data{{.name = "eng", .bytes = english}};
  auto engine = Engine::Open(data);
  ASSERT_TRUE(engine.ok()) << engine.failure().reason;
  const Picture white{.width = 300, .height = 200, .dpi = 300, .grey = Bytes(60'000, '\xFF')};
  const auto lines = engine->Read(white, Layout::kPage);
  ASSERT_TRUE(lines.ok());
  EXPECT_TRUE(lines->empty());
}

TEST(EngineTest, APictureOfAnotherSizeThanItSaysFails) {
  const Bytes english = English();
  const std::vector<reading::LanguageData> data{{.name = "eng", .bytes = english}};
  auto engine = Engine::Open(data);
  ASSERT_TRUE(engine.ok());
  EXPECT_FALSE(engine->Read({.width = 300, .height = 200, .dpi = 300, .grey = Bytes(9, ' ')}, Layout::kBlock).ok());
  EXPECT_FALSE(engine->Read({}, Layout::kBlock).ok());
}

}  // namespace
}  // namespace dossier::ocr
