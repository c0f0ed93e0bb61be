// SPDX-License-Identifier: GPL-3.0-or-later
// Files beside exhibits: originals and proofs of time.
#include <gtest/gtest.h>

#include "compiler/load/load_case.h"
#include "tests/unit/load/findings_as_text.h"

namespace dossier::load {
namespace {

constexpr const char* kHeader =
    "format: 1\nid: sample\ntitle: T\nlanguage: en\ntemplate: appeal-brief\nfilings: [{id: f1, date: 2024-10-14}]\n";

struct Loaded {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<model::Case> content;
};

Loaded LoadWith(const std::string& exhibit, const std::vector<std::string>& files) {
  Loaded loaded;
  MemoryFiles folder({{"dossier.yaml", kHeader},
                      {"exhibits.yaml", "format: 1\nexhibits:\n- {id: e1, title: T, kind: note, scope: country, language: en, " +
                                            exhibit + "}\n"}});
  for (const std::string& file : files) folder.Add(file, "x");
  loaded.content = LoadCase(folder, loaded.sources, loaded.sink);
  return loaded;
}

TEST(Companions, ProofsBesideAFileAreFoundAndBound) {
  const Loaded loaded = LoadWith("file: files/e1.pdf", {"files/e1.pdf", "files/e1.pdf.ots", "files/e1.pdf.tsr", "files/e1.tsr"});
  ASSERT_TRUE(loaded.content);
  const auto& proofs = loaded.content->exhibits[0].proofs;
  ASSERT_EQ(proofs.size(), 2U);
  EXPECT_EQ(proofs[0].file.value, "files/e1.pdf.tsr");
  EXPECT_EQ(proofs[1].file.value, "files/e1.pdf.ots");
  EXPECT_EQ(proofs[1].of, "files/e1.pdf");
  EXPECT_EQ(Lines(loaded.sources, loaded.sink),
            "files/e1.tsr D0016 nothing in the case uses this file | register it, delete it, or waive this finding\n");
}

TEST(Companions, ListedProofsStandOnceAndMayBeOfAnyFile) {
  const Loaded loaded = LoadWith("file: files/e1.pdf, proofs: [files/e1.pdf.tsr, files/any.der]",
                                 {"files/e1.pdf", "files/e1.pdf.tsr", "files/any.der"});
  ASSERT_TRUE(loaded.content) << Lines(loaded.sources, loaded.sink);
  const auto& proofs = loaded.content->exhibits[0].proofs;
  ASSERT_EQ(proofs.size(), 2U);
  EXPECT_EQ(proofs[0].of, "files/e1.pdf");
  EXPECT_EQ(proofs[1].of, "");
  EXPECT_EQ(Lines(loaded.sources, loaded.sink), "");
}

TEST(Companions, AProofThatIsAnExhibitIsNone) {
  const Loaded loaded = LoadWith("parts: [{file: files/e1.pdf}, {file: files/e1.pdf.tsr}]", {"files/e1.pdf", "files/e1.pdf.tsr"});
  ASSERT_TRUE(loaded.content);
  EXPECT_TRUE(loaded.content->exhibits[0].proofs.empty());
}

TEST(Companions, AnOriginalIsUsedAndHasProofsOfItsOwn) {
  const Loaded loaded = LoadWith("file: files/e1.pdf, original: {file: files/original/e1.html, held_by: o-archive}",
                                 {"files/e1.pdf", "files/original/e1.html", "files/original/e1.html.ots"});
  ASSERT_TRUE(loaded.content) << Lines(loaded.sources, loaded.sink);
  const model::Exhibit& exhibit = loaded.content->exhibits[0];
  EXPECT_EQ(exhibit.original->file.value, "files/original/e1.html");
  EXPECT_EQ(exhibit.original->held_by, "o-archive");
  ASSERT_EQ(exhibit.proofs.size(), 1U);
  EXPECT_EQ(exhibit.proofs[0].of, "files/original/e1.html");
  for (const model::Input& input : loaded.content->inputs) EXPECT_EQ(input.status, model::InputStatus::kUsed) << input.path;
}

TEST(Companions, AnOriginalIsSomewhere) {
  const Loaded loaded = LoadWith("file: files/e1.pdf, original: {}", {"files/e1.pdf"});
  EXPECT_FALSE(loaded.content);
  EXPECT_NE(Lines(loaded.sources, loaded.sink).find("D0103"), std::string::npos) << Lines(loaded.sources, loaded.sink);
}

}  // namespace
}  // namespace dossier::load
