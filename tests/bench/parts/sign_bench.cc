// SPDX-License-Identifier: GPL-3.0-or-later
// The signature of a bundle of a thousand pages: made, and judged.
#include <benchmark/benchmark.h>

#include "compiler/assemble/assemble.h"
#include "compiler/crypto/test_key.h"
#include "compiler/sign/sign.h"
#include "compiler/verify/verify.h"
#include "tests/bench/parts/samples.h"

namespace dossier::bench {
namespace {

constexpr std::int64_t kTime = 1769854500;  // 2026-01-31T10:15:00Z

const assemble::Assembled& Prepared() {
  static const assemble::Assembled made = assemble::Assemble(BundlePlan(50, 20)).value();
  return made;
}

const crypto::SigningKey& Key() {
  static const crypto::SigningKey key =
      std::move(
          crypto::LoadKey(
              crypto::MakeTestKey({.kind = crypto::TestKeyRequest::Kind::kRsa2048}).value(), {}))
          .value();
  return key;
}

void SetBytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(Prepared().bytes.size()) * state.iterations());
}

void Sign(benchmark::State& state) {
  Prepared();
  Key();
  for ([[maybe_unused]] auto step : state) {
    auto made = sign::Sign(Prepared().bytes, Prepared().hole, Key(), kTime);
    if (!made.ok()) return state.SkipWithError("the file was not signed");
    benchmark::DoNotOptimize(made);
  }
  SetBytes(state);
}
BENCHMARK(Sign)->Unit(benchmark::kMillisecond);

void Verify(benchmark::State& state) {
  verify::Request request;
  request.file = sign::Sign(Prepared().bytes, Prepared().hole, Key(), kTime).value();
  for ([[maybe_unused]] auto step : state) {
    if (verify::Verify(request).status != verify::Status::kValid) {
      return state.SkipWithError("the file does not verify");
    }
  }
  SetBytes(state);
}
BENCHMARK(Verify)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dossier::bench
