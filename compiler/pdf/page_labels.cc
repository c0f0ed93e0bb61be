// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/page_labels.h"

#include <algorithm>
#include <array>
#include <qpdf/QPDFNumberTreeObjectHelper.hh>
#include <string_view>

namespace dossier::pdf::internal {

namespace {

constexpr std::size_t kMaxPrefix = 200;

std::string Roman(long long number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kSteps = {{{1000, "m"},
                                                                        {900, "cm"},
                                                                        {500, "d"},
                                                                        {400, "cd"},
                                                                        {100, "c"},
                                                                        {90, "xc"},
                                                                        {50, "l"},
                                                                        {40, "xl"},
                                                                        {10, "x"},
                                                                        {9, "ix"},
                                                                        {5, "v"},
                                                                        {4, "iv"},
                                                                        {1, "i"}}};
  std::string text;
  for (const auto& [value, letters] : kSteps) {
    for (; number >= value; number -= value) text += letters;
  }
  return text;
}

/// a to z, then aa to zz, then aaa: the letter repeats.
std::string Letters(long long number) {
  const auto repeats = static_cast<std::size_t>((number - 1) / 26 + 1);
  return std::string(repeats, static_cast<char>('a' + (number - 1) % 26));
}

std::string Upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  return text;
}

std::string NumberText(const std::string& style, long long number) {
  // Beyond these a file is playing games; a plain number is still the right position.
  constexpr long long kMaxFancy = 1300;
  if (style.empty()) return {};
  if (style == "/D" || number < 1 || number > kMaxFancy) return std::to_string(number);
  if (style == "/r") return Roman(number);
  if (style == "/R") return Upper(Roman(number));
  if (style == "/a") return Letters(number);
  if (style == "/A") return Upper(Letters(number));
  return std::to_string(number);
}

struct Range {
  std::string prefix;
  std::string style;
  long long start = 1;
  long long first_page = 0;
};

Range RangeOf(long long first_page, QPDFObjectHandle dictionary) {
  Range range;
  range.first_page = first_page;
  if (!dictionary.isDictionary()) return range;
  QPDFObjectHandle prefix = dictionary.getKey("/P");
  if (prefix.isString()) range.prefix = prefix.getUTF8Value().substr(0, kMaxPrefix);
  QPDFObjectHandle style = dictionary.getKey("/S");
  if (style.isName()) range.style = style.getName();
  QPDFObjectHandle start = dictionary.getKey("/St");
  if (start.isInteger()) {
    range.start = std::clamp<long long>(start.getIntValue(), 1, 1'000'000'000);
  }
  return range;
}

}  // namespace

std::vector<PageLabel> LabelsOf(QPDF& document, int page_count) {
  QPDFObjectHandle tree = document.getRoot().getKey("/PageLabels");
  if (!tree.isDictionary()) return {};
  QPDFNumberTreeObjectHelper numbers(tree, document, /*auto_repair=*/false);
  const std::map<QPDFNumberTreeObjectHelper::numtree_number, QPDFObjectHandle> ranges =
      numbers.getAsMap();
  std::vector<PageLabel> labels;
  Range range{.prefix = {}, .style = "/D", .start = 1, .first_page = 0};
  auto next = ranges.begin();
  for (int page = 0; page < page_count; ++page) {
    while (next != ranges.end() && next->first <= page) {
      range = RangeOf(next->first, next->second);
      ++next;
    }
    labels.push_back(
        {range.prefix + NumberText(range.style, range.start + (page - range.first_page))});
  }
  return labels;
}

}  // namespace dossier::pdf::internal
