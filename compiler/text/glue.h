// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace dossier::text {

/// What holds two words together across the space between them.
enum class Joint {
  kFree,
  kWeak,   // better not parted: a word of one letter and the next
  kNever,  // a number and its unit or name: "2023 m.", "Nr. 5", "§ 4", "A. Surname", "14 March"
};

/// `before` and `after` are words without blanks, with their punctuation. English, Lithuanian and
/// Russian usage together, since documents quote each other; harmless in other languages.
[[nodiscard]] Joint JointOf(std::string_view before, std::string_view after);

}  // namespace dossier::text
