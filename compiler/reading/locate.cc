// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/reading/locate.h"

#include <algorithm>
#include <array>

#include "compiler/foundation/utf8.h"
#include "compiler/reading/letters.h"

namespace dossier::reading {
namespace {

/// All letters of the page in one row, and the word of each.
struct Row {
  std::u32string letters;
  std::vector<std::size_t> word_of;
};

Row RowOf(const std::vector<std::string>& words) {
  Row row;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::u32string letters = LettersOf(words[i]);
    row.letters += letters;
    row.word_of.insert(row.word_of.end(), letters.size(), i);
  }
  return row;
}

/// What stands between the changes that a quoter marks: "[…]", "…", "[t]he".
std::vector<std::string> Pieces(std::string_view quotation) {
  constexpr std::array<std::string_view, 2> kEllipses{"…", "..."};
  std::vector<std::string> pieces(1);
  for (std::size_t i = 0; i < quotation.size();) {
    const std::string_view rest = quotation.substr(i);
    std::size_t skip = 0;
    if (rest.front() == '[') skip = std::min(rest.find(']'), rest.size() - 1) + 1;
    for (const std::string_view ellipsis : kEllipses) {
      if (rest.starts_with(ellipsis)) skip = ellipsis.size();
    }
    if (skip > 0) pieces.emplace_back();
    if (skip == 0) pieces.back() += rest.front();
    i += std::max<std::size_t>(skip, 1);
  }
  return pieces;
}

std::vector<std::u32string> WordsOf(std::string_view piece) {
  std::vector<std::u32string> words;
  for (std::size_t at = 0; at < piece.size();) {
    const std::size_t end = std::min(piece.find_first_of(" \t\n\r", at), piece.size());
    std::u32string letters = LettersOf(piece.substr(at, end - at));
    if (!letters.empty()) words.push_back(std::move(letters));
    at = end + 1;
  }
  return words;
}

/// The words one after the other from letter `at` on, with at most `kMostBetween` letters between
/// all of them. The end of each, or nothing.
bool Walk(const Row& row, const std::vector<std::u32string>& words, std::size_t at,
          std::vector<std::pair<std::size_t, std::size_t>>& extents) {
  constexpr std::size_t kMostBetween = 400;
  std::size_t between = 0;
  extents.clear();
  for (const std::u32string& word : words) {
    const std::size_t found = row.letters.find(word, at);
    if (found == row.letters.npos) return false;
    between += extents.empty() ? 0 : found - at;
    if (between > kMostBetween) return false;
    // In a gap the next word begins where a word of the page begins.
    const bool whole = found == at || found == 0 || row.word_of[found] != row.word_of[found - 1];
    if (!whole) return false;
    extents.emplace_back(found, found + word.size());
    at = found + word.size();
  }
  return true;
}

/// Where the piece stands at or behind `from`: as one run of letters, else word by word.
std::vector<std::pair<std::size_t, std::size_t>> FindPiece(const Row& row, const std::vector<std::u32string>& words,
                                                           std::size_t from) {
  std::u32string run;
  for (const std::u32string& word : words) run += word;
  if (const std::size_t at = row.letters.find(run, from); at != row.letters.npos) return {{at, at + run.size()}};
  std::vector<std::pair<std::size_t, std::size_t>> extents;
  for (std::size_t at = row.letters.find(words.front(), from); at != row.letters.npos;
       at = row.letters.find(words.front(), at + 1)) {
    if (Walk(row, words, at, extents)) return extents;
  }
  return {};
}

}  // namespace

std::vector<std::size_t> Locate(std::string_view quotation, const std::vector<std::string>& words) {
  const Row row = RowOf(words);
  std::vector<std::size_t> found;
  std::size_t from = 0;
  for (const std::string& piece : Pieces(quotation)) {
    const std::vector<std::u32string> piece_words = WordsOf(piece);
    if (piece_words.empty()) continue;
    const auto extents = FindPiece(row, piece_words, from);
    if (extents.empty()) return {};
    for (const auto& [begin, end] : extents) {
      for (std::size_t i = begin; i < end; ++i) found.push_back(row.word_of[i]);
    }
    from = extents.back().second;
  }
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace dossier::reading
