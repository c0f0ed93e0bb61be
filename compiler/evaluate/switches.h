// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/evaluate/force.h"
#include "compiler/evaluate/law.h"
#include "compiler/evaluate/rule_index.h"

namespace dossier::evaluate {

/// Whether a rule is switched off by another.
struct Switched {
  const Rule* by = nullptr;  // nothing: it is not
  std::string because;       // in words
  std::vector<Doubt> doubts;
};

/// The rules that switch others off (`disables`).
///
/// Such a rule acts while it is in force, on the side of the law that governs, and its conditions
/// certainly hold; one that another switches off does not act.
class Switches {
 public:
  Switches(const RuleIndex& rules, const Circumstances& of_case, LawTable& laws);

  [[nodiscard]] Switched Of(std::string_view criterion, const Asked& asked);

 private:
  struct Key {
    std::string_view criterion;
    Asked asked;
    friend bool operator==(const Key&, const Key&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const {
      return NamePairHash()({key.criterion, key.asked.subject}) * 31U +
             std::hash<std::string_view>()(key.asked.person);
    }
  };

  [[nodiscard]] Switched Of(std::string_view criterion, const Asked& asked, int depth);
  [[nodiscard]] Switched Find(const std::vector<const Rule*>& by, const Asked& asked, int depth);
  [[nodiscard]] bool CanAct(const Rule& rule, const Asked& asked, int depth);

  const Circumstances& of_case_;
  LawTable& laws_;
  std::unordered_map<std::string_view, std::vector<const Rule*>> by_target_;
  std::unordered_map<Key, Switched, KeyHash> known_;
};

}  // namespace dossier::evaluate
