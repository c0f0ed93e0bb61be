// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/evaluate/circumstances.h"
#include "compiler/model/rules.h"

namespace dossier::evaluate {

/// The entries that `each` goes over, indexed once. Points into the case, which outlives it.
class Subjects {
 public:
  explicit Subjects(const model::Case& source);

  /// In the order of the file, each once. Under a person only entries of that person or of nobody;
  /// an entry of somebody keeps its person, one of nobody is asked under the person around it.
  [[nodiscard]] std::vector<Asked> Of(const model::Each& each, const Asked& around) const;

  /// The subject that a ground means by `id`: the person of a list entry that has one, else `id`.
  [[nodiscard]] std::string_view SubjectOf(std::string_view id) const;

 private:
  /// Things of one kind.
  struct Entries {
    std::vector<Asked> all;
    std::unordered_map<std::string_view, std::vector<std::size_t>> by_person;
    std::vector<std::size_t> of_nobody;

    void Add(std::string_view subject, const std::vector<std::string_view>& persons);
  };

  void AddFacts(const model::Case& source);
  void AddLists(const model::Case& source);

  Entries applicants_, persons_, incidents_, facts_, none_;
  std::unordered_map<std::string_view, Entries> lists_;
  std::unordered_map<std::string_view, std::string_view> persons_of_entries_;
};

}  // namespace dossier::evaluate
