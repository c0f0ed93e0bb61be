// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

/// What a machine read off pictures of pages, and what that may be used for. Values only: the
/// machine is in `ocr`, and runs in a process of its own.
namespace dossier::reading {

/// A place in a picture, in its pixels, the origin at the top left; right and bottom are outside.
struct Box {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  friend bool operator==(const Box&, const Box&) = default;
};

/// The smallest box around both.
[[nodiscard]] Box Around(const Box& a, const Box& b);

struct Word {
  std::string text;    // UTF-8, without white space
  int confidence = 0;  // 0 to 100, as the machine rates itself
  Box box;
  friend bool operator==(const Word&, const Word&) = default;
};

struct Line {
  std::vector<Word> words;
  friend bool operator==(const Line&, const Line&) = default;
};

/// One page as it was read.
struct Page {
  int number = 0;  // from 1, in its file
  /// Names of the data that was used ("eng"), in the order of the register.
  std::vector<std::string> languages;
  int dpi = 0;  // of the picture that was read; 0 when it says nothing (photographs)
  int width = 0;
  int height = 0;
  std::vector<Line> lines;
  friend bool operator==(const Page&, const Page&) = default;
};

/// The words of a line with spaces between them; of a page its lines, each ended by \n but the last.
[[nodiscard]] std::string TextOf(const Line& line);
[[nodiscard]] std::string TextOf(const Page& page);

/// Mean of the words' confidences, weighed by their letters; 0 for a page without words.
[[nodiscard]] int ConfidenceOf(const Page& page);

}  // namespace dossier::reading
