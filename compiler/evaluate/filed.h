// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/model/case.h"

namespace dossier::evaluate {

/// An item where it was filed.
struct FiledItem {
  const model::Item* item = nullptr;
  const model::Ground* ground = nullptr;
};

using AdverseItems = std::vector<const model::AdverseItem*>;

/// What the grounds hold for one criterion under one subject, in the order filed.
struct Filed {
  std::vector<const model::Ground*> grounds;
  std::map<std::string_view, std::vector<FiledItem>> needs;
  AdverseItems adverse;
  std::map<std::string_view, AdverseItems> limbs;
  std::map<std::string_view, AdverseItems> defeaters;
};

/// The grounds by criterion and subject.
///
/// A ground without persons is the case's and counts for everyone; an item with persons counts for
/// those only. Built in one pass, so that asking is linear in what is asked for.
class FiledIndex {
 public:
  explicit FiledIndex(const model::Case& source);

  /// Of `subject` (empty: the case) and of the case together.
  [[nodiscard]] Filed Find(std::string_view criterion, std::string_view subject) const;

 private:
  using Key = std::pair<std::string_view, std::string_view>;

  void Add(const model::Ground& ground);
  void AddItem(const model::Ground& ground, std::string_view need, const model::Item& item);

  std::map<Key, Filed> filed_;
};

}  // namespace dossier::evaluate
