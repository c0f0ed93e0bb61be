// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/pack.h"

namespace dossier::ruletest {

/// One way in which a rule can come out.
struct Arm {
  std::string rule;  // id
  std::string way;   // "need country covered", "not in force"
  Span place;        // in the pack
  bool reached = false;
};

/// The ways in which the rules of one pack can come out, and which of them tests have reached.
///
/// Counted: each need of a criterion and of a presumption covered and not; each limb filed with and
/// without an answer; each defeater without one; conditions that hold and that do not; in force and
/// not; exceptions and transitional entries that take the place and that do not; rules that switch
/// others off and that do not; `all`, `any`, `first_of`, `at_least` and `each` satisfied and not, and
/// each branch of a choice satisfied; objections that are asked, met and not; exhibit rules met and
/// not; each option of a choice of law, and the choice open; deadlines kept and passed, each
/// alternate period. Rules about the document are not counted: a test has no document.
class Arms {
 public:
  explicit Arms(const model::RulePack& pack);

  /// `rule` came out in this `way`. Ways that the pack does not have are passed over.
  void Reach(std::string_view rule, const std::string& way);

  /// In the order of the pack.
  [[nodiscard]] const std::vector<Arm>& all() const { return all_; }
  [[nodiscard]] std::size_t reached() const;

 private:
  void Add(const std::string& rule, const std::string& way, Span place);
  void AddCriteria(const std::vector<model::Criterion>& criteria, bool objections);
  void AddCriterion(const model::Criterion& criterion);
  void AddNeeds(const std::string& rule, const std::vector<model::Need>& needs);
  void AddApplicability(const model::Criterion& criterion);
  void AddBranches(const model::Criterion& criterion);
  void AddDeadline(const model::Deadline& deadline);

  std::vector<Arm> all_;
  std::map<std::pair<std::string, std::string>, std::size_t> by_way_;
};

/// The words of ways, so that what is counted and what is reached are the same.
namespace way {
inline constexpr std::string_view kHolds = "its condition holds";
inline constexpr std::string_view kFails = "its condition does not hold";
inline constexpr std::string_view kInForce = "in force";
inline constexpr std::string_view kNotInForce = "not in force";
inline constexpr std::string_view kSatisfied = "satisfied";
inline constexpr std::string_view kNotSatisfied = "not satisfied";
inline constexpr std::string_view kNoException = "no exception takes its place";
inline constexpr std::string_view kNoTransition = "no transitional entry takes its place";
inline constexpr std::string_view kSwitches = "switches a rule off";
inline constexpr std::string_view kSwitchesNot = "switches no rule off";
inline constexpr std::string_view kExpected = "an answer is expected";
inline constexpr std::string_view kNotExpected = "no answer is expected";
inline constexpr std::string_view kNoEntry = "asked of no entry";
inline constexpr std::string_view kMet = "asked and met";
inline constexpr std::string_view kNotMet = "asked and not met";
inline constexpr std::string_view kOpenLaw = "open";
inline constexpr std::string_view kKept = "kept";
inline constexpr std::string_view kPassed = "passed";
inline constexpr std::string_view kCounted = "counted";
inline constexpr std::string_view kUsual = "the usual period";
[[nodiscard]] std::string Need(std::string_view need, bool covered);
[[nodiscard]] std::string Limb(std::string_view limb, bool answered);
[[nodiscard]] std::string Defeater(std::string_view defeater);
[[nodiscard]] std::string Exception(std::string_view exception);
[[nodiscard]] std::string Transition(std::string_view use);
[[nodiscard]] std::string Branch(std::string_view branch);
[[nodiscard]] std::string Option(std::string_view option);
[[nodiscard]] std::string Alternate(std::size_t number);  // from 0
}  // namespace way

}  // namespace dossier::ruletest
