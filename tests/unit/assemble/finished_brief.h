// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/assemble.h"
#include "compiler/paginate/paginate.h"
#include "compiler/render/render.h"
#include "tests/support/typesetting.h"

namespace dossier::assemble::testing_support {

/// An invented brief of a page or two with every kind of element: headings, list, table, note, links,
/// figure, contents, signature.
inline compose::Document BriefWithEverything() {
  using dossier::testing::Address;
  using dossier::testing::Cell;
  using dossier::testing::Heading;
  using dossier::testing::LinkTo;
  using dossier::testing::Note;
  using dossier::testing::Paragraph;
  using dossier::testing::Words;
  compose::Document document;
  document.title = "Brief & answer";
  document.author = "An Invented Office";
  document.subject = "Second application";
  document.language = "en";
  document.running = {.left = "Brief", .right = "Office", .draft_mark = "Draft", .page_of = "page {0} of {1}"};
  compose::Paragraph title{.style = compose::ParagraphStyle::kTitle, .content = {Words("Brief & answer")}};
  document.blocks = {{title}, {compose::Contents{"Contents", 2}}};
  document.blocks.push_back(Heading(1, "1", "What is asked", "s1"));
  compose::TextRun foreign;
  foreign.text = "слова";
  foreign.language = "ru";
  document.blocks.push_back(Paragraph({Words("It is asked to "), LinkTo("s2", {Words("look")}), Words(" at "), {foreign},
                                       Words(", "), Address("https://example.org/a"), Note({Words("A reason.")})}));
  document.blocks.push_back(Heading(2, "1.1", "Why", "s2"));
  document.blocks.push_back({compose::List{{{"(a)", {Paragraph("one")}}, {"(b)", {Paragraph("two")}}}}});
  compose::Table table;
  table.widths = {1, 2};
  table.head = {{{Cell("Date"), Cell("Event")}}};
  table.rows = {{{Cell("May"), Cell("a")}}, {{Cell("June"), Cell("b")}}};
  document.blocks.push_back({table});
  document.blocks.push_back({compose::Image{.width = 2, .height = 1, .rgb = std::make_shared<const std::string>(6, '\x7F'),
                                            .dots_per_inch = 72, .alternative = "A seal"}});
  document.blocks.push_back({compose::SignatureBlock{{Paragraph("Vilnius")}, "Signature"}});
  return document;
}

/// The plan of the brief alone; `rendered` inside it is complete.
inline Plan PlanOfBrief(const compose::Document& document) {
  diagnostics::Sink sink;
  const fonts::FontSet& fonts = dossier::testing::InstalledFonts();
  const paginate::Pages pages = paginate::Paginate(document, fonts, {}, sink);
  render::RenderInput input;
  input.brief = &pages;
  if (pages.signature_box) {
    const paginate::Box& box = pages.signature_box->second;
    input.signature = {.width = box.right - box.left, .height = box.top - box.bottom, .lines = {"Jorunn Castellane"}};
  }
  const render::Rendered rendered = std::move(render::Render(input, fonts)).value();
  Plan plan;
  plan.brief = rendered.pdf;
  plan.brief_pages = rendered.brief_pages;
  plan.signature_page_of_brief = rendered.signature_page;
  plan.anchors = pages.anchors;
  plan.links = pages.links;
  plan.outline = pages.outline;
  plan.signature_box = pages.signature_box;
  plan.structure = pages.structure;
  for (const paginate::Page& page : pages.pages) plan.marks.push_back(page.marks);
  plan.figures = pages.figures;
  plan.signature_element = pages.signature_element;
  plan.signature_words = "Signature";
  plan.back_words = "List of exhibits";
  plan.metadata = {.title = document.title,
                   .author = document.author,
                   .subject = document.subject,
                   .language = document.language,
                   .tool_version = "0.1.0",
                   .date = "2026-01-31"};
  plan.with_exhibits = false;
  return plan;
}

}  // namespace dossier::assemble::testing_support
