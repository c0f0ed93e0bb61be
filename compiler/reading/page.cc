// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/page.h"

#include <algorithm>
#include <cstdint>

#include "compiler/foundation/utf8.h"

namespace dossier::reading {

Box Around(const Box& a, const Box& b) {
  return {.left = std::min(a.left, b.left),
          .top = std::min(a.top, b.top),
          .right = std::max(a.right, b.right),
          .bottom = std::max(a.bottom, b.bottom)};
}

std::string TextOf(const Line& line) {
  std::string text;
  for (const Word& word : line.words) {
    if (!text.empty()) text += ' ';
    text += word.text;
  }
  return text;
}

std::string TextOf(const Page& page) {
  std::string text;
  for (const Line& line : page.lines) {
    if (!text.empty()) text += '\n';
    text += TextOf(line);
  }
  return text;
}

int ConfidenceOf(const Page& page) {
  std::int64_t sum = 0;
  std::int64_t letters = 0;
  for (const Line& line : page.lines) {
    for (const Word& word : line.words) {
      const auto length = static_cast<std::int64_t>(utf8::CountCodePoints(word.text));
      sum += word.confidence * length;
      letters += length;
    }
  }
  return letters == 0 ? 0 : static_cast<int>(sum / letters);
}

}  // namespace dossier::reading
