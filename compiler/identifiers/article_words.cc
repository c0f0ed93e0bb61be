// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/article_words.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"
#include "compiler/identifiers/number.h"

namespace dossier::identifiers {
namespace {

struct Entry {
  std::string_view text;  // small letters; the whole word, or its beginning when `stem`
  bool stem;
  LawWord word;
};

constexpr Entry kEntries[] = {{"article", false, LawWord::kArticle},
                              {"articles", false, LawWord::kArticle},
                              {"art", false, LawWord::kArticle},
                              {"arts", false, LawWord::kArticle},
                              {"part", false, LawWord::kPart},
                              {"parts", false, LawWord::kPart},
                              {"paragraph", false, LawWord::kPart},
                              {"paragraphs", false, LawWord::kPart},
                              {"para", false, LawWord::kPart},
                              {"paras", false, LawWord::kPart},
                              {"point", false, LawWord::kPart},
                              {"points", false, LawWord::kPart},
                              {"straipsn", true, LawWord::kArticleLast},
                              {"str", false, LawWord::kArticleLast},
                              {"dalis", false, LawWord::kPartLast},
                              {"dalies", false, LawWord::kPartLast},
                              {"dalį", false, LawWord::kPartLast},
                              {"dalyje", false, LawWord::kPartLast},
                              {"dalimi", false, LawWord::kPartLast},
                              {"d", false, LawWord::kPartLast},
                              {"punkt", true, LawWord::kPartLast},
                              {"p", false, LawWord::kPartLast},
                              {"стать", true, LawWord::kArticle},
                              {"статей", false, LawWord::kArticle},
                              {"ст", false, LawWord::kArticle},
                              {"част", true, LawWord::kPart},
                              {"ч", false, LawWord::kPart},
                              {"пункт", true, LawWord::kPart},
                              {"п", false, LawWord::kPart},
                              {"and", false, LawWord::kAnd},
                              {"or", false, LawWord::kAnd},
                              {"ir", false, LawWord::kAnd},
                              {"ar", false, LawWord::kAnd},
                              {"и", false, LawWord::kAnd},
                              {"или", false, LawWord::kAnd}};

/// Longest word of the table with its endings; longer words are none of them.
constexpr std::size_t kLongestWord = 28;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsLetter(char32_t code) {
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') ||
         (code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7) ||
         (code >= 0x400 && code < 0x530);
}

char32_t Small(char32_t code) {
  if ((code >= 'A' && code <= 'Z') || (code >= 0x410 && code <= 0x42F)) return code + 0x20;
  return code;
}

LawWord Meaning(std::string_view word) {
  if (word.size() > kLongestWord) return LawWord::kNone;
  std::string small;
  for (std::size_t at = 0; at < word.size();) {
    const utf8::Decoded code = utf8::DecodeAt(word, at);
    utf8::Append(Small(code.code), small);
    at += code.size;
  }
  for (const Entry& entry : kEntries) {
    const std::string_view head = std::string_view(small).substr(0, entry.text.size());
    if (entry.stem ? head == entry.text : small == entry.text) return entry.word;
  }
  return LawWord::kNone;
}

/// "405", "405(2)", "4(1)(b)", "380-1", "118¹", "2.3": the number and the brackets joined to it.
std::size_t EndOfNumber(std::string_view text, std::size_t at) {
  const auto digit = [&](std::size_t i) { return i < text.size() && IsDigit(text[i]); };
  while (digit(at)) ++at;
  if (at < text.size() && text[at] == '-' && digit(at + 1)) {
    for (++at; digit(at);) ++at;
  }
  (void)TakeRaised(text, at);
  while (at < text.size() && text[at] == '.' && digit(at + 1)) {
    for (++at; digit(at);) ++at;
  }
  const bool letter = at < text.size() && text[at] >= 'a' && text[at] <= 'z';
  if (letter && (at + 1 >= text.size() || !IsLetter(utf8::DecodeAt(text, at + 1).code))) ++at;
  while (at < text.size() && text[at] == '(') {
    std::size_t close = at + 1;
    while (close < text.size() && close - at <= 5 &&
           (IsDigit(text[close]) || (text[close] >= 'a' && text[close] <= 'z')))
      ++close;
    if (close == at + 1 || close >= text.size() || text[close] != ')') break;
    at = close + 1;
  }
  return at;
}

}  // namespace

std::vector<LawToken> LawTokens(std::string_view text) {
  std::vector<LawToken> tokens;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded code = utf8::DecodeAt(text, at);
    LawToken token{.kind = LawToken::Kind::kSign,
                   .word = LawWord::kNone,
                   .text = {},
                   .begin = at,
                   .end = at + code.size};
    if (IsDigit(text[at])) {
      token.kind = LawToken::Kind::kNumber;
      token.end = EndOfNumber(text, at);
    } else if (IsLetter(code.code)) {
      token.kind = LawToken::Kind::kWord;
      std::size_t end = at;
      while (end < text.size()) {
        const utf8::Decoded next = utf8::DecodeAt(text, end);
        if (!IsLetter(next.code)) break;
        end += next.size;
      }
      token.word = Meaning(text.substr(at, end - at));
      token.end = end;
      const bool means = token.word != LawWord::kNone && token.word != LawWord::kAnd;
      if (means && end < text.size() && text[end] == '.') ++token.end;
    } else if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r' ||
               code.code == 0xA0) {
      at += code.size;
      continue;
    }
    token.text = text.substr(token.begin, token.end - token.begin);
    at = token.end;
    tokens.push_back(token);
  }
  return tokens;
}

}  // namespace dossier::identifiers
