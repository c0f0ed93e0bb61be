// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace dossier {

/// "a, b, c": what `tell` makes of each of `parts`, those that are not empty, with `between` between
/// two. `tell` gives a string or a view.
template <typename Parts, typename Tell = std::identity>
[[nodiscard]] std::string Joined(const Parts& parts, std::string_view between = ", ", const Tell& tell = {}) {
  std::string out;
  for (const auto& part : parts) {
    auto&& words = std::invoke(tell, part);
    if (words.empty()) continue;
    if (!out.empty()) out += between;
    out += words;
  }
  return out;
}

[[nodiscard]] inline std::string Joined(std::initializer_list<std::string> parts, std::string_view between = ", ") {
  return Joined<std::initializer_list<std::string>>(parts, between);
}

}  // namespace dossier
