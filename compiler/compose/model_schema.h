// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the model document holds: `model_schema.def` as values. The name of an element says what it
/// is, wherever it stands.
namespace dossier::compose {

struct ModelChild {
  std::string_view name;
  char times = 0;  // '?' at most once, '*' any number, 0 once
};

struct ModelElement {
  std::string_view name;
  std::string_view about;
  bool words = false;
  std::vector<ModelChild> children;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;  // name, what it is

  [[nodiscard]] bool HasChild(std::string_view child) const;
  [[nodiscard]] bool HasAttribute(std::string_view attribute) const;
};

/// In the order of the table; the first is the root.
[[nodiscard]] const std::vector<ModelElement>& ModelElements();
/// Null when there is none of that name.
[[nodiscard]] const ModelElement* FindModelElement(std::string_view name);

/// The table as text, for authors of templates.
[[nodiscard]] std::string DescribeModel();

}  // namespace dossier::compose
