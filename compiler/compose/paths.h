// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/context.h"

/// What templates can select. A fixed set for now; an XPath engine over the resolved case is a
/// later issue, and these names are meant to stay valid in it.
namespace dossier::compose {

/// What `for-each` stands at, or null outside of one.
struct LoopItem {
  const model::Person* person = nullptr;
};

/// Paths that `<value>`, `<if>` and `<for-each>` know.
[[nodiscard]] std::span<const std::string_view> ValuePaths(bool in_loop);
[[nodiscard]] std::span<const std::string_view> TestPaths(bool in_loop);
[[nodiscard]] std::span<const std::string_view> ListPaths();

/// The words at a path, empty where the case has none. `draft` says whether the build is one.
[[nodiscard]] std::string ValueAt(const Context& context, std::string_view path, bool draft,
                                  const LoopItem& item);
/// The things of a list path, in the order of the case.
[[nodiscard]] std::vector<LoopItem> ListAt(const Context& context, std::string_view path);

}  // namespace dossier::compose
