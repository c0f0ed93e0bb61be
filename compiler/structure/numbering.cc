// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "compiler/structure/tree.h"

namespace dossier::structure {
namespace {

constexpr std::array<std::string_view, kNumberings> kNames = {
    "None", "Disc", "Decimal", "LowerRoman", "UpperRoman", "LowerAlpha", "UpperAlpha"};

/// What stands inside parentheses and before stops: "iv" of "(iv)".
std::string_view Core(std::string_view label) {
  constexpr std::string_view kAround = "().,:;[] ";
  const std::size_t begin = label.find_first_not_of(kAround);
  if (begin == label.npos) return {};
  return label.substr(begin, label.find_last_not_of(kAround) - begin + 1);
}

bool AllOf(std::string_view text, std::string_view letters) {
  return text.find_first_not_of(letters) == text.npos;
}

}  // namespace

Numbering NumberingOf(std::string_view label) {
  const std::string_view core = Core(label);
  if (core.empty()) return Numbering::kNone;
  if (core == "•" || core == "–" || core == "—" || core == "-" || core == "*") {
    return Numbering::kDisc;
  }
  if (AllOf(core, "0123456789")) return Numbering::kDecimal;
  // A list begins with i or with a: "c" alone is a letter, "ii" is no letter.
  if (AllOf(core, "ivx")) return Numbering::kLowerRoman;
  if (AllOf(core, "IVX")) return Numbering::kUpperRoman;
  if (core.size() == 1 && core[0] >= 'a' && core[0] <= 'z') return Numbering::kLowerAlpha;
  if (core.size() == 1 && core[0] >= 'A' && core[0] <= 'Z') return Numbering::kUpperAlpha;
  return Numbering::kNone;
}

std::string_view NameOf(Numbering numbering) {
  return kNames[static_cast<std::size_t>(numbering)];
}

}  // namespace dossier::structure
