// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/guarded_words.h"

#include <algorithm>
#include <iterator>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/normalise.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::string_view kNegations[] = {
    "not",  "no",    "never",   "none", "nor", "neither", "without",  "nobody", "nothing",
    "cannot", "ne",  "nė",      "nei",  "nėra", "nebuvo", "niekada",  "nieko",  "niekas",
    "не",    "нет",     "ни",   "без", "никогда", "никто",    "ничего", "нельзя",
    "nicht", "kein", "keine",   "nie",  "ohne"};

constexpr std::string_view kCounting[] = {
    // English
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dozen",
    "half", "first", "second", "third", "fourth", "fifth", "once", "twice", "euro", "euros",
    "dollar", "dollars", "cent", "cents", "rouble", "roubles", "tenge", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
    // Lithuanian
    "vienas", "viena", "vieno", "vieną", "du", "dvi", "dviejų", "trys", "trijų", "keturi",
    "keturių", "penki", "penkių", "šeši", "šešių", "septyni", "septynių", "aštuoni", "aštuonių",
    "devyni", "devynių", "dešimt", "dešimtis", "vienuolika", "dvylika", "trylika", "keturiolika",
    "penkiolika", "šešiolika", "septyniolika", "aštuoniolika", "devyniolika", "dvidešimt",
    "trisdešimt", "keturiasdešimt", "penkiasdešimt", "šešiasdešimt", "šimtas", "šimtai",
    "tūkstantis", "tūkstančiai", "milijonas", "milijonai", "pirmas", "antras", "trečias", "pusė",
    "sausio", "vasario", "kovo", "balandžio", "gegužės", "birželio", "liepos", "rugpjūčio",
    "rugsėjo", "spalio", "lapkričio", "gruodžio", "eurų", "eurai", "eurus", "euras",
    // Russian
    "один", "одна", "одно", "одного", "одной", "два", "две", "двух", "три", "трех", "трёх",
    "четыре", "четырех", "пять", "пяти", "шесть", "шести", "семь", "семи", "восемь", "восьми",
    "девять", "девяти", "десять", "десяти", "одиннадцать", "двенадцать", "двадцать", "тридцать",
    "сорок", "пятьдесят", "сто", "двести", "тысяча", "тысячи", "тысяч", "миллион", "миллионов",
    "первый", "второй", "третий", "января", "февраля", "марта", "апреля", "мая", "июня", "июля",
    "августа", "сентября", "октября", "ноября", "декабря", "рублей", "рубля", "тенге", "евро"};

constexpr std::string_view kPrefixes[] = {"a",  "an", "in", "im", "il", "ir", "un", "non", "dis", "mis",
                                          "anti", "ne", "be", "не", "ни", "без", "бес", "анти"};

template <std::size_t N>
bool Contains(const std::string_view (&list)[N], std::string_view word) {
  const std::string folded = text::FoldCase(word);
  return std::find(std::begin(list), std::end(list), folded) != std::end(list);
}

}  // namespace

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    if (IsLetter(decoded.code) || (decoded.code == '\'' && !words.back().empty())) {
      words.back() += text.substr(at, decoded.size);
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
    at += decoded.size;
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

bool IsNegation(std::string_view word) {
  const bool short_form = word.size() > 3 && text::FoldCase(word.substr(word.size() - 3)) == "n't";
  return short_form || Contains(kNegations, word);
}

bool HasNegation(std::string_view text) {
  const std::vector<std::string> words = WordsOf(text);
  return std::any_of(words.begin(), words.end(), IsNegation);
}

bool IsCountingWord(std::string_view word) { return Contains(kCounting, word); }

bool IsPrefix(std::string_view word) { return Contains(kPrefixes, word); }

std::string DigitsOf(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

bool IsCapitalised(std::string_view word) {
  if (word.empty()) return false;
  const std::string_view first = word.substr(0, utf8::DecodeAt(word, 0).size);
  return text::FoldCase(first) != first;
}

}  // namespace dossier::quote
