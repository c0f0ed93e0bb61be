// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::office {

/// What a style of a Word file means for its text (ECMA-376-1, 17.7), after the styles that it is
/// based on.
struct DocxStyle {
  int heading = 0;  // 1 to 6, 0 for none
  bool hidden = false;
  std::string list;            // numId, or empty
  std::optional<int> level;    // of the list, from 0
};

struct DocxStyles {
  std::map<std::string, DocxStyle, std::less<>> by_id;
  std::string language;  // of the defaults; BCP 47

  /// A style without meaning when there is none of this id.
  [[nodiscard]] const DocxStyle& Of(std::string_view id) const;
};

/// Reads word/styles.xml.
Result<DocxStyles> ReadDocxStyles(ByteView part);

/// True unless the value of a toggle property says no (ECMA-376-1, 17.17.4).
[[nodiscard]] bool IsOn(const std::string* value);

/// A number from 0 to 100,000 of an attribute; nothing for anything else.
[[nodiscard]] std::optional<int> SmallNumber(const std::string* value);

}  // namespace dossier::office
