// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a sample brief as PDF and its text dump, to be looked at.
//   typeset_sample OUT.pdf [PAGES | hard [STAMPS]]

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "compiler/paginate/paginate.h"
#include "compiler/paginate/print.h"
#include "compiler/render/render.h"
#include "tests/support/typesetting.h"

using namespace dossier;  // NOLINT: a short program

namespace {

double Milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    return 2;
  }
  const int pages = argc > 2 ? std::atoi(argv[2]) : 0;
  const int stamps = argc > 3 ? std::atoi(argv[3]) : 4;
  const double begin = Milliseconds();
  const fonts::FontSet& fonts = testing::InstalledFonts();
  const double loaded = Milliseconds();
  const compose::Document document = argc > 2 && std::string_view(argv[2]) == "hard" ? testing::HardThings()
                                     : pages > 0 ? testing::LongBrief(pages)
                                                 : testing::SampleBrief();
  paginate::FollowingPages following;
  following.total = 140;
  for (int i = 1; i <= 40; ++i) {
    following.anchors["exhibit.e" + std::to_string(i)] = i * 3;
  }
  diagnostics::Sink sink;
  const double made = Milliseconds();
  const paginate::Pages laid = paginate::Paginate(document, fonts, following, sink, &testing::InstalledHyphenation());
  const double paginated = Milliseconds();
  render::RenderInput input;
  input.brief = &laid;
  for (int i = 0; i < stamps; ++i) {
    input.stamps.push_back(
        {"A-" + std::to_string(i / 20 + 1) + " · page " + std::to_string(i % 20 + 1) + " of 20",
         std::to_string(i + 30) + " / " + std::to_string(stamps + 29)});
  }
  if (laid.signature_box) {
    const paginate::Box& box = laid.signature_box->second;
    input.signature = {box.right - box.left,
                       box.top - box.bottom,
                       {"Jorunn Castellane", "counsel for the applicant", "Aldmoor, 12 May 2031"}};
  }
  const Result<render::Rendered> rendered = render::Render(input, fonts);
  const double drawn = Milliseconds();
  for (const diagnostics::Finding& finding : sink.findings()) {
    std::fprintf(stderr, "%s\n", finding.Message().c_str());
  }
  if (!rendered) {
    std::fprintf(stderr, "%s\n", rendered.failure().reason.c_str());
    return 4;
  }
  std::ofstream(argv[1], std::ios::binary) << rendered->pdf;
  std::ofstream(std::string(argv[1]) + ".txt") << paginate::Print(laid);
  std::fprintf(stderr,
               "%zu pages, %d rounds, %zu bytes; fonts %.1f ms, layout %.1f ms, drawing %.1f ms\n",
               laid.pages.size(), laid.rounds, rendered->pdf.size(), loaded - begin,
               paginated - made, drawn - paginated);
  return 0;
}
