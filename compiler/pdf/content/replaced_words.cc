// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/replaced_words.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"

namespace dossier::pdf::content {
namespace {

constexpr std::size_t kMostDetail = 200;

bool OnlyDigits(const std::u32string& words) {
  return std::all_of(words.begin(), words.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
}

/// Arabic letters have other codes for every form, Indic ones another order: not compared.
bool HasOtherScripts(const std::u32string& words) {
  constexpr char32_t kLastCompared = 0x52F;
  return std::any_of(words.begin(), words.end(), [](char32_t c) { return c > kLastCompared; });
}

}  // namespace

std::u32string WordsOfTextString(std::string_view bytes) {
  constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
  if (bytes.starts_with("\xFE\xFF")) return FoldedWords(FromUtf16(bytes.substr(2)));
  if (bytes.starts_with(kUtf8Mark)) return FoldedWords(utf8::ToCodePoints(bytes.substr(3)));
  std::u32string text;
  for (const char c : bytes) text += static_cast<unsigned char>(c);
  return FoldedWords(text);
}

void NoteReplacedWords(const std::u32string& words, std::size_t first_glyph, PageMarks& marks) {
  std::u32string drawn;
  for (std::size_t i = first_glyph; i < marks.glyphs.size(); ++i) {
    const Glyph& glyph = marks.glyphs[i];
    // A glyph that says nothing of itself proves nothing.
    if (glyph.character == 0 || glyph.character == 0xFFFD) return;
    if (marks.runs[glyph.run].invisible) continue;
    drawn += Spelled(glyph.character, marks.sequences);
  }
  drawn = FoldedWords(drawn);
  if (drawn.empty() || drawn == words) return;
  if (words.empty() && OnlyDigits(drawn)) return;
  if (HasOtherScripts(words) || HasOtherScripts(drawn)) return;
  std::u32string sorted_drawn = drawn;
  std::u32string sorted_words = words;
  std::sort(sorted_drawn.begin(), sorted_drawn.end());
  std::sort(sorted_words.begin(), sorted_words.end());
  if (sorted_drawn == sorted_words) return;
  ++marks.replaced_words;
  if (marks.replaced_detail.size() > kMostDetail) return;
  if (!marks.replaced_detail.empty()) marks.replaced_detail += ' ';
  for (const char32_t code : words) utf8::Append(code, marks.replaced_detail);
}

}  // namespace dossier::pdf::content
