// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the text layer says what the glyphs show: two witnesses that a forger has to bring into
// line, the table for readers (ToUnicode) and the font's own names and tables.
#include <algorithm>

#include "compiler/pdf/content/font_parts.h"
#include "compiler/pdf/content/sfnt_cmap.h"

namespace dossier::pdf::content {
namespace {

constexpr char32_t kLastCompared = 0x52F;  // Latin, Greek, Cyrillic

bool IsAsciiWord(char32_t code) { return code < 0x80 && IsOfWords(code); }
bool IsCyrillic(char32_t code) { return code >= 0x400 && code <= kLastCompared; }
bool IsLetterOnly(char32_t code) { return IsOfWords(code) && !(code >= '0' && code <= '9'); }

/// The Latin letter that a Greek or Cyrillic one looks like, small; else the letter itself, small.
char32_t Skeleton(char32_t code) {
  constexpr std::pair<char32_t, char> kAlike[] = {
      {0x391, 'a'}, {0x392, 'b'}, {0x395, 'e'}, {0x396, 'z'}, {0x397, 'h'}, {0x399, 'i'},
      {0x39A, 'k'}, {0x39C, 'm'}, {0x39D, 'n'}, {0x39F, 'o'}, {0x3A1, 'p'}, {0x3A4, 't'},
      {0x3A5, 'y'}, {0x3A7, 'x'}, {0x3BF, 'o'}, {0x3BD, 'v'}, {0x3BA, 'k'}, {0x3B9, 'i'},
      {0x3C1, 'p'}, {0x3C5, 'u'}, {0x410, 'a'}, {0x412, 'b'}, {0x415, 'e'}, {0x41A, 'k'},
      {0x41C, 'm'}, {0x41D, 'h'}, {0x41E, 'o'}, {0x420, 'p'}, {0x421, 'c'}, {0x422, 't'},
      {0x425, 'x'}, {0x423, 'y'}, {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'},
      {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'}, {0x458, 'j'}, {0x455, 's'},
      {0x406, 'i'}, {0x408, 'j'}, {0x405, 's'}, {0x417, '3'}, {0x437, '3'}};
  for (const auto& [letter, alike] : kAlike) {
    if (letter == code) return static_cast<char32_t>(alike);
  }
  return Folded(code);
}

/// The characters of an embedded TrueType font; empty where there is none or it says nothing.
FontCharacters CharactersOf(QPDFObjectHandle descriptor, Streams& streams) {
  if (!descriptor.isDictionary()) return {};
  QPDFObjectHandle file = descriptor.getKey("/FontFile2");
  if (!file.isStream()) return {};
  TablePlace place;
  const std::string head = streams.Beginning(file, [&](std::string_view so_far) {
    place = PlaceOfCmap(so_far);
    if (!place.directory_read) return true;
    return place.length != 0 && so_far.size() < place.offset + place.length;
  });
  if (place.length == 0 || place.offset >= head.size()) return {};
  FontCharacters characters =
      ReadFontCharacters(std::string_view(head).substr(place.offset, place.length));
  // A table that only counts the glyphs was made up by a program that had to write one. Common
  // fonts really have space as glyph 3, and the other characters of ASCII behind it.
  constexpr int kUsualDistance = 29;
  const auto& pairs = characters.of_glyph;
  const auto distance = [](const auto& pair) {
    return static_cast<long>(pair.second) - pair.first;
  };
  const bool counts = !pairs.empty() && distance(pairs.front()) != kUsualDistance &&
                      std::all_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
                        return distance(pair) == distance(pairs.front());
                      });
  if (counts) characters.of_glyph.clear();
  return characters;
}

/// True when the font gives the glyph characters, and each of them is another than `read`.
bool GlyphIsAnother(const FontCharacters& font, std::uint16_t glyph, char32_t read) {
  const auto [begin, end] = font.Of(glyph);
  return begin != end && std::all_of(begin, end, [&](const auto& pair) {
           return AreOtherLetters(pair.second, read);
         });
}

/// Glyph of a CID (9.7.4.2): by the stream, or the CID itself.
class GlyphsOfCids {
 public:
  GlyphsOfCids(QPDFObjectHandle descendant, Streams& streams) {
    QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap");
    if (!map.isStream()) return;
    mapped_ = true;
    streams.Append(map, table_);
  }
  [[nodiscard]] std::uint32_t Of(std::uint32_t cid) const {
    if (!mapped_) return cid;
    if (2 * cid + 1 >= table_.size()) return 0;
    return static_cast<std::uint32_t>(static_cast<unsigned char>(table_[2 * cid]) << 8 |
                                      static_cast<unsigned char>(table_[2 * cid + 1]));
  }

 private:
  bool mapped_ = false;
  std::string table_;
};

}  // namespace

bool AreOtherLetters(char32_t shown, char32_t read) {
  if (shown > kLastCompared || read > kLastCompared) return false;
  if (!IsOfWords(shown) || !IsOfWords(read)) return false;
  return Skeleton(shown) != Skeleton(read);
}

void MarkByNames(const SimpleEncoding& encoding, Font& font) {
  for (std::size_t code = 0; code < font.characters.size() && code < 256; ++code) {
    const char32_t shown = encoding.characters[code];
    const char32_t read = font.characters[code];
    if (!encoding.named[code] || read == shown) continue;
    // Fonts of the time before Unicode kept other alphabets under Latin names; their tables for
    // readers are right. So letters are compared within an alphabet only.
    const bool comparable = (IsAsciiWord(shown) && IsAsciiWord(read)) ||
                            (IsCyrillic(shown) && IsCyrillic(read) && IsLetterOnly(shown));
    if (!comparable || !AreOtherLetters(shown, read)) continue;
    if (font.contradicting.empty()) font.contradicting.resize(256);
    font.contradicting[code] = true;
  }
}

void MarkByGlyphsOfFont(QPDFObjectHandle descendant, Streams& streams, Font& font) {
  if (font.characters.empty() || !font.placed) return;
  const FontCharacters known = CharactersOf(descendant.getKey("/FontDescriptor"), streams);
  if (known.Empty()) return;
  const GlyphsOfCids glyphs(descendant, streams);
  for (std::size_t code = 0; code < font.characters.size(); ++code) {
    const Character read = font.characters[code];
    if (read > kLastCompared || !IsOfWords(read)) continue;
    const auto cid = font.cids.empty() ? static_cast<std::uint32_t>(code)
                                       : (code < font.cids.size() ? font.cids[code] : 0U);
    const std::uint32_t glyph = glyphs.Of(cid);
    if (glyph == 0 || glyph > 0xFFFF) continue;
    if (!GlyphIsAnother(known, static_cast<std::uint16_t>(glyph), read)) continue;
    font.contradicting.resize(font.characters.size());
    font.contradicting[code] = true;
  }
}

}  // namespace dossier::pdf::content
