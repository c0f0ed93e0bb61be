// SPDX-License-Identifier: GPL-3.0-or-later
// dossier.lock: what is read prints to a text that is read as the same.
#include "compiler/load/lock.h"

#include "tests/fuzz/targets/target.h"
#include "tests/support/memory_file_system.h"

namespace dossier::fuzz {
namespace {

std::optional<model::Lock> Load(const std::string& text, std::size_t& findings) {
  const tests::MemoryFileSystem files({{std::string(load::kLockPath), text}});
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<model::Lock> lock = load::LoadLock(files, sources, sink);
  findings = sink.findings().size();
  return lock;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  std::size_t findings = 0;
  const auto lock = fuzz::Load(fuzz::TextOf(data, size), findings);
  fuzz::Require(lock.has_value() == (findings == 0), "a lock and a finding, or neither");
  if (!lock) return 0;
  const std::string printed = load::PrintLock(*lock);
  const auto again = fuzz::Load(printed, findings);
  fuzz::Require(again.has_value(), "what was printed cannot be read");
  fuzz::Require(load::PrintLock(*again) == printed, "what was printed reads as another lock");
  return 0;
}
