// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/layout/block_setter.h"

namespace dossier::layout {

/// The columns of a table and the type of its cells.
struct ColumnPlan {
  std::vector<Length> edges;  // left edges of the columns and the right edge of the last
  TextStyle text;
  bool smaller = false;  // than tables are, because its words would not fit otherwise
};

/// Columns in proportion to `table.widths`, as long as each is as wide as its longest word. One that
/// is not takes what it needs from those that have more; when all together need more than the column
/// has, the type is made smaller by steps. Where that does not help the widest columns give way, and
/// their words are broken later (D0909).
[[nodiscard]] ColumnPlan PlanColumns(const compose::Table& table, const Column& column,
                                     Tools& tools);

}  // namespace dossier::layout
