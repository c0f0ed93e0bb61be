// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/parts/samples.h"

#include <map>

#include "compiler/diagnostics/sink.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"
#include "tests/support/typesetting.h"

namespace dossier::bench {
namespace {

Bytes Exhibit(int pages) {
  paginate::Pages set;
  set.width = Length::FromPoints(595);
  set.height = Length::FromPoints(842);
  const auto& sample = BriefOf(30).pages;
  for (int page = 0; page < pages; ++page) {
    set.pages.push_back(sample[static_cast<std::size_t>(page) % sample.size()]);
  }
  render::RenderInput input;
  input.brief = &set;
  return render::Render(input, testing::InstalledFonts()).value().pdf;
}

}  // namespace

std::string Register(std::size_t bytes) {
  std::string text = "format: 1\nexhibits:\n";
  for (int number = 1; text.size() < bytes; ++number) {
    const std::string id = "e" + std::to_string(number);
    text += "  - id: " + id + "\n    title: {en: \"" +
            testing::Filler(8, static_cast<unsigned>(number)) + "\"}\n" +
            "    kind: ngo-report\n    scope: country\n    dates: {published: 2024-05-06}\n"
            "    file: files/" +
            id + ".pdf\n    url: https://example.org/" + id + "\n    language: en\n";
  }
  return text;
}

const paginate::Pages& BriefOf(int pages) {
  static std::map<int, paginate::Pages> made;
  const auto found = made.find(pages);
  if (found != made.end()) return found->second;
  diagnostics::Sink sink;
  return made[pages] =
             paginate::Paginate(testing::LongBrief(pages), testing::InstalledFonts(), {}, sink);
}

assemble::Plan BundlePlan(int exhibits, int pages) {
  assemble::Plan plan;
  const paginate::Pages& brief = BriefOf(2);
  plan.brief_pages = static_cast<int>(brief.pages.size());
  plan.anchors = brief.anchors;
  render::RenderInput input;
  input.brief = &brief;
  const Bytes exhibit = Exhibit(pages);
  for (int number = 1; number <= exhibits; ++number) {
    const std::string id = "e" + std::to_string(number);
    const std::string label = "A-" + std::to_string(number);
    const std::string list = "list." + id;
    plan.anchors[list] = {.page = {0}, .top = Length::FromPoints(700)};
    plan.exhibits.push_back({.anchor = "exhibit." + id,
                             .exhibit = id,
                             .label = label,
                             .title = "Exhibit " + id,
                             .pages = pages,
                             .pdf = exhibit,
                             .list_anchor = list});
    for (int page = 1; page <= pages; ++page) {
      plan.stamps.push_back({plan.brief_pages + static_cast<int>(input.stamps.size())});
      input.stamps.push_back(
          {label + " · page " + std::to_string(page), std::to_string(input.stamps.size() + 1)});
    }
  }
  plan.brief = render::Render(input, testing::InstalledFonts()).value().pdf;
  plan.exhibits_bookmark = "Exhibits";
  plan.metadata = {.title = "Bundle",
                   .author = "",
                   .subject = "",
                   .language = "en",
                   .tool_version = "0",
                   .date = "2026-01-31"};
  return plan;
}

std::vector<std::string> Sections(std::size_t bytes) {
  std::vector<std::string> sections;
  std::size_t made = 0;
  for (unsigned seed = 1; made < bytes; ++seed) {
    // With a word of its own: running text has seldom ones, by which what nearly agrees is found.
    sections.push_back("Minute" + std::to_string(seed) + " says: " + testing::Filler(450, seed) + ".\n");
    made += sections.back().size();
  }
  return sections;
}

}  // namespace dossier::bench
