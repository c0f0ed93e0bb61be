// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/content/lexer.h"

namespace dossier::pdf::internal {

namespace {

using content::Token;
using content::TokenKind;

bool IsEmbedded(QPDFObjectHandle descriptor) {
  for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"}) {
    if (descriptor.isDictionary() && descriptor.getKey(key).isStream()) return true;
  }
  return false;
}

/// Whether one of the UTF-16 units of `text` is of no use to a reader.
bool IsUseless(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
    const unsigned unit = static_cast<unsigned>(static_cast<unsigned char>(text[i])) << 8 |
                          static_cast<unsigned char>(text[i + 1]);
    if (unit == 0 || unit == 0xFEFF || unit == 0xFFFE) return true;
  }
  return false;
}

/// The texts that a ToUnicode map gives: what stands behind a code in bfchar, behind two codes or in
/// an array in bfrange (Adobe Technical Note 5014).
bool GivesUseless(std::string_view map) {
  content::Lexer lexer(map);
  int codes = 0;    // before a text; 0 outside of a list
  int strings = 0;  // of the entry so far
  bool array = false;
  for (Token token = lexer.Next(); token.kind != TokenKind::kEnd; token = lexer.Next()) {
    if (token.kind == TokenKind::kWord) {
      codes = token.text == "beginbfchar" ? 1 : token.text == "beginbfrange" ? 2 : 0;
      strings = 0;
    } else if (token.kind == TokenKind::kArrayBegin) {
      array = true;
    } else if (token.kind == TokenKind::kArrayEnd) {
      array = false;
      strings = 0;
    } else if (token.kind == TokenKind::kString && codes > 0) {
      const bool text = array || strings == codes;
      if (text && IsUseless(token.text)) return true;
      if (!array) strings = text ? 0 : strings + 1;
    }
    lexer.Forget();
  }
  return false;
}

/// Collections whose characters are known by their numbers (ISO 32000-1:2008, 9.7.5.2).
bool IsKnownCollection(QPDFObjectHandle descendant) {
  constexpr std::array<std::string_view, 4> kKnown = {"Japan1", "GB1", "CNS1", "Korea1"};
  QPDFObjectHandle system = descendant.getKey("/CIDSystemInfo");
  if (!system.isDictionary() || TextOf(system.getKey("/Registry")) != "Adobe") return false;
  const std::string ordering = TextOf(system.getKey("/Ordering"));
  for (const std::string_view known : kKnown) {
    if (known == ordering) return true;
  }
  return false;
}

/// Letters of a font with one byte a code follow from the names of its glyphs, unless it is one of
/// symbols.
bool HasLetterNames(QPDFObjectHandle font, QPDFObjectHandle descriptor) {
  QPDFObjectHandle encoding = font.getKey("/Encoding");
  if (encoding.isName() || encoding.isDictionary()) return true;
  constexpr long long kSymbolic = 4;
  if (!descriptor.isDictionary() || !descriptor.getKey("/Flags").isInteger()) return true;
  return (descriptor.getKey("/Flags").getIntValue() & kSymbolic) == 0;
}

void CheckUnicode(Inspection& inspection, QPDFObjectHandle font, bool letters_known, int page) {
  const std::string name = NameOf(font.getKey("/BaseFont"));
  QPDFObjectHandle map = font.getKey("/ToUnicode");
  if (!map.isStream()) {
    if (!letters_known && !map.isName()) inspection.Report(Rule::kFontWithoutUnicode, page, name);
    return;
  }
  std::string text;
  if (!inspection.streams.Append(map, text)) inspection.Report(Rule::kContentUnreadable, page, name);
  if (GivesUseless(text)) inspection.Report(Rule::kUnicodeUseless, page, name);
}

void CheckDescendant(Inspection& inspection, QPDFObjectHandle descendant, int page) {
  const std::string name = NameOf(descendant.getKey("/BaseFont"));
  QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
  QPDFObjectHandle glyphs = descendant.getKey("/CIDToGIDMap");
  const bool truetype = descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
  if (truetype && IsEmbedded(descriptor) && !glyphs.isStream() && !glyphs.isNameAndEquals("/Identity")) {
    inspection.Report(Rule::kFontWithoutGlyphMap, page, name);
  }
  constexpr std::size_t kTag = 6;
  const bool cut = name.size() > kTag && name[kTag] == '+';
  const bool listed = descriptor.isDictionary() && descriptor.getKey("/CIDSet").isStream();
  if (inspection.archive == Archive::kPdfA1b && cut && !listed) {
    inspection.Report(Rule::kFontWithoutCidSet, page, name);
  }
}

}  // namespace

void CheckFont(Inspection& inspection, QPDFObjectHandle font, int page) {
  if (font.getKey("/Subtype").isNameAndEquals("/Type3")) return;  // its glyphs are in the file
  QPDFObjectHandle inner = font;
  QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
  const bool composite = font.getKey("/Subtype").isNameAndEquals("/Type0");
  if (composite && descendants.isArray() && descendants.getArrayNItems() > 0 &&
      descendants.getArrayItem(0).isDictionary()) {
    inner = descendants.getArrayItem(0);
    CheckDescendant(inspection, inner, page);
  }
  QPDFObjectHandle descriptor = inner.getKey("/FontDescriptor");
  if (!IsEmbedded(descriptor)) {
    inspection.Report(Rule::kFontNotEmbedded, page, NameOf(font.getKey("/BaseFont")));
  }
  const bool known = composite ? IsKnownCollection(inner) : HasLetterNames(font, descriptor);
  CheckUnicode(inspection, font, known, page);
}

}  // namespace dossier::pdf::internal
