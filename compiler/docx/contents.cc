// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/docx/part_writer.h"

namespace dossier::docx {
namespace {

/// Twips of the first tab of an entry and of the indent before its number; those of the styles.
Length EntryIndent(int level) { return Length::FromPoints(22) * (std::clamp(level, 1, kHeadingLevels) - 1); }
Length EntryTab(int level) { return EntryIndent(level) + Length::FromPoints(level <= 1 ? 22 : 30); }

}  // namespace

void PartWriter::PutEntry(const layout::HeadingEntry& heading, const std::function<void()>& before) {
  ParagraphForm form{.style = ContentsStyle(heading.level)};
  if (heading.number.empty()) {
    form.indented = true;
    form.left = EntryIndent(heading.level);
    form.clear_tab = EntryTab(heading.level);
  }
  BeginParagraph(form);
  before();
  open_.plain_links = true;
  OpenLink(heading.anchor, {});
  PutLabel({.text = heading.number, .anchor = {}, .width = EntryTab(heading.level)});
  PutContent(heading.content);
  Tab();
  PutPage(work_.numbers.TextOf(heading.anchor), heading.anchor, compose::Face::kRegular);
  CloseLink();
}

/// A field that Word can make anew, with the entries of the printed brief until then.
void PartWriter::Put(const compose::Contents& contents, const Column&) {
  hanging_ = false;
  const int depth = std::clamp(contents.depth, 1, kHeadingLevels);
  xml_.Begin("w:sdt");
  xml_.Begin("w:sdtPr");
  xml_.Begin("w:docPartObj");
  xml_.Value("w:docPartGallery", "Table of Contents");
  xml_.Empty("w:docPartUnique");
  xml_.End();
  xml_.End();
  xml_.Begin("w:sdtContent");
  if (!contents.title.empty()) {
    BeginParagraph({.style = std::string(style::kContentsTitle)});
    Text(contents.title);
    EndParagraph();
  }
  const auto field = [&](std::string_view type) { PlainRun("w:fldChar", {{"w:fldCharType", type}}); };
  bool begun = false;
  const auto begin = [&] {
    if (begun) return;
    begun = true;
    field("begin");
    xml_.Begin("w:r");
    xml_.Element("w:instrText", " TOC \\o \"1-" + std::to_string(depth) + "\" \\h \\z ", {{"xml:space", "preserve"}});
    xml_.End();
    field("separate");
  };
  for (const layout::HeadingEntry& heading : work_.headings) {
    if (!heading.in_contents || heading.level > contents.depth) continue;
    PutEntry(heading, begin);
    EndParagraph();
  }
  BeginParagraph({.style = std::string(style::kGap)});
  begin();
  field("end");
  EndParagraph();
  xml_.End();
  xml_.End();
}

}  // namespace dossier::docx
