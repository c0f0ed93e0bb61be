// SPDX-License-Identifier: GPL-3.0-or-later
// Reading: YAML alone, a whole case, a digest.
#include <benchmark/benchmark.h>

#include "compiler/crypto/sha256.h"
#include "compiler/load/load_case.h"
#include "compiler/yaml/parse.h"
#include "tests/bench/parts/samples.h"
#include "tests/support/memory_file_system.h"

namespace dossier::bench {
namespace {

constexpr std::size_t kRegisterBytes = 3'500'000;

void SetBytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void YamlParse(benchmark::State& state) {
  diagnostics::Sources sources;
  const std::uint32_t file = sources.Add("exhibits.yaml", Register(kRegisterBytes));
  for ([[maybe_unused]] auto step : state) {
    diagnostics::Sink sink;
    auto root = yaml::Parse(sources, file, sink);
    if (!root) return state.SkipWithError("the register was refused");
    benchmark::DoNotOptimize(root);
  }
  SetBytes(state, sources.TextOf(file).size());
}
BENCHMARK(YamlParse)->Unit(benchmark::kMillisecond);

void LoadCase(benchmark::State& state) {
  const std::string text = Register(kRegisterBytes);
  const tests::MemoryFileSystem files(
      {{"dossier.yaml",
        "format: 1\nid: bench\ntitle: Bench\nlanguage: en\ntemplate: appeal-brief\nrules: []\n"
        "applicants: [p1]\npleads: []\nfilings: [{id: f1, date: 2025-03-01}]\n"},
       {"people.yaml", "format: 1\npeople:\n  - {id: p1, name: Person One, kind: person}\n"},
       {"exhibits.yaml", text}});
  for ([[maybe_unused]] auto step : state) {
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    auto loaded = load::LoadCase(files, sources, sink);
    if (!loaded) return state.SkipWithError("the case was refused");
    benchmark::DoNotOptimize(loaded);
  }
  SetBytes(state, text.size());
}
BENCHMARK(LoadCase)->Unit(benchmark::kMillisecond);

void Sha256(benchmark::State& state) {
  const std::string bytes(static_cast<std::size_t>(state.range(0)), 'x');
  for ([[maybe_unused]] auto step : state) benchmark::DoNotOptimize(crypto::Sha256(bytes));
  SetBytes(state, bytes.size());
}
BENCHMARK(Sha256)->Arg(4 << 10)->Arg(16 << 20);

}  // namespace
}  // namespace dossier::bench
