// SPDX-License-Identifier: GPL-3.0-or-later
// Verification: no file but the one that was signed, byte for byte, is ever valid. The input is a
// list of changes to that file or, when it begins like a PDF, a file of its own.
#include "compiler/verify/verify.h"

#include "compiler/assemble/assemble.h"
#include "compiler/crypto/test_key.h"
#include "compiler/sign/sign.h"
#include "tests/fuzz/targets/target.h"
#include "tests/unit/assemble/small_plan.h"

namespace dossier::fuzz {
namespace {

const Bytes& Good() {
  static const Bytes file = [] {
    const auto made = assemble::Assemble(assemble::testing_support::MakePlan(1, 2)).value();
    const auto key = crypto::LoadKey(crypto::MakeTestKey({}).value(), {});
    return sign::Sign(made.bytes, made.hole, key.value(), 1769854500).value();
  }();
  return file;
}

Bytes Changed(Pieces input) {
  Bytes file = Good();
  for (int changes = 0; changes < 16 && !input.empty() && !file.empty(); ++changes) {
    const std::uint8_t kind = input.Byte();
    const std::size_t at = input.Number() % file.size();
    const std::string bytes = input.Take(kind >> 2);
    switch (kind & 3) {
      case 0:
        file.replace(at, bytes.size(), bytes);
        break;
      case 1:
        file.insert(at, bytes);
        break;
      case 2:
        file.erase(at, kind >> 2);
        break;
      default:
        file += bytes;
    }
  }
  return file;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  static const bool sound = verify::Verify({.file = fuzz::Good()}).status == verify::Status::kValid;
  fuzz::Require(sound, "the good file is not valid");
  const std::string input = fuzz::TextOf(data, size);
  const Bytes file = input.starts_with("%PDF-") ? input : fuzz::Changed({data, size});
  const verify::Verdict verdict = verify::Verify({.file = file});
  fuzz::Require((verdict.status == verify::Status::kValid) == (file == fuzz::Good()),
                "another file is valid, or the same is not");
  fuzz::Require(verdict.status == verify::Status::kValid || !verdict.reasons.empty() ||
                    !verdict.signatures.empty(),
                "refused without a reason");
  return 0;
}
