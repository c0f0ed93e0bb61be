// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/lock.h"

#include <gtest/gtest.h>

#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

Digest DigestOf(std::uint8_t byte) {
  Digest digest;
  digest.bytes.fill(byte);
  return digest;
}

model::Lock SampleLock() {
  model::Lock lock;
  model::LockedExhibit& exhibit = lock.exhibits.emplace_back();
  exhibit.id = "e1";
  exhibit.label = "A-1 \"x\"";
  exhibit.files = {{"files/e1.html", DigestOf(0xAB)}, {"files/žodis.pdf", DigestOf(2)}};
  exhibit.companions = {{"files/e1.html.tsr", DigestOf(6)}};
  model::LockedPages pages;
  pages.path = "derived/e1.pdf";
  pages.sha256 = DigestOf(3);
  pages.pages = 2;
  pages.paragraph_pages = {1, 1, 2};
  exhibit.derived = {pages, model::LockedPages{}};
  lock.exhibits.emplace_back().id = "e2";
  lock.around.packs = {{"lt/foreigners-law", DigestOf(4)}};
  lock.around.pictures = {{"files/face.png", DigestOf(7)}};
  lock.around.fonts = {{"a.ttf", DigestOf(5)}};
  lock.around.dictionaries = {{"/d.dic", DigestOf(8)}};
  return lock;
}

TEST(Lock, PrintsOneKeyALine) {
  const std::string text = PrintLock(SampleLock());
  EXPECT_TRUE(
      text.starts_with("format: 1\nexhibits:\n  - id: \"e1\"\n    label: \"A-1 \\\"x\\\"\"\n"
                       "    files:\n      - path: \"files/e1.html\"\n        sha256: abab"))
      << text;
  EXPECT_NE(text.find("          paragraph_pages: [1, 1, 2]\n"), std::string::npos) << text;
  EXPECT_NE(text.find("packs:\n  \"lt/foreigners-law\": 0404"), std::string::npos) << text;
}

TEST(Lock, ComesBackAsItWas) {
  const std::string text = PrintLock(SampleLock());
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto lock = LoadLock(MemoryFiles({{"dossier.lock", text}}), sources, sink);
  ASSERT_TRUE(lock) << Lines(sources, sink);
  EXPECT_EQ(PrintLock(*lock), text);
  ASSERT_EQ(lock->exhibits.size(), 2U);
  EXPECT_EQ(lock->exhibits[0].files[1].path, "files/žodis.pdf");
  EXPECT_EQ(lock->exhibits[0].derived.size(), 2U) << "in step with the files";
  EXPECT_TRUE(lock->exhibits[0].derived[1].path.empty());
  ASSERT_EQ(lock->exhibits[0].companions.size(), 1U);
  EXPECT_EQ(lock->exhibits[0].companions[0].path, "files/e1.html.tsr");
  EXPECT_TRUE(lock->exhibits[1].files.empty());
}

TEST(Lock, MissingIsEmpty) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto lock = LoadLock(MemoryFiles({}), sources, sink);
  ASSERT_TRUE(lock);
  EXPECT_TRUE(lock->exhibits.empty());
  EXPECT_TRUE(sink.findings().empty());
}

TEST(Lock, BrokenIsAFinding) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  EXPECT_FALSE(
      LoadLock(MemoryFiles({{"dossier.lock", "format: 1\npacks: {a: 12}\n"}}), sources, sink));
  EXPECT_EQ(Lines(sources, sink),
            "dossier.lock:2:12 D0103 \"a\" wants 64 hexadecimal digits, this is a word\n");
}

}  // namespace
}  // namespace dossier::load
