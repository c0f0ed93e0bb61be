// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/parts.h"

#include "compiler/docx/markup.h"

namespace dossier::docx {
namespace {

constexpr Markup::Attribute kWord{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"};

void PutNoteSettings(const Work& work, bool sections, Markup& xml) {
  const bool end = work.notes_at_end();
  xml.Begin(end ? "w:endnotePr" : "w:footnotePr");
  if (end) xml.Value("w:pos", sections ? "sectEnd" : "docEnd");
  xml.Value("w:numFmt", "decimal");
  for (const char* id : {"-1", "0"}) xml.Empty(end ? "w:endnote" : "w:footnote", {{"w:id", id}});
  xml.End();
}

}  // namespace

Bytes SettingsXml(const Work& work, bool sections) {
  Markup xml = Markup::File();
  xml.Begin("w:settings", {kWord});
  xml.Empty("w:zoom", {{"w:percent", "100"}});
  xml.Value("w:defaultTabStop", "440");
  if (work.document.hyphenate) {
    xml.Value("w:autoHyphenation", "1");
    xml.Value("w:consecutiveHyphenLimit", "2");
    xml.Value("w:doNotHyphenateCaps", "1");
  }
  xml.Value("w:characterSpacingControl", "doNotCompress");
  if (work.places.has_notes()) PutNoteSettings(work, sections, xml);
  xml.Begin("w:compat");
  xml.Empty("w:doNotExpandShiftReturn");  // a line that ends with a break is the last of a paragraph to the eye
  xml.Empty("w:compatSetting", {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
  xml.End();
  xml.Value("w:decimalSymbol", ".");
  xml.Value("w:listSeparator", ",");
  return xml.Take();
}

Bytes NumberingXml(const Work& work) {
  constexpr int kLevels = 9;
  Markup xml = Markup::File();
  xml.Begin("w:numbering", {kWord});
  for (const auto& [sign, id] : work.bullets) {
    xml.Begin("w:abstractNum", {{"w:abstractNumId", std::to_string(id)}});
    xml.Value("w:multiLevelType", "hybridMultilevel");
    for (int level = 0; level < kLevels; ++level) {
      const std::string left = std::to_string(360 * (level + 1));
      xml.Begin("w:lvl", {{"w:ilvl", std::to_string(level)}});
      xml.Value("w:start", "1");
      xml.Value("w:numFmt", "bullet");
      xml.Value("w:lvlText", sign);
      xml.Value("w:lvlJc", "left");
      xml.Begin("w:pPr");
      xml.Empty("w:ind", {{"w:left", left}, {"w:hanging", "360"}});
      xml.End();
      xml.End();
    }
    xml.End();
  }
  // Every list stands behind all definitions.
  for (const auto& [sign, id] : work.bullets) {
    xml.Begin("w:num", {{"w:numId", std::to_string(id)}});
    xml.Value("w:abstractNumId", std::to_string(id));
    xml.End();
  }
  return xml.Take();
}

Bytes FontTableXml(const compose::Document& document) {
  Markup xml = Markup::File();
  xml.Begin("w:fonts", {kWord});
  xml.Begin("w:font", {{"w:name", document.page.family}});
  xml.Value("w:altName", "Times New Roman");
  xml.Value("w:family", "roman");
  xml.Value("w:pitch", "variable");
  return xml.Take();
}

Bytes CorePropertiesXml(const compose::Document& document, std::string_view date) {
  Markup xml = Markup::File();
  xml.Begin("cp:coreProperties", {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                                  {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                  {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                                  {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
  const auto put = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) xml.Element(name, value);
  };
  put("dc:title", document.title);
  put("dc:subject", document.subject);
  put("dc:creator", document.author);
  put("dc:language", document.language);
  for (const char* name : {"dcterms:created", "dcterms:modified"}) {
    if (!date.empty()) xml.Element(name, std::string(date) + "T00:00:00Z", {{"xsi:type", "dcterms:W3CDTF"}});
  }
  return xml.Take();
}

}  // namespace dossier::docx
