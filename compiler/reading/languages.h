// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

/// A language that the register declares, and the pages it is declared for.
struct DeclaredLanguage {
  std::string tag;    // BCP 47: "en", "sr-Latn"
  std::string pages;  // "1-3, 7", or empty for all
};

/// The name of the data that reads a language ("lt": "lit"); empty when there is none of that name.
/// Script subtags count ("uz-Cyrl"), regions do not.
[[nodiscard]] std::string_view DataNameOf(std::string_view tag);

/// The Debian package that brings the data of this name: "tesseract-ocr-lit".
[[nodiscard]] std::string PackageOf(std::string_view data_name);

/// A guess for a text whose language nobody has declared, by its letters: Cyrillic, Lithuanian, else
/// English.
[[nodiscard]] std::vector<std::string> TagsByLetters(std::string_view text);

/// Tags declared for a page (from 1), in the order of the register, each once.
[[nodiscard]] std::vector<std::string> TagsForPage(const std::vector<DeclaredLanguage>& declared,
                                                   int page);

}  // namespace dossier::reading
