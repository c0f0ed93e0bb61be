// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/evaluate/subjects.h"
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
  FiledIndex(const model::Case& source, const Subjects& subjects);

  /// Of `subject` (empty: the case) and of the case together; put together in `scratch` where both
  /// have something.
  [[nodiscard]] const Filed& Find(std::string_view criterion, std::string_view subject,
                                  Filed& scratch) const;

 private:
  void Add(const model::Ground& ground);
  void AddItem(const model::Ground& ground, const std::vector<std::string_view>& subjects,
               std::string_view need, const model::Item& item);
  /// The subjects of a ground, sorted, each once; the case when it names none.
  [[nodiscard]] std::vector<std::string_view> SubjectsOf(const model::Ground& ground) const;

  const Subjects& subjects_;
  std::unordered_map<NamePair, Filed, NamePairHash> filed_;  // criterion, subject
};

}  // namespace dossier::evaluate
