// SPDX-License-Identifier: GPL-3.0-or-later
// Tagged pages beside libharu alone: processor time of laying out, drawing and saving a long brief, and
// of drawing and saving the very same glyph runs with libharu's own text functions, in turns, in one run.
//   bench_tagged_pages [PAGES [ROUNDS]]

#include <hpdf.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "compiler/assemble/assemble.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"
#include "tests/support/typesetting.h"

using namespace dossier;  // NOLINT: a short program

namespace {

double Milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

template <typename Work>
double Timed(Work work) {
  const double begin = Milliseconds();
  work();
  return Milliseconds() - begin;
}

void Fail(HPDF_STATUS code, HPDF_STATUS, void*) {
  std::fprintf(stderr, "libharu: 0x%lx\n", static_cast<unsigned long>(code));
  std::exit(1);
}

/// The fonts as files, because libharu reads no others.
std::map<int, std::string> FontFiles(const paginate::Pages& pages, const fonts::FontSet& fonts) {
  std::map<int, std::string> files;
  for (const paginate::Page& page : pages.pages) {
    for (const paginate::GlyphRun& run : page.runs) {
      std::string& file = files[run.font];
      if (!file.empty()) continue;
      file = "/tmp/dossier-bench-font-" + std::to_string(run.font) + ".ttf";
      std::ofstream(file, std::ios::binary) << fonts.FileOf(run.font);
    }
  }
  return files;
}

std::size_t HaruAlone(const paginate::Pages& pages, const std::map<int, std::string>& files) {
  HPDF_Doc doc = HPDF_New(Fail, nullptr);
  HPDF_UseUTFEncodings(doc);
  HPDF_SetCompressionMode(doc, HPDF_COMP_ALL);
  std::map<int, HPDF_Font> fonts;
  for (const auto& [font, file] : files) {
    fonts[font] = HPDF_GetFont(doc, HPDF_LoadTTFontFromFile(doc, file.c_str(), HPDF_TRUE), "UTF-8");
  }
  const auto points = [](Length length) { return static_cast<HPDF_REAL>(length.ToPoints()); };
  for (const paginate::Page& page : pages.pages) {
    HPDF_Page out = HPDF_AddPage(doc);
    HPDF_Page_SetWidth(out, points(pages.width));
    HPDF_Page_SetHeight(out, points(pages.height));
    HPDF_Page_BeginText(out);
    for (const paginate::GlyphRun& run : page.runs) {
      HPDF_Page_SetFontAndSize(out, fonts[run.font], points(run.size));
      HPDF_Page_TextOut(out, points(run.x), points(run.y), run.text.c_str());
    }
    HPDF_Page_EndText(out);
    for (const paginate::Line& line : page.lines) {
      HPDF_Page_SetLineWidth(out, points(line.width));
      HPDF_Page_MoveTo(out, points(line.x1), points(line.y1));
      HPDF_Page_LineTo(out, points(line.x2), points(line.y2));
      HPDF_Page_Stroke(out);
    }
  }
  HPDF_SaveToStream(doc);
  const std::size_t size = HPDF_GetStreamSize(doc);
  HPDF_Free(doc);
  return size;
}

assemble::Plan PlanOf(const paginate::Pages& pages, render::Rendered rendered) {
  assemble::Plan plan;
  plan.brief_pages = rendered.brief_pages;
  plan.brief = std::move(rendered.pdf);
  plan.anchors = pages.anchors;
  plan.links = pages.links;
  plan.outline = pages.outline;
  plan.structure = pages.structure;
  for (const paginate::Page& page : pages.pages) plan.marks.push_back(page.marks);
  plan.signature_words = "Signature";
  plan.metadata = {.title = "Long brief", .author = "", .subject = "", .language = "en", .tool_version = "0", .date = "2026-01-31"};
  plan.with_exhibits = false;
  return plan;
}

double Middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  const int wanted = argc > 1 ? std::atoi(argv[1]) : 200;
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 7;
  const fonts::FontSet& fonts = testing::InstalledFonts();
  const compose::Document document = testing::LongBrief(wanted);
  diagnostics::Sink sink;
  const paginate::Pages pages = paginate::Paginate(document, fonts, {}, sink);
  const std::map<int, std::string> files = FontFiles(pages, fonts);
  std::vector<double> alone, tagged, finished;
  std::size_t bytes = 0;
  for (int i = 0; i < rounds; ++i) {
    alone.push_back(Timed([&] { HaruAlone(pages, files); }));
    paginate::Pages laid;
    render::Rendered rendered;
    tagged.push_back(Timed([&] {
      laid = paginate::Paginate(document, fonts, {}, sink);
      render::RenderInput input;
      input.brief = &laid;
      rendered = std::move(render::Render(input, fonts)).value();
    }));
    const assemble::Plan plan = PlanOf(laid, std::move(rendered));
    finished.push_back(Timed([&] {
      Result<assemble::Assembled> made = assemble::Assemble(plan);
      if (!made) std::fprintf(stderr, "%s\n", made.failure().reason.c_str());
      if (made && !made->shortcomings.empty()) {
        std::fprintf(stderr, "%s\n", std::string(pdf::SentenceOf(made->shortcomings[0].rule)).c_str());
      }
      bytes = made ? made->bytes.size() : 0;
    }));
  }
  for (const auto& [font, file] : files) std::remove(file.c_str());
  const double base = Middle(alone);
  std::printf("tagged pages: %zu pages, %zu bytes a page\n", pages.pages.size(), bytes / pages.pages.size());
  std::printf("libharu alone, same glyph runs   %8.1f ms   1.00\n", base);
  std::printf("layout, drawing, saving, tagged  %8.1f ms   %.2f\n", Middle(tagged), Middle(tagged) / base);
  std::printf("  and structure, metadata, checks %7.1f ms   %.2f\n", Middle(finished), Middle(finished) / base);
  return 0;
}
