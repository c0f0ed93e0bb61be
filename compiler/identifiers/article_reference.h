// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/identifiers/number.h"

/// References to articles of an act as lawyers write them in English, Lithuanian and Russian:
/// "Article 405 Part 2", "Art. 87(1)(2)", "Articles 174 and 256", "405 straipsnio 2 dalis",
/// "87 str. 1 d. 2 p.", "статья 405", "ч. 2 ст. 405", "статьи 174 и 405".
namespace dossier::identifiers {

struct ArticleReference {
  Number number;  // {405, 2}
  std::size_t begin = 0;
  std::size_t end = 0;  // bytes of the text, the words with it

  friend bool operator==(const ArticleReference&, const ArticleReference&) = default;
};

/// All references in a text, in order, in linear time. A reference is taken only with its word, so
/// that bare numbers never count; which act it belongs to is not decided.
/// Sources: Oxford University Standard for the Citation of Legal Authorities, 4th edition, 2.4
/// (English); Lithuanian Law on the Bases of Legislation, recommendations on drafting (order of
/// article, part, point); Russian practice of citing part before article.
[[nodiscard]] std::vector<ArticleReference> FindArticleReferences(std::string_view text);

/// One reference that is the whole text; an empty number when it is none.
[[nodiscard]] Number ParseArticleReference(std::string_view text);

/// The canonical form: "Article 405(2)".
[[nodiscard]] std::string CanonicalArticle(const Number& number);

}  // namespace dossier::identifiers
