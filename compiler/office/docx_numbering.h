// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::office {

/// A whole number as a numbered list shows it. Formats as in ECMA-376-1, 17.18.59: "decimal",
/// "lowerLetter", "upperRoman", "russianLower", ...; empty for a format that is not known here.
[[nodiscard]] std::string FormatNumber(int number, std::string_view format);

/// The numbers that Word prints before paragraphs (ECMA-376-1, 17.9) and does not keep in their
/// text. Counts as the paragraphs come.
class DocxNumbering {
 public:
  static constexpr int kLevels = 9;

  /// Reads word/numbering.xml.
  static Result<DocxNumbering> Read(ByteView part);

  /// Counts one paragraph of this list and level (from 0): its label, "12." or "(a)"; empty for
  /// bullets and for formats that are not known.
  std::string Next(std::string_view list, int level);
  /// The level of the list whose paragraphs have this style.
  [[nodiscard]] std::optional<int> LevelOfStyle(std::string_view list, std::string_view style) const;

 private:
  struct Level {
    int start = 1;
    std::string format = "decimal";
    std::string text;   // "%1.%2"
    std::string style;
  };
  struct Definition {
    std::array<Level, kLevels> levels;
    std::array<int, kLevels> counts{};
    std::array<bool, kLevels> counting{};
  };
  struct List {
    std::string definition;
    std::array<std::optional<int>, kLevels> starts;
    bool used = false;
  };
  class Reader;

  std::map<std::string, Definition, std::less<>> definitions_;
  std::map<std::string, List, std::less<>> lists_;
};

}  // namespace dossier::office
