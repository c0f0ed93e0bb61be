// SPDX-License-Identifier: GPL-3.0-or-later
// Judging: quotations and coverage.
#include <benchmark/benchmark.h>

#include "compiler/evaluate/evaluate.h"
#include "compiler/quote/find.h"
#include "tests/bench/parts/samples.h"
#include "tests/support/typesetting.h"
#include "tests/unit/evaluate/world.h"

namespace dossier::bench {
namespace {

constexpr std::size_t kTextBytes = 3'000'000;

void PrepareText(benchmark::State& state) {
  const std::vector<std::string> sections = Sections(kTextBytes);
  for ([[maybe_unused]] auto step : state) {
    quote::PreparedText text(sections);
    benchmark::DoNotOptimize(text);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(kTextBytes) * state.iterations());
}
BENCHMARK(PrepareText)->Unit(benchmark::kMillisecond);

void Find(benchmark::State& state, const std::string& quotation, quote::Verdict expected) {
  static const quote::PreparedText text(Sections(kTextBytes));
  for ([[maybe_unused]] auto step : state) {
    const quote::FindResult found = quote::Find(quotation, text, {});
    if (found.verdict != expected) return state.SkipWithError("another verdict");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(kTextBytes) * state.iterations());
}

std::string LastWords() {
  const std::string last = Sections(kTextBytes).back();
  return last.substr(0, last.find(' ', 400));
}
BENCHMARK_CAPTURE(Find, hit, LastWords(), quote::Verdict::kExact)->Unit(benchmark::kMillisecond);
/// As they stand in the text but for one word.
std::string NearlyLastWords() {
  std::string words = LastWords();
  const std::size_t at = words.find(' ', 200) + 1;
  return words.replace(at, words.find(' ', at) - at, "invented");
}
BENCHMARK_CAPTURE(Find, near, NearlyLastWords(), quote::Verdict::kContentMismatch)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(Find, miss, "Nobody in this text ever said so, whoever may claim it",
                  quote::Verdict::kNotFound)
    ->Unit(benchmark::kMillisecond);

/// The first of many quotations pays for the index of words.
void FirstMiss(benchmark::State& state) {
  const std::vector<std::string> sections = Sections(static_cast<std::size_t>(state.range(0)));
  for ([[maybe_unused]] auto step : state) {
    state.PauseTiming();
    const quote::PreparedText text(sections);
    state.ResumeTiming();
    benchmark::DoNotOptimize(quote::Find("Nobody in this text ever said so, whoever may claim it", text, {}));
  }
  state.SetBytesProcessed(state.range(0) * state.iterations());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(FirstMiss)->RangeMultiplier(2)->Range(1 << 20, 1 << 23)->Complexity()->Unit(benchmark::kMillisecond);

/// Words that a machine read, one letter misread in the quotation looked for.
void FindMisread(benchmark::State& state) {
  quote::ExhibitText read{.sections = Sections(static_cast<std::size_t>(state.range(0))), .by_paragraph = false, .origins = {}};
  read.origins.assign(read.sections.size(), quote::Basis::kOcr);
  std::string words = read.sections.back().substr(0, read.sections.back().find(' ', 200));
  const std::size_t at = words.find('e', 100);
  words[at] = 'c';
  const quote::PreparedText text(read);
  for ([[maybe_unused]] auto step : state) benchmark::DoNotOptimize(quote::Find(words, text, {}));
  state.SetBytesProcessed(state.range(0) * state.iterations());
  state.SetComplexityN(state.range(0));
}
BENCHMARK(FindMisread)->RangeMultiplier(2)->Range(1 << 20, 1 << 23)->Complexity()->Unit(benchmark::kMillisecond);

/// `criteria` leaves under one branch, with `exhibits` exhibits shared out among them.
evaluate::testing::World Filed(int criteria, int exhibits) {
  using namespace evaluate::testing;  // NOLINT: the builders of a small case
  World world;
  std::vector<model::Criterion> leaves;
  for (int i = 0; i < criteria; ++i) leaves.push_back(Leaf("c" + std::to_string(i)));
  world.pack.criteria.push_back(Branches("root", model::Operator::kAll, std::move(leaves)));
  world.source.header.pleads.push_back({.criterion = Words("root"), .for_persons = {}});
  world.source.grounds.resize(static_cast<std::size_t>(criteria));
  for (int i = 0; i < criteria; ++i) {
    model::Ground& ground = world.source.grounds[static_cast<std::size_t>(i)];
    ground.criterion = Words("c" + std::to_string(i));
    ground.for_persons = All({"p"});
    ground.needs.emplace_back(Words("n"), std::vector<model::Item>());
  }
  for (int i = 0; i < exhibits; ++i) {
    const std::string id = "e" + std::to_string(i);
    world.source.exhibits.push_back(Sample(id));
    world.source.grounds[static_cast<std::size_t>(i % criteria)].needs[0].second.push_back(
        Cite(id + " p. 1"));
  }
  return world;
}

void Evaluate(benchmark::State& state) {
  evaluate::testing::World world =
      Filed(static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  const resolve::ResolvedCase resolved = world.Bind();
  for ([[maybe_unused]] auto step : state) {
    diagnostics::Sink sink;
    const auto coverage = evaluate::Evaluate(resolved, {world.pack}, {}, sink);
    if (coverage.criteria.size() != static_cast<std::size_t>(state.range(0)) + 1 ||
        coverage.criteria.back().verdict != evaluate::Verdict::kCovered) {
      return state.SkipWithError("the criteria were not judged as expected");
    }
  }
  state.SetItemsProcessed(state.range(1) * state.iterations());
}
BENCHMARK(Evaluate)->Args({100, 1000})->Args({1000, 10000})->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dossier::bench
