// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "compiler/evaluate/dates.h"
#include "compiler/model/case.h"

namespace dossier::evaluate {

/// Whom or what a rule is asked of. Points into the case.
struct Asked {
  /// A person, or an entry of `each`: an incident, a fact, an entry of a list. Empty: the case.
  std::string_view subject;
  /// The person it is asked under; of a person that person. May be empty.
  std::string_view person;

  [[nodiscard]] static Asked Person(std::string_view id) { return {id, id}; }
  friend bool operator==(const Asked&, const Asked&) = default;
};

/// Two names as the key of a table.
using NamePair = std::pair<std::string_view, std::string_view>;
struct NamePairHash {
  std::size_t operator()(const NamePair& names) const {
    const std::hash<std::string_view> hash;
    return hash(names.first) * 1000003U + hash(names.second);
  }
};

/// What conditions read of a case, indexed once: asking is independent of how much there is.
/// Points into the case, which outlives it.
class Circumstances {
 public:
  Circumstances(const model::Case& source, const std::vector<DateOverride>& as_of);

  /// A fact about the subject wins over one about its person, that over one about the case.
  [[nodiscard]] const model::Fact* FindFact(std::string_view id, const Asked& asked) const;
  [[nodiscard]] bool HasProcedures() const { return !source_.header.procedures.empty(); }
  /// True when the person has, or had, a procedure of this kind; anybody, when there is no person.
  [[nodiscard]] bool HasProcedure(std::string_view kind, const Asked& asked) const;
  /// True when a contradiction that a person has marked as essential stands without an explanation:
  /// about the subject, its person or the case.
  [[nodiscard]] bool HasContradiction(const Asked& asked) const;
  /// The named dates of the person; of the case when empty.
  [[nodiscard]] const NamedDates& DatesOf(std::string_view person) const;
  [[nodiscard]] const NamedDates& DatesOf(const Asked& asked) const {
    return DatesOf(asked.person);
  }

 private:
  /// The case has two names: its id and none.
  [[nodiscard]] std::string_view Plain(std::string_view subject) const;
  void AddProcedures();
  void AddContradictions();

  const model::Case& source_;
  const std::vector<DateOverride>& as_of_;
  std::unordered_map<NamePair, const model::Fact*, NamePairHash> facts_;  // id, subject
  std::unordered_set<NamePair, NamePairHash> procedures_;                 // kind, person
  std::unordered_set<std::string_view> kinds_, kinds_of_all_;
  std::unordered_map<std::string_view, NamedDates::Procedures> procedures_of_;
  NamedDates::Procedures procedures_of_all_;
  std::unordered_set<std::string_view> contradicted_;
  mutable std::unordered_map<std::string_view, NamedDates> dates_;
};

}  // namespace dossier::evaluate
