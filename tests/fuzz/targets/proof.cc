// SPDX-License-Identifier: GPL-3.0-or-later
// A proof of time of a stranger: what is read has a digest of the right length, harmless words on the
// other side of the boundary, and the same meaning there; an OpenTimestamps proof with one byte more
// is none, and one cut short is none.
#include "compiler/foundation/utf8.h"
#include "compiler/proofs/open_timestamps.h"
#include "compiler/proofs/proof_codec.h"
#include "compiler/proofs/read_proof.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

void CheckLine(std::string_view line) {
  Require(utf8::IsValid(line), "a word that is no UTF-8");
  for (const char c : line) Require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F, "a control character");
}

void CheckDecoded(const proofs::Proof& proof) {
  Require(proof.imprint.size() == crypto::HashSize(proof.hash), "a digest of another length");
  Require(proof.stamp.has_value() == proof.anchors.empty(), "neither a stamp nor a path, or both");
  if (proof.stamp) {
    for (const std::string* line : {&proof.stamp->time, &proof.stamp->policy, &proof.stamp->serial,
                                    &proof.stamp->authority, &proof.stamp->signature_reason}) {
      CheckLine(*line);
    }
  }
  for (const proofs::Anchor& anchor : proof.anchors) {
    CheckLine(anchor.calendar);
    Require(anchor.height >= 0, "a block below the first");
    Require(anchor.merkle_root.empty() || anchor.merkle_root.size() == 64, "a root of another length");
  }
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string file = fuzz::TextOf(data, size);
  if (const auto decoded = proofs::Decode(file)) fuzz::CheckDecoded(*decoded);
  const Result<proofs::Proof> proof = proofs::ReadProof(file);
  if (!proof.ok()) return 0;
  const auto there = proofs::Decode(proofs::Encode(*proof));
  fuzz::Require(there.has_value(), "a proof that does not cross the boundary");
  fuzz::CheckDecoded(*there);
  fuzz::Require(there->imprint == proof->imprint && there->anchors == proof->anchors, "a proof that changed on the way");
  if (!proofs::IsOpenTimestamps(file)) return 0;
  fuzz::Require(!proofs::ReadProof(file + "x").ok(), "a proof with something behind its end");
  fuzz::Require(!proofs::ReadProof(file.substr(0, file.size() - 1)).ok(), "a proof without its end");
  return 0;
}
