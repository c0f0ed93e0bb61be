// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/exceptions.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// The exceptions that those that hold override, directly or through others.
std::vector<bool> Overridden(const std::vector<model::Exception>& exceptions,
                             const std::vector<std::size_t>& holding) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < exceptions.size(); ++i) by_id.emplace(exceptions[i].id, i);
  std::vector<bool> overridden(exceptions.size(), false);
  std::vector<bool> walked(exceptions.size(), false);
  std::vector<std::size_t> stack = holding;
  while (!stack.empty()) {
    const std::size_t at = stack.back();
    stack.pop_back();
    if (walked[at]) continue;
    walked[at] = true;
    for (const Spanned<std::string>& id : exceptions[at].overrides) {
      const auto found = by_id.find(id.value);
      if (found == by_id.end() || found->second == at) continue;
      overridden[found->second] = true;
      stack.push_back(found->second);
    }
  }
  return overridden;
}

/// The criterion itself or one of its exceptions.
bool Names(const model::Criterion& criterion, std::string_view id) {
  return id == criterion.id ||
         std::any_of(criterion.exceptions.begin(), criterion.exceptions.end(),
                     [&](const model::Exception& exception) { return exception.id == id; });
}

}  // namespace

ChosenException ChooseException(const model::Criterion& criterion, const Circumstances& of_case,
                                const Asked& asked) {
  ChosenException chosen;
  if (criterion.exceptions.empty()) return chosen;
  std::vector<std::size_t> holding;
  for (std::size_t i = 0; i < criterion.exceptions.size(); ++i) {
    ConditionValue value = Holds(criterion.exceptions[i].when, of_case, asked);
    if (value.truth == Truth::kTrue) holding.push_back(i);
    for (Undecided& one : value.undecided) {
      chosen.doubts.push_back({std::move(one), "the exception is not applied"});
    }
  }
  if (holding.empty()) return chosen;
  for (const std::size_t at : holding) {
    for (const Spanned<std::string>& id : criterion.exceptions[at].overrides) {
      if (id.value == criterion.exceptions[at].id) chosen.circle = true;
      if (!Names(criterion, id.value)) chosen.dangling = true;
    }
  }
  if (chosen.circle || chosen.dangling) return chosen;
  const std::vector<bool> overridden = Overridden(criterion.exceptions, holding);
  for (const std::size_t at : holding) {
    if (overridden[at]) continue;
    const model::Exception& exception = criterion.exceptions[at];
    if (chosen.exception == nullptr) {
      chosen.exception = &exception;
    } else if (exception.use != chosen.exception->use && chosen.tied == nullptr) {
      chosen.tied = &exception;
    }
  }
  chosen.circle = chosen.exception == nullptr;
  return chosen;
}

// A depth-first walk over what overrides what, with a stack of its own.
void CheckOverrides(const model::Criterion& criterion, diagnostics::Sink& sink) {
  enum class State { kNew, kOpen, kDone };
  const std::vector<model::Exception>& exceptions = criterion.exceptions;
  std::unordered_map<std::string_view, std::size_t> by_id;
  for (std::size_t i = 0; i < exceptions.size(); ++i) by_id.emplace(exceptions[i].id, i);
  std::vector<State> states(exceptions.size(), State::kNew);
  const auto report = [&](const model::Exception& exception, const model::Exception& closing) {
    Finding finding;
    finding.kind = Kind::kExceptionCircle;
    finding.place = closing.span;
    finding.criterion = criterion.id;
    finding.need = closing.id;
    const bool self = &exception == &closing;
    finding.args = {Id(exception.id), Id(criterion.id), Id(self ? "" : " through " + closing.id)};
    if (!self) finding.related.push_back({{"{0} stands here", {Id(exception.id)}}, exception.span});
    finding.hint = {"remove \"{0}\" from \"overrides\" of {1}", {Id(exception.id), Id(closing.id)}};
    sink.Report(std::move(finding));
  };
  for (std::size_t start = 0; start < exceptions.size(); ++start) {
    if (states[start] != State::kNew) continue;
    std::vector<std::pair<std::size_t, std::size_t>> path = {{start, 0}};
    states[start] = State::kOpen;
    while (!path.empty()) {
      auto& [at, next] = path.back();
      const std::size_t here = at;
      if (next == exceptions[here].overrides.size()) {
        states[here] = State::kDone;
        path.pop_back();
        continue;
      }
      const auto found = by_id.find(exceptions[here].overrides[next++].value);
      if (found == by_id.end()) continue;
      if (states[found->second] == State::kOpen) {
        report(exceptions[found->second], exceptions[here]);
      } else if (states[found->second] == State::kNew) {
        states[found->second] = State::kOpen;
        path.emplace_back(found->second, 0);
      }
    }
  }
}

}  // namespace dossier::evaluate
