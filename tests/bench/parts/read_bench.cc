// SPDX-License-Identifier: GPL-3.0-or-later
// Reading exhibits: all that is found out about a PDF, against poppler's bare list of words.
#include <benchmark/benchmark.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <memory>

#include "compiler/pdf/inspect_pdf.h"
#include "compiler/render/render.h"
#include "compiler/worker/program/exhibit_tasks.h"
#include "tests/bench/parts/samples.h"
#include "tests/support/typesetting.h"

namespace dossier::bench {
namespace {

Bytes PdfOf(int pages) {
  render::RenderInput input;
  input.brief = &BriefOf(pages);
  auto made = render::Render(input, testing::InstalledFonts());
  return made.ok() ? made.value().pdf : Bytes();
}

template <typename Read>
void WithPages(benchmark::State& state, const Read& read) {
  const Bytes pdf = PdfOf(static_cast<int>(state.range(0)));
  if (pdf.empty()) return state.SkipWithError("the brief was not rendered");
  std::int64_t pages = 0;
  for ([[maybe_unused]] auto step : state) pages += read(pdf);
  state.SetItemsProcessed(pages);
}

int WithPoppler(const Bytes& pdf, bool boxes) {
  const std::unique_ptr<::poppler::document> document(
      ::poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
  for (int i = 0; i < document->pages(); ++i) {
    const std::unique_ptr<::poppler::page> page(document->create_page(i));
    if (boxes) {
      benchmark::DoNotOptimize(page->text_list());
    } else {
      benchmark::DoNotOptimize(page->text());
    }
  }
  return document->pages();
}

void PopplerTextList(benchmark::State& state) {
  WithPages(state, [](const Bytes& pdf) { return WithPoppler(pdf, true); });
}
BENCHMARK(PopplerTextList)->Arg(20)->Arg(300)->Unit(benchmark::kMillisecond);

void PopplerText(benchmark::State& state) {
  WithPages(state, [](const Bytes& pdf) { return WithPoppler(pdf, false); });
}
BENCHMARK(PopplerText)->Arg(20)->Arg(300)->Unit(benchmark::kMillisecond);

void PdfFacts(benchmark::State& state) {
  WithPages(state, [](const Bytes& pdf) {
    const auto facts = pdf::ReadPdfFacts(pdf);
    return facts.ok() ? facts->page_count : 0;
  });
}
BENCHMARK(PdfFacts)->Arg(20)->Arg(300)->Unit(benchmark::kMillisecond);

void InspectPdf(benchmark::State& state) {
  WithPages(state, [&](const Bytes& pdf) {
    int pages = 0;
    auto facts = worker::InspectPdf(pdf, [&](int count) { pages = count; });
    benchmark::DoNotOptimize(facts);
    return pages;
  });
}
BENCHMARK(InspectPdf)->Arg(20)->Arg(300)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dossier::bench
