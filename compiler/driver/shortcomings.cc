// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/shortcomings.h"

#include <algorithm>
#include <map>

namespace dossier::driver {
namespace {

using assemble::Shortcoming;
using diagnostics::Finding;
using diagnostics::Kind;

std::string WithDetail(const Shortcoming& shortcoming) {
  return shortcoming.sentence + (shortcoming.detail.empty() ? "" : " (" + shortcoming.detail + ")");
}

diagnostics::Place PlaceOf(const std::string& exhibit, const model::Case& source) {
  for (const model::Exhibit& each : source.exhibits) {
    if (each.id.value == exhibit) return each.id.span;
  }
  return {};
}

}  // namespace

std::vector<Finding> ShortcomingFindings(const std::string& name, const assemble::Assembled& file,
                                         const model::Case& source) {
  std::vector<Finding> findings;
  std::map<std::string, std::vector<std::string>> of_exhibits;
  for (const Shortcoming& shortcoming : file.shortcomings) {
    if (shortcoming.exhibit.empty()) {
      findings.push_back({.kind = Kind::kOutputNotAccessible,
                          .args = {WithDetail(shortcoming)},
                          .place = diagnostics::Place::InFile(name, shortcoming.page),
                          .why = shortcoming.source,
                          .hint = "report it with the message, without the case"});
      continue;
    }
    std::vector<std::string>& said = of_exhibits[shortcoming.exhibit];
    std::string words = WithDetail(shortcoming);
    if (std::find(said.begin(), said.end(), words) == said.end()) said.push_back(std::move(words));
  }
  for (const auto& [exhibit, said] : of_exhibits) {
    std::string all;
    for (const std::string& words : said) all += (all.empty() ? "" : "; ") + words;
    findings.push_back({.kind = Kind::kExhibitNotLasting,
                        .args = {diagnostics::Id(exhibit), all},
                        .place = PlaceOf(exhibit, source),
                        .exhibits = {exhibit},
                        .hint = "ask its publisher for a PDF/A file, where it matters"});
  }
  return findings;
}

bool AnyOfOurs(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.kind == Kind::kOutputNotAccessible;
  });
}

}  // namespace dossier::driver
