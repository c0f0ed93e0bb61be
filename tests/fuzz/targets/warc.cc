// SPDX-License-Identifier: GPL-3.0-or-later
// Web archives: a record in front is always read and proved, whatever follows; a changed one never holds.
#include "compiler/capture/warc.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

/// A resource that states the digest of no bytes at all (FIPS 180-4).
std::string Lead(std::string_view block) {
  return "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: https://example.org/lead\r\nContent-Type: text/plain\r\n"
         "WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

using Proof = inspect::CaptureRecord::Proof;

Proof ProofOfLead(const std::string& file) {
  const auto facts = capture::ReadWarc(file);
  Require(facts.ok(), "a file that begins with a record was refused");
  for (const inspect::CaptureRecord& capture : facts->captures) {
    if (capture.url == "https://example.org/lead") return capture.proof;
  }
  Require(false, "the first record disappeared");
  return Proof::kNone;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string input = fuzz::TextOf(data, size);
  static_cast<void>(capture::ReadWarc(input));
  fuzz::Require(fuzz::ProofOfLead(fuzz::Lead("") + input) == fuzz::Proof::kHolds, "a digest of nothing does not hold");
  if (!input.empty()) {
    fuzz::Require(fuzz::ProofOfLead(fuzz::Lead(input)) == fuzz::Proof::kDiffers, "a digest of something else holds");
  }
  return 0;
}
