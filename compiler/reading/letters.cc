// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/letters.h"

#include <algorithm>
#include <array>

#include "compiler/foundation/utf8.h"
#include "compiler/text/normalise.h"

namespace dossier::reading {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// What is neither letter nor digit, above ASCII: signs of Latin-1, marks that combine, punctuation,
// raised and lowered digits, arrows to symbols, CJK punctuation, private use, selectors.
constexpr std::array kNoLetters{Range{0x80, 0xA9},     Range{0xAB, 0xB4},     Range{0xB6, 0xB9},
                                Range{0xBB, 0xBF},     Range{0xD7, 0xD7},     Range{0xF7, 0xF7},
                                Range{0x2B0, 0x36F},   Range{0x2000, 0x214F}, Range{0x2190, 0x2BFF},
                                Range{0x2E00, 0x2E7F}, Range{0x3000, 0x303F}, Range{0xD800, 0xF8FF},
                                Range{0xFE00, 0xFE2F}, Range{0xFEFF, 0xFEFF}, Range{0xFFF0, 0xFFFF}};

bool IsLetterOrDigit(char32_t code) {
  if (code < 0x80) return IsDigit(code) || (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z');
  return std::none_of(kNoLetters.begin(), kNoLetters.end(),
                      [&](const Range& range) { return code >= range.first && code <= range.last; });
}

struct Fold {
  std::u32string_view from;  // any of these
  char32_t to;
};

constexpr std::array kBases{
    Fold{U"àáâãäåāăą", U'a'}, Fold{U"çćĉċč", U'c'},   Fold{U"ďđ", U'd'},     Fold{U"èéêëēĕėęě", U'e'},
    Fold{U"ĝğġģ", U'g'},      Fold{U"ìíîïĩīĭįı", U'i'}, Fold{U"ķ", U'k'},    Fold{U"ĺļľł", U'l'},
    Fold{U"ñńņň", U'n'},      Fold{U"òóôõöøōŏő", U'o'}, Fold{U"ŕŗř", U'r'},  Fold{U"śŝşšș", U's'},
    Fold{U"ţťț", U't'},       Fold{U"ùúûüũūŭůűų", U'u'}, Fold{U"ýÿ", U'y'},  Fold{U"źżž", U'z'},
    Fold{U"ÀÁÂÃÄÅĀĂĄ", U'A'}, Fold{U"ÇĆĈĊČ", U'C'},   Fold{U"ĎĐ", U'D'},     Fold{U"ÈÉÊËĒĔĖĘĚ", U'E'},
    Fold{U"ĜĞĠĢ", U'G'},      Fold{U"ÌÍÎÏĨĪĬĮİ", U'I'}, Fold{U"Ķ", U'K'},    Fold{U"ĹĻĽŁ", U'L'},
    Fold{U"ÑŃŅŇ", U'N'},      Fold{U"ÒÓÔÕÖØŌŎŐ", U'O'}, Fold{U"ŔŖŘ", U'R'},  Fold{U"ŚŜŞŠȘ", U'S'},
    Fold{U"ŢŤȚ", U'T'},       Fold{U"ÙÚÛÜŨŪŬŮŰŲ", U'U'}, Fold{U"Ý", U'Y'},   Fold{U"ŹŻŽ", U'Z'},
    Fold{U"ёѐє", U'е'},       Fold{U"йѝ", U'и'},      Fold{U"їі", U'i'},     Fold{U"қ", U'к'},
    Fold{U"ңһ", U'н'},        Fold{U"ұү", U'у'},      Fold{U"ө", U'о'},      Fold{U"ғґ", U'г'},
    Fold{U"ЁЀЄ", U'Е'},       Fold{U"ЙЍ", U'И'},      Fold{U"ЇІ", U'I'},     Fold{U"Қ", U'К'},
    Fold{U"Ң", U'Н'},         Fold{U"ҰҮ", U'У'},      Fold{U"Ө", U'О'},      Fold{U"ҒҐ", U'Г'}};

// Each string is a class; a character stands in at most one.
constexpr std::array<std::u32string_view, 13> kDeclared{U"lI1", U"oO0", U"cCeE", U"sS5", U"B8", U"vV", U"wW",
                                                        U"xX",  U"zZ",  U"pP",   U"uU",  U"kK", U"сС"};
constexpr std::array<std::u32string_view, 12> kWide{
    U"lI1iJj!|tfTrLłĮ7", U"oO0QDcCeEGоОсСеЕэЭ690bdp", U"aAаАäoó", U"sS5ѕ3$зЗ", U"B8вВЬьЪъБб6", U"vVyYуУuU",
    U"nNhHнНпПлЛиИuUkKкКmMмМ", U"gq9", U"xXхХжЖ", U"zZ2", U"pPрРrRFf", U"шШщЩцЦ"};

template <typename Classes>
bool InOneClass(const Classes& classes, char32_t a, char32_t b) {
  return a == b || std::any_of(classes.begin(), classes.end(), [&](std::u32string_view entry) {
           return entry.find(a) != entry.npos && entry.find(b) != entry.npos;
         });
}

/// Two letters for one: "rn" for "m".
struct Pair {
  std::u32string_view two;
  char32_t one;
};
constexpr std::array kPairs{Pair{U"rn", U'm'}, Pair{U"cl", U'd'}};
constexpr std::array kWidePairs{Pair{U"rn", U'm'}, Pair{U"cl", U'd'}, Pair{U"ri", U'n'}, Pair{U"nn", U'm'},
                                Pair{U"vv", U'w'}, Pair{U"li", U'h'}, Pair{U"ii", U'u'}, Pair{U"fi", U'h'},
                                Pair{U"ii", U'n'}, Pair{U"ьг", U'ы'}, Pair{U"ы", U'ь'}};

template <typename Same, typename Pairs>
bool Matches(std::u32string_view a, std::u32string_view b, const Same& same, const Pairs& pairs) {
  while (!a.empty() && !b.empty()) {
    const auto pair = std::find_if(pairs.begin(), pairs.end(), [&](const Pair& entry) {
      return (a.starts_with(entry.two) && b.front() == entry.one) || (b.starts_with(entry.two) && a.front() == entry.one);
    });
    if (pair != pairs.end()) {
      const bool two_in_a = b.front() == pair->one && a.starts_with(pair->two);
      a.remove_prefix(two_in_a ? pair->two.size() : 1);
      b.remove_prefix(two_in_a ? 1 : pair->two.size());
      continue;
    }
    if (!same(a.front(), b.front())) return false;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return a.empty() && b.empty();
}

}  // namespace

std::u32string LettersOf(std::string_view text) {
  constexpr std::array<std::u32string_view, 7> kLigatures{U"ff", U"fi", U"fl", U"ffi", U"ffl", U"st", U"st"};
  std::u32string letters;
  for (const char32_t code : utf8::ToCodePoints(text::ToNfc(text))) {
    if (code >= 0xFB00 && code <= 0xFB06) {
      letters += kLigatures[code - 0xFB00];
    } else if (code == U'ſ') {
      letters += U's';
    } else if (IsLetterOrDigit(code)) {
      letters += code;
    }
  }
  return letters;
}

bool HasDigit(std::u32string_view letters) { return std::any_of(letters.begin(), letters.end(), IsDigit); }

char32_t BaseOf(char32_t code) {
  for (const Fold& fold : kBases) {
    if (fold.from.find(code) != fold.from.npos) return fold.to;
  }
  return code;
}

bool InDeclaredClasses(std::u32string_view a, std::u32string_view b) {
  return Matches(a, b, [](char32_t x, char32_t y) { return InOneClass(kDeclared, x, y); }, kPairs);
}

bool LookAlike(std::u32string_view a, std::u32string_view b) {
  const auto same = [](char32_t x, char32_t y) { return InOneClass(kWide, BaseOf(x), BaseOf(y)); };
  return Matches(a, b, same, kWidePairs);
}

bool IsNegation(std::u32string_view letters) {
  constexpr std::array<std::u32string_view, 25> kWords{
      U"no",  U"not", U"nor", U"none", U"never", U"neither", U"without", U"cannot", U"nobody", U"nothing", U"hardly", U"un",
      U"ne",  U"nė",  U"nei", U"nėra", U"niekada", U"be",    U"не",      U"нет",    U"ни",     U"никогда", U"без",    U"ні",
      U"немає"};
  std::string spelled;
  for (const char32_t code : letters) utf8::Append(code, spelled);
  const std::u32string folded = utf8::ToCodePoints(text::FoldCase(spelled));
  return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

}  // namespace dossier::reading
