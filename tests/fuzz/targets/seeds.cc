// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the seeds that are no files of the repository: usage `fuzz_seeds CORPUS`, which has a
// folder for each target.
#include <fstream>

#include "compiler/assemble/codec.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/load/lock.h"
#include "compiler/proofs/proof_codec.h"
#include "compiler/proofs/read_proof.h"
#include "compiler/worker/answer.h"
#include "tests/unit/assemble/small_plan.h"
#include "tests/unit/proofs/ots_bytes.h"

namespace dossier {
namespace {

inspect::ExhibitFacts PdfFacts() {
  inspect::ExhibitFacts facts;
  facts.media = inspect::MediaType::kPdf;
  facts.pages = 2;
  facts.labels = {{"i"}, {"1"}};
  facts.page_text = {"First page", "Žodis"};
  facts.active_content = {"AA", "JavaScript"};
  facts.signatures = 1;
  facts.warnings = {"odd"};
  return facts;
}

inspect::ExhibitFacts HtmlFacts() {
  inspect::ExhibitFacts facts;
  facts.media = inspect::MediaType::kHtml;
  facts.blocks = {{inspect::BlockKind::kHeading, 2, 0, "Head"},
                  {inspect::BlockKind::kParagraph, 0, 1, "one"},
                  {inspect::BlockKind::kTableRow, 0, 2, "a | b"}};
  facts.paragraphs = 2;
  return facts;
}

model::Lock SmallLock() {
  model::Lock lock;
  model::LockedExhibit& exhibit = lock.exhibits.emplace_back();
  exhibit.id = "e1";
  exhibit.label = "A-1";
  exhibit.files = {{"files/e1.html", Digest{}}};
  exhibit.derived.emplace_back();
  exhibit.derived.back().path = "derived/e1.pdf";
  exhibit.derived.back().pages = 2;
  exhibit.derived.back().paragraph_pages = {1, 1, 2};
  lock.around.packs = {{"lt/foreigners-law", Digest{}}};
  lock.around.fonts = {{"a.ttf", Digest{}}};
  return lock;
}

Bytes SmallProof() {
  using namespace proofs::testing_support;  // NOLINT: the words of the format
  return ProofOf("x", kFork + Append("y") + kSha256Step + Pending("https://a.example") + Prepend("z") + kSha256Step + Bitcoin(9));
}

Bytes SmallAnswer(worker::RecordKind kind, const Bytes& payload) {
  worker::AnswerFormat format;
  Bytes stream = format.Open();
  stream += format.Head(kind, payload) + payload;
  return stream + format.Close();
}

bool Put(const std::string& path, const Bytes& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  return file.good();
}

}  // namespace
}  // namespace dossier

int main(int count, char** words) {
  using namespace dossier;  // NOLINT: one function
  if (count != 2) return 2;
  const std::string corpus = std::string(words[1]) + "/";
  assemble::Assembled assembled;
  assembled.bytes = "%PDF-1.7";
  assembled.pages = 3;
  const bool written =
      Put(corpus + "facts/pdf", EncodeFacts(PdfFacts())) &&
      Put(corpus + "facts/html", EncodeFacts(HtmlFacts())) &&
      Put(corpus + "plan/plan", Encode(assemble::testing_support::MakePlan(1, 1))) &&
      Put(corpus + "plan/assembled", Encode(assembled)) &&
      Put(corpus + "proof/blocks", SmallProof()) &&
      Put(corpus + "proof/encoded", proofs::Encode(*proofs::ReadProof(SmallProof()))) &&
      Put(corpus + "lock/lock", load::PrintLock(SmallLock())) &&
      Put(corpus + "answer/data",
          SmallAnswer(worker::RecordKind::kData, EncodeFacts(PdfFacts()))) &&
      Put(corpus + "answer/refusal", SmallAnswer(worker::RecordKind::kRefusal, "not a PDF")) &&
      Put(corpus + "verify/one-byte", std::string("\x04\0\0\x20x", 5)) &&
      Put(corpus + "verify/appended", std::string("\x2B\0\0\0 % comment", 14));
  return written ? 0 : 1;
}
