// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/article_reference.h"

#include <optional>

#include "compiler/foundation/utf8.h"
#include "compiler/identifiers/article_words.h"

namespace dossier::identifiers {
namespace {

using Tokens = std::vector<LawToken>;
using enum LawToken::Kind;

bool IsCapitalCyrillic(std::string_view word) {
  const char32_t code = utf8::DecodeAt(word, 0).code;
  return code >= 0x400 && code < 0x430;
}

/// Reads references out of tokens, one after the other; each step looks at a bounded number of
/// them.
class Reader {
 public:
  explicit Reader(std::string_view text) : tokens_(LawTokens(text)) {}

  std::vector<ArticleReference> Read() {
    while (at_ < tokens_.size()) {
      if (!PartsThenArticle() && !ArticleThenParts() && !NumberThenArticle()) ++at_;
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool Is(std::size_t i, LawWord word) const {
    return i < tokens_.size() && tokens_[i].kind == kWord && tokens_[i].word == word;
  }
  [[nodiscard]] bool IsSign(std::size_t i, char sign) const {
    return i < tokens_.size() && tokens_[i].kind == kSign && tokens_[i].text.front() == sign;
  }
  [[nodiscard]] std::optional<Number> NumberAt(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != kNumber) return {};
    return ParseNumber(tokens_[i].text);
  }

  void Take(Number number, std::size_t first, std::size_t last) {
    found_.push_back({std::move(number), tokens_[first].begin, tokens_[last].end});
    at_ = last + 1;
  }

  static bool Join(Number& number, const Number& part) {
    if (number.steps.size() + part.steps.size() > kMaxSteps) return false;
    number.steps.insert(number.steps.end(), part.steps.begin(), part.steps.end());
    return true;
  }

  /// "ч. 2 ст. 405", "п. 3 ч. 2 ст. 405": the smallest comes first.
  bool PartsThenArticle() {
    std::vector<Number> parts;
    std::size_t i = at_;
    while (Is(i, LawWord::kPart) && parts.size() < kMaxSteps) {
      const auto part = NumberAt(i + 1);
      if (!part) return false;
      parts.push_back(*part);
      i += 2;
      if (IsSign(i, ',')) ++i;
    }
    auto number = Is(i, LawWord::kArticle) && !parts.empty() ? NumberAt(i + 1) : std::nullopt;
    if (!number) return false;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      if (!Join(*number, *part)) return false;
    }
    Take(*std::move(number), at_, i + 1);
    return true;
  }

  /// "Article 405 Part 2", "Art. 4(1), point 2", "Articles 174, 256 and 405".
  bool ArticleThenParts() {
    if (!Is(at_, LawWord::kArticle)) return false;
    std::size_t i = at_ + 1;
    std::size_t first = at_;
    auto number = NumberAt(i);
    if (!number) return false;
    while (number) {
      std::size_t last = i;
      for (;;) {
        const std::size_t word = last + (IsSign(last + 1, ',') ? 2 : 1);
        const auto part = Is(word, LawWord::kPart) ? NumberAt(word + 1) : std::nullopt;
        if (!part || !Join(*number, *part)) break;
        last = word + 1;
      }
      Take(*std::move(number), first, last);
      i = last + 1;
      if (IsSign(i, ',')) ++i;
      const bool listed = i > last + 1 || Is(i, LawWord::kAnd);
      if (Is(i, LawWord::kAnd)) ++i;
      // In "Articles 4, 5 straipsnis" or "Article 5 and 3 persons" the next number is something
      // else.
      number = listed && EndsList(i + 1) ? NumberAt(i) : std::nullopt;
      first = i;
    }
    return true;
  }

  /// A number of a list is followed by the list, a sign or "of", never by the thing it counts.
  [[nodiscard]] bool EndsList(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind == kSign) return true;
    if (tokens_[i].word == LawWord::kAnd || tokens_[i].word == LawWord::kPart) return true;
    // "Articles 174 and 405 of", "статьи 174 и 405 УК"; but not "Article 5 and 3 persons".
    const std::string_view word = tokens_[i].text;
    return word == "of" || (word.front() >= 'A' && word.front() <= 'Z') || IsCapitalCyrillic(word);
  }

  /// "405 straipsnio 2 dalis", "87 str. 1 d. 2 p.".
  bool NumberThenArticle() {
    auto number = NumberAt(at_);
    if (!number || !Is(at_ + 1, LawWord::kArticleLast)) return false;
    std::size_t last = at_ + 1;
    for (;;) {
      const std::size_t next = last + (IsSign(last + 1, ',') ? 2 : 1);
      const auto part = Is(next + 1, LawWord::kPartLast) ? NumberAt(next) : std::nullopt;
      if (!part || !Join(*number, *part)) break;
      last = next + 1;
    }
    Take(*std::move(number), at_, last);
    return true;
  }

  Tokens tokens_;
  std::vector<ArticleReference> found_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<ArticleReference> FindArticleReferences(std::string_view text) {
  return Reader(text).Read();
}

Number ParseArticleReference(std::string_view text) {
  auto found = FindArticleReferences(text);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size()) return {};
  return std::move(found[0].number);
}

std::string CanonicalArticle(const Number& number) { return "Article " + ToText(number); }

}  // namespace dossier::identifiers
