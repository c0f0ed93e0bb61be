// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace dossier::model {

/// The words that a closed set of values has in files: one table an enumeration, used for reading,
/// for writing and for the list of values in a hint.
template <typename E>
struct Named {
  E value;
  std::string_view name;
};

template <typename E>
std::string_view NameOf(std::span<const Named<E>> table, E value) {
  for (const Named<E>& entry : table) {
    if (entry.value == value) return entry.name;
  }
  return {};
}

template <typename E>
std::optional<E> ValueOf(std::span<const Named<E>> table, std::string_view name) {
  for (const Named<E>& entry : table) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

}  // namespace dossier::model
