// SPDX-License-Identifier: GPL-3.0-or-later
// Answers of a worker: hostile bytes are one clean failure; what was closed comes back whole and no
// longer once a byte of it changed.
#include "compiler/worker/answer.h"

#include "compiler/crypto/sha256.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckHostile(const std::string& stream) {
  const auto answer = worker::ParseAnswer(stream);
  if (!answer.ok()) {
    Require(!answer.failure().reason.empty(), "a failure without a reason");
    return;
  }
  Require(stream.size() >= worker::kMagicSize + worker::kHeadSize + worker::kDigestSize,
          "an answer shorter than any");
  Require(answer.value().content.size() < stream.size(), "more content than stream");
  const std::size_t body = stream.size() - worker::kHeadSize - worker::kDigestSize;
  const Digest digest = crypto::Sha256(std::string_view(stream).substr(0, body));
  Require(stream.substr(body + worker::kHeadSize) ==
              std::string(reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()),
          "an answer that is not closed was accepted");
}

void CheckClosed(Pieces input) {
  worker::AnswerFormat format;
  std::string stream = format.Open();
  std::string content;
  const bool refuses = (input.Byte() & 1) != 0;
  const std::size_t spoilt = input.Number();
  do {
    const std::string piece = refuses ? input.Rest() : input.Take(input.Byte());
    const auto kind = refuses ? worker::RecordKind::kRefusal : worker::RecordKind::kData;
    stream += format.Head(kind, piece) + piece;
    content += piece;
  } while (!input.empty());
  stream += format.Close();
  const auto answer = worker::ParseAnswer(stream);
  Require(answer.ok() && answer.value().refused == refuses && answer.value().content == content,
          "a closed answer did not come back");
  char& changed = stream[spoilt % stream.size()];
  changed = static_cast<char>(changed ^ 1);
  Require(!worker::ParseAnswer(stream).ok(), "a changed answer was accepted");
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string stream = fuzz::TextOf(data, size);
  fuzz::CheckHostile(stream);
  fuzz::CheckClosed({data, size});
  const auto announced = worker::AnnouncedPages(stream);
  if (announced) {
    fuzz::Require(worker::AnnouncedPages(stream + "more") == announced,
                  "the number of pages changed while the answer came in");
  }
  return 0;
}
