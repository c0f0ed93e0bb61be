// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: setting, writing, putting together.
#include <benchmark/benchmark.h>

#include "compiler/assemble/assemble.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"
#include "tests/bench/parts/samples.h"
#include "tests/support/typesetting.h"

namespace dossier::bench {
namespace {

void Paginate(benchmark::State& state) {
  const compose::Document document = testing::LongBrief(static_cast<int>(state.range(0)));
  std::int64_t pages = 0;
  for ([[maybe_unused]] auto step : state) {
    diagnostics::Sink sink;
    const auto set = paginate::Paginate(document, testing::InstalledFonts(), {}, sink);
    pages += static_cast<std::int64_t>(set.pages.size());
  }
  state.SetItemsProcessed(pages);
}
BENCHMARK(Paginate)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void RenderBrief(benchmark::State& state) {
  render::RenderInput input;
  input.brief = &BriefOf(static_cast<int>(state.range(0)));
  for ([[maybe_unused]] auto step : state) {
    auto made = render::Render(input, testing::InstalledFonts());
    if (!made.ok()) return state.SkipWithError("the brief was not rendered");
    benchmark::DoNotOptimize(made);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(input.brief->pages.size()) *
                          state.iterations());
}
BENCHMARK(RenderBrief)->Arg(30)->Arg(300)->Unit(benchmark::kMillisecond);

void RenderStamps(benchmark::State& state) {
  render::RenderInput input;
  input.brief = &BriefOf(2);
  for (int number = 1; number <= state.range(0); ++number) {
    input.stamps.push_back(
        {"A-" + std::to_string(number) + " · page 1 of 1", std::to_string(number)});
  }
  for ([[maybe_unused]] auto step : state) {
    auto made = render::Render(input, testing::InstalledFonts());
    if (!made.ok()) return state.SkipWithError("the stamps were not rendered");
    benchmark::DoNotOptimize(made);
  }
  state.SetItemsProcessed(state.range(0) * state.iterations());
}
BENCHMARK(RenderStamps)->Arg(1000)->Unit(benchmark::kMillisecond);

void Assemble(benchmark::State& state) {
  const assemble::Plan plan =
      BundlePlan(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  for ([[maybe_unused]] auto step : state) {
    auto made = assemble::Assemble(plan);
    if (!made.ok()) return state.SkipWithError(made.failure().reason.c_str());
    benchmark::DoNotOptimize(made);
  }
  state.SetItemsProcessed(state.range(0) * state.range(1) * state.iterations());
}
BENCHMARK(Assemble)->Args({50, 20})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dossier::bench
