// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::identifiers {

/// What a word says about the number beside it.
enum class LawWord {
  kNone,
  kArticle,      // "Article 405", "статья 405": the number follows
  kArticleLast,  // "405 straipsnis": the number stands before
  kPart,         // "part 2", "ч. 2": the number follows
  kPartLast,     // "2 dalis": the number stands before
  kAnd,          // "and", "or", "ir", "и": between numbers of one list
};

/// A word, a number with what is attached to it ("405(2)", "380-1"), or one other sign.
struct LawToken {
  enum class Kind { kWord, kNumber, kSign };
  Kind kind = Kind::kSign;
  LawWord word = LawWord::kNone;
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Takes a text apart in linear time. White space is left out; a stop after an abbreviation
/// belongs to it.
[[nodiscard]] std::vector<LawToken> LawTokens(std::string_view text);

}  // namespace dossier::identifiers
