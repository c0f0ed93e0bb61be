// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/bind_report.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "compiler/foundation/joined.h"
#include "compiler/foundation/suggest.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

constexpr int kMaxSuggestions = 100;
/// Of a longer list only the beginning is shown.
constexpr std::size_t kMaxListed = 20;

std::string Listed(const std::vector<std::string_view>& ids) {
  const std::string words = Joined(std::span(ids).first(std::min(ids.size(), kMaxListed)));
  return ids.size() > kMaxListed ? words + ", ..." : words;
}

}  // namespace

std::optional<std::string> UnknownIds::Meant(std::string_view id,
                                             const std::vector<std::string_view>& known) {
  return ++suggestions_ > kMaxSuggestions ? std::nullopt : Closest(id, known);
}

void UnknownIds::Criterion(std::string_view id, Span place, std::string_view where) {
  if (criteria_.empty()) {
    for (const Rule& rule : rules_.rules()) criteria_.emplace_back(rule.criterion->id);
  }
  Finding finding;
  finding.kind = Kind::kUnknownCriterion;
  finding.place = place;
  finding.args = {Id(id)};
  if (const auto meant = Meant(id, criteria_)) {
    finding.hint = {"write \"{0}\"", {Id(*meant)}};
  } else {
    finding.hint = {"add the pack that has it to \"rules\" in dossier.yaml, or remove it from {0}",
                    {Id(where)}};
  }
  sink_.Report(std::move(finding));
}

void UnknownIds::Part(const model::Criterion& criterion, const model::Text& id,
                      std::string_view key, const std::vector<std::string_view>& known) {
  Finding finding;
  finding.kind = Kind::kUnknownNeed;
  finding.place = id.span;
  finding.criterion = criterion.id;
  finding.args = {Id(criterion.id), Id(id.value)};
  if (const auto meant = Meant(id.value, known)) {
    finding.hint = {"write \"{0}\"", {Id(*meant)}};
  } else if (known.empty()) {
    finding.hint = {"the criterion has no \"{0}\"; file the items for the branch they are about",
                    {Id(key)}};
  } else {
    finding.hint = {"its \"{0}\" are: {1}", {Id(key), Id(Listed(known))}};
  }
  finding.related.push_back({{"the rule stands here"}, criterion.span});
  sink_.Report(std::move(finding));
}

void UnknownIds::Reference(std::string_view what, std::string_view id, Span place,
                           const std::vector<std::string_view>& known) {
  Finding finding;
  finding.kind = Kind::kUnknownReference;
  finding.place = place;
  finding.args = {Id(what), Id(id)};
  if (const auto meant = Meant(id, known)) {
    finding.hint = {"write \"{0}\"", {Id(*meant)}};
  } else if (known.empty()) {
    finding.hint = {"there is none here; remove it, or add it to the pack"};
  } else {
    finding.hint = {"write one of: {0}", {Id(Listed(known))}};
  }
  sink_.Report(std::move(finding));
}

}  // namespace dossier::evaluate
