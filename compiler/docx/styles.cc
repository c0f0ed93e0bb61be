// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/styles.h"

#include <algorithm>
#include <array>

#include "compiler/docx/markup.h"
#include "compiler/docx/units.h"
#include "compiler/text/bidi.h"

namespace dossier::docx {
namespace {

/// A paragraph style as data. Sizes in half points, spaces and leading in twips.
struct ParagraphStyle {
  std::string_view id, name, base;
  int size;
  bool bold, italic;
  int leading, before, after;
  std::string_view alignment;  // w:jc; empty: that of the base
  int outline = 0;             // level from 1
  bool keep_next = false;
};

constexpr std::string_view kNormal = "Normal";

// The measures of the printed brief: layout/style.h and the shapes beside it.
constexpr auto kStyles = std::to_array<ParagraphStyle>({
    {style::kBody, "Body Text", kNormal, 22, false, false, 300, 0, 130, "both"},
    {style::kNumbered, "Numbered Paragraph", style::kBody, 22, false, false, 300, 0, 130, ""},
    {style::kMarginNumber, "Margin Number", style::kBody, 22, false, false, 300, 0, 130, ""},
    {style::kQuotation, "Quote", kNormal, 20, false, false, 276, 0, 130, "both"},
    {style::kCell, "Table Text", kNormal, 19, false, false, 248, 0, 50, "left"},
    {style::kHeadCell, "Table Head", style::kCell, 19, true, false, 248, 0, 50, "left", 0, true},
    {style::kFootnote, "footnote text", kNormal, 18, false, false, 236, 0, 40, "left"},
    {style::kEndnote, "endnote text", kNormal, 18, false, false, 236, 0, 40, "left"},
    {style::kTitle, "Title", kNormal, 44, true, false, 560, 0, 280, "center"},
    {style::kSubtitle, "Subtitle", kNormal, 26, false, false, 360, 0, 160, "center"},
    {style::kCentred, "Centred", kNormal, 22, false, false, 300, 0, 130, "center"},
    {style::kRight, "Flush Right", kNormal, 22, false, false, 300, 0, 130, "right"},
    {style::kSmall, "Small Text", kNormal, 18, false, false, 236, 0, 130, "left"},
    {style::kListItem, "List Paragraph", style::kBody, 22, false, false, 300, 0, 130, ""},
    {style::kBullet, "List Bullet", style::kListItem, 22, false, false, 300, 0, 60, ""},
    {style::kCaption, "caption", kNormal, 19, false, true, 248, 120, 60, "left"},
    {style::kContentsTitle, "TOC Heading", kNormal, 30, true, false, 400, 0, 180, "left", 0, true},
    {style::kHeader, "header", kNormal, 18, false, false, 240, 0, 0, "left"},
    {style::kFooter, "footer", kNormal, 18, false, false, 240, 0, 0, "center"},
    {style::kDraftMark, "Draft Mark", kNormal, 18, true, false, 240, 0, 0, "center"},
    {style::kRule, "Horizontal Rule", kNormal, 8, false, false, 90, 0, 90, ""},
    {style::kGap, "Gap", kNormal, 2, false, false, 20, 0, 0, ""},
    {style::kSignature, "Signature Box", kNormal, 15, false, false, 240, 840, 130, "left"},
    {style::kPicture, "Picture", kNormal, 22, false, false, 240, 130, 130, "center"},
});

constexpr auto kHeadings = std::to_array<ParagraphStyle>({
    {"Heading1", "heading 1", kNormal, 30, true, false, 400, 480, 180, "left", 1, true},
    {"Heading2", "heading 2", kNormal, 25, true, false, 340, 360, 140, "left", 2, true},
    {"Heading3", "heading 3", kNormal, 22, true, false, 300, 260, 100, "left", 3, true},
    {"Heading4", "heading 4", kNormal, 22, false, true, 300, 220, 80, "left", 4, true},
    {"Heading5", "heading 5", kNormal, 22, false, true, 300, 220, 80, "left", 5, true},
    {"Heading6", "heading 6", kNormal, 22, false, true, 300, 220, 80, "left", 6, true},
});

constexpr int kContentsStep = 440;  // twips of one level

class Sheet {
 public:
  Sheet(const compose::Document& document, Length text_width) : document_(document), text_width_(text_width) {}

  Bytes Write() {
    xml_.Begin("w:styles", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}});
    PutDefaults();
    xml_.Begin("w:style", {{"w:type", "paragraph"}, {"w:default", "1"}, {"w:styleId", kNormal}});
    xml_.Value("w:name", "Normal");
    xml_.Empty("w:qFormat");
    xml_.End();
    for (const ParagraphStyle& style : kStyles) Put(style);
    for (const ParagraphStyle& heading : kHeadings) {
      Put(heading);
      PutUnlisted(heading);
    }
    for (int level = 1; level <= kHeadingLevels; ++level) PutContents(level);
    PutCharacters();
    PutTables();
    return xml_.Take();
  }

 private:
  void PutDefaults() {
    const std::string_view family = document_.page.family;
    const std::string_view language = document_.language.empty() ? std::string_view("en") : document_.language;
    xml_.Begin("w:docDefaults");
    xml_.Begin("w:rPrDefault");
    xml_.Begin("w:rPr");
    xml_.Empty("w:rFonts", {{"w:ascii", family}, {"w:hAnsi", family}, {"w:eastAsia", family}, {"w:cs", family}});
    xml_.Value("w:sz", "22");
    xml_.Value("w:szCs", "22");
    const bool to_left = text::DirectionOf(language) == text::Direction::kRightToLeft;
    xml_.Empty("w:lang", {{"w:val", language}, {"w:eastAsia", language}, {"w:bidi", to_left ? language : "ar-SA"}});
    xml_.End();
    xml_.End();
    xml_.Begin("w:pPrDefault");
    xml_.Begin("w:pPr");
    xml_.Empty("w:widowControl");
    xml_.End();
    xml_.End();
    xml_.End();
  }

  void Begin(std::string_view type, std::string_view id, std::string_view name, std::string_view base) {
    xml_.Begin("w:style", {{"w:type", type}, {"w:styleId", id}});
    xml_.Value("w:name", name);
    if (!base.empty()) xml_.Value("w:basedOn", base);
    xml_.Empty("w:qFormat");
  }

  void Put(const ParagraphStyle& style) {
    Begin("paragraph", style.id, style.name, style.base);
    xml_.Begin("w:pPr");
    xml_.Flag("w:keepNext", style.keep_next);
    xml_.Flag("w:keepLines", style.outline > 0);
    if (style.id == style::kRule) PutBorder({"w:bottom"});
    if (style.id == style::kSignature) PutBorder({"w:top", "w:left", "w:bottom", "w:right"});
    if (style.id == style::kHeader) {
      PutBorder({"w:bottom"});
      xml_.Begin("w:tabs");
      xml_.Empty("w:tab", {{"w:val", "right"}, {"w:pos", TwipsText(text_width_)}});
      xml_.End();
    }
    PutSpacing(style);
    if (!style.alignment.empty()) xml_.Value("w:jc", style.alignment);
    if (style.outline > 0) xml_.Value("w:outlineLvl", std::to_string(style.outline - 1));
    xml_.End();
    PutType(style);
    xml_.End();
  }

  /// Word's own contents leave it out, because its name is not that of a heading.
  void PutUnlisted(const ParagraphStyle& heading) {
    Begin("paragraph", std::string(heading.id) + "Unlisted", std::string(heading.name) + " (not in contents)", heading.id);
    xml_.End();
  }

  void PutContents(int level) {
    const bool chapter = level == 1;
    const std::string id = ContentsStyle(level);
    const std::string left = std::to_string(kContentsStep * level + (chapter ? 0 : 160));
    const std::string hanging = chapter ? "440" : "600";
    Begin("paragraph", id, "toc " + std::to_string(level), kNormal);
    xml_.Begin("w:pPr");
    xml_.Empty("w:keepLines");
    xml_.Begin("w:tabs");
    xml_.Empty("w:tab", {{"w:val", "left"}, {"w:pos", left}});
    xml_.Empty("w:tab", {{"w:val", "right"}, {"w:leader", "dot"}, {"w:pos", TwipsText(text_width_)}});
    xml_.End();
    xml_.Empty("w:spacing", {{"w:before", chapter ? "120" : "0"}, {"w:after", "30"}, {"w:line", "300"}, {"w:lineRule", "atLeast"}});
    xml_.Empty("w:ind", {{"w:left", left}, {"w:hanging", hanging}});
    xml_.End();
    PutType({.id = {}, .name = {}, .base = {}, .size = 22, .bold = chapter, .italic = false, .leading = 0, .before = 0, .after = 0, .alignment = {}});
    xml_.End();
  }

  /// Hairlines; a box has room for a signature above its words, as much as Word allows.
  void PutBorder(std::initializer_list<std::string_view> edges) {
    xml_.Begin("w:pBdr");
    for (const std::string_view edge : edges) {
      const bool room = edges.size() > 1;
      const std::string_view space = !room ? "1" : edge == "w:top" ? "31" : "4";
      xml_.Empty(edge, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", space}, {"w:color", "auto"}});
    }
    xml_.End();
  }

  void PutSpacing(const ParagraphStyle& style) {
    xml_.Empty("w:spacing", {{"w:before", std::to_string(style.before)},
                             {"w:after", std::to_string(style.after)},
                             {"w:line", std::to_string(style.leading)},
                             {"w:lineRule", style.leading < 100 ? "exact" : "atLeast"}});
  }

  void PutType(const ParagraphStyle& style) {
    const std::string size = std::to_string(style.size);
    xml_.Begin("w:rPr");
    xml_.Flag("w:b", style.bold);
    xml_.Flag("w:bCs", style.bold);
    xml_.Flag("w:i", style.italic);
    xml_.Flag("w:iCs", style.italic);
    xml_.Value("w:sz", size);
    xml_.Value("w:szCs", size);
    xml_.End();
  }

  void PutCharacters() {
    xml_.Begin("w:style", {{"w:type", "character"}, {"w:default", "1"}, {"w:styleId", "DefaultParagraphFont"}});
    xml_.Value("w:name", "Default Paragraph Font");
    xml_.End();
    for (const auto& [id, name] : {std::pair(style::kFootnoteMark, "footnote reference"), std::pair(style::kEndnoteMark, "endnote reference")}) {
      Begin("character", id, name, "DefaultParagraphFont");
      xml_.Begin("w:rPr");
      xml_.Value("w:vertAlign", "superscript");
      xml_.End();
      xml_.End();
    }
    Begin("character", style::kLink, "Hyperlink", "DefaultParagraphFont");
    xml_.Begin("w:rPr");
    xml_.Value("w:color", "1B3A66");
    xml_.End();
    xml_.End();
  }

  void PutTables() {
    xml_.Begin("w:style", {{"w:type", "table"}, {"w:default", "1"}, {"w:styleId", "TableNormal"}});
    xml_.Value("w:name", "Normal Table");
    xml_.Begin("w:tblPr");
    xml_.Begin("w:tblCellMar");
    for (const auto& [edge, width] : {std::pair("w:top", "52"), std::pair("w:left", "80"), std::pair("w:bottom", "2"), std::pair("w:right", "80")}) {
      xml_.Empty(edge, {{"w:w", width}, {"w:type", "dxa"}});
    }
    xml_.End();
    xml_.End();
    xml_.End();
    Begin("table", style::kRuledTable, "Ruled Table", "TableNormal");
    xml_.Begin("w:tblPr");
    xml_.Begin("w:tblBorders");
    for (const char* edge : {"w:bottom", "w:insideH"}) {
      xml_.Empty(edge, {{"w:val", "single"}, {"w:sz", "4"}, {"w:space", "0"}, {"w:color", "auto"}});
    }
    xml_.End();
    xml_.End();
    xml_.End();
  }

  const compose::Document& document_;
  Length text_width_;
  Markup xml_ = Markup::File();
};

}  // namespace

std::string HeadingStyle(int level, bool in_contents) {
  return "Heading" + std::to_string(std::clamp(level, 1, kHeadingLevels)) + (in_contents ? "" : "Unlisted");
}

std::string ContentsStyle(int level) { return "TOC" + std::to_string(std::clamp(level, 1, kHeadingLevels)); }

StyleType TypeOf(std::string_view style) {
  const auto type = [](const ParagraphStyle& known) -> StyleType {
    // A style without an alignment is based on the body.
    const bool justified = known.alignment.empty() || known.alignment == "both";
    return {known.size, known.italic, known.before, justified};
  };
  for (const ParagraphStyle& known : kStyles) {
    if (known.id == style) return type(known);
  }
  for (const ParagraphStyle& known : kHeadings) {
    if (style.starts_with(known.id)) return type(known);
  }
  return {};
}

Bytes StylesXml(const compose::Document& document, Length text_width) {
  return Sheet(document, text_width).Write();
}

}  // namespace dossier::docx
