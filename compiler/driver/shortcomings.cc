// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/shortcomings.h"

#include <algorithm>

namespace dossier::driver {
namespace {

using assemble::Shortcoming;
using diagnostics::Finding;
using diagnostics::Kind;

std::string WithDetail(const Shortcoming& shortcoming) {
  return shortcoming.sentence + (shortcoming.detail.empty() ? "" : " (" + shortcoming.detail + ")");
}

}  // namespace

std::vector<Finding> ShortcomingFindings(const std::string& name, const assemble::Assembled& file,
                                         const model::Case& /*source*/) {
  std::vector<Finding> findings;
  for (const Shortcoming& shortcoming : file.shortcomings) {
    if (!shortcoming.exhibit.empty()) continue;
    findings.push_back({.kind = Kind::kReadBackFailed,
                        .args = {WithDetail(shortcoming)},
                        .place = diagnostics::Place::InFile(name, shortcoming.page),
                        .why = shortcoming.source,
                        .hint = "report it with the message, without the case"});
  }
  return findings;
}

bool AnyOfOurs(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.kind == Kind::kReadBackFailed;
  });
}

}  // namespace dossier::driver
