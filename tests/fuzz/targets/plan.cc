// SPDX-License-Identifier: GPL-3.0-or-later
// Plans of a bundle and assembled files on their way between two processes: what is read writes to
// bytes that are read as the same.
#include "compiler/assemble/codec.h"
#include "tests/fuzz/targets/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string bytes = fuzz::TextOf(data, size);
  if (const auto plan = assemble::DecodePlan(bytes); plan.ok()) {
    const Bytes written = Encode(plan.value());
    const auto again = assemble::DecodePlan(written);
    fuzz::Require(again.ok() && Encode(again.value()) == written, "a plan changed on the way");
    fuzz::Require(written.size() <= size, "a plan grew on the way");
  }
  if (const auto made = assemble::DecodeAssembled(bytes); made.ok()) {
    const Bytes written = Encode(made.value());
    const auto again = assemble::DecodeAssembled(written);
    fuzz::Require(again.ok() && Encode(again.value()) == written, "a file changed on the way");
    fuzz::Require(made.value().bytes == again.value().bytes, "a file changed on the way");
  }
  return 0;
}
