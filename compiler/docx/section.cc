// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/section.h"

#include <algorithm>

#include "compiler/docx/part_writer.h"
#include "compiler/docx/units.h"

namespace dossier::docx {
namespace {

void PutReference(std::string_view element, std::string_view type, const std::string& id, Markup& xml) {
  if (!id.empty()) xml.Empty(element, {{"w:type", type}, {"r:id", id}});
}

/// The level of the headings that the running head shows: the highest there is.
int TopLevel(const Work& work) {
  int top = kHeadingLevels;
  for (const layout::HeadingEntry& heading : work.headings) top = std::min(top, heading.level);
  return std::max(top, 1);
}

void PutLeft(const Work& work, PartWriter& part) {
  const compose::RunningHead& running = work.document.running;
  if (!work.document.page.section_in_head || work.headings.empty()) return part.Text(running.left);
  // By number, because the names of styles are translated in the programs that read this. What it shows until it is
  // updated is the same on every page, and some readers never update it.
  part.Field("STYLEREF " + std::to_string(TopLevel(work)), [&] { part.Text(running.left); });
}

}  // namespace

void PutSection(const Work& work, bool first, bool goes_on, Markup& xml) {
  const layout::PageMeasure& page = work.page;
  xml.Begin("w:sectPr");
  if (first) {
    PutReference("w:headerReference", "default", work.heads.head, xml);
    PutReference("w:headerReference", "first", work.heads.first_head, xml);
    PutReference("w:footerReference", "default", work.heads.foot, xml);
  }
  if (work.places.has_notes()) {
    // Word would ask the settings; LibreOffice asks here, and counts notes at the end in Roman figures.
    xml.Begin(work.notes_at_end() ? "w:endnotePr" : "w:footnotePr");
    xml.Value("w:numFmt", "decimal");
    xml.End();
  }
  if (goes_on) xml.Value("w:type", "continuous");
  xml.Empty("w:pgSz", {{"w:w", TwipsText(page.width)}, {"w:h", TwipsText(page.height)}});
  xml.Empty("w:pgMar", {{"w:top", TwipsText(page.top)},
                        {"w:right", TwipsText(page.right)},
                        {"w:bottom", TwipsText(page.bottom)},
                        {"w:left", TwipsText(page.left)},
                        {"w:header", TwipsText(page.top * 12 / 30)},
                        {"w:footer", TwipsText(page.bottom * 12 / 27)},
                        {"w:gutter", "0"}});
  xml.Flag("w:titlePg", first);
  xml.End();
}

Bytes HeadXml(Work& work, bool first_page) {
  const compose::RunningHead& running = work.document.running;
  PartWriter part(work, "w:hdr");
  if (!running.draft_mark.empty()) {
    part.BeginParagraph({.style = std::string(style::kDraftMark)});
    part.Text(running.draft_mark);
    part.EndParagraph();
  }
  if (!first_page) {
    part.BeginParagraph({.style = std::string(style::kHeader)});
    PutLeft(work, part);
    if (!running.right.empty()) part.Tab();
    part.Text(running.right);
    part.EndParagraph();
  }
  return part.xml().Take();
}

Bytes FootXml(Work& work) {
  PartWriter part(work, "w:ftr");
  part.BeginParagraph({.style = std::string(style::kFooter)});
  std::string_view pattern = work.document.running.page_of;
  while (!pattern.empty()) {
    const std::size_t at = std::min({pattern.find("{0}"), pattern.find("{1}"), pattern.size()});
    part.Text(pattern.substr(0, at));
    if (at == pattern.size()) break;
    part.Field(pattern[at + 1] == '0' ? "PAGE" : "NUMPAGES", [&] { part.Text("1"); });
    pattern.remove_prefix(at + 3);
  }
  part.EndParagraph();
  return part.xml().Take();
}

}  // namespace dossier::docx
