// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/shortcomings.h"

#include <algorithm>
#include <map>

#include "compiler/foundation/joined.h"
#include "compiler/pdf/conformance/conformance.h"

namespace dossier::driver {
namespace {

using assemble::Shortcoming;
using diagnostics::Finding;
using diagnostics::Kind;
using diagnostics::Place;
using pdf::ConformanceRule;

std::string WithDetail(const Shortcoming& shortcoming) {
  std::string words(pdf::SentenceOf(shortcoming.rule));
  if (!shortcoming.detail.empty()) words += " (" + shortcoming.detail + ")";
  return words;
}

}  // namespace

std::vector<Finding> ShortcomingFindings(const std::string& name, const assemble::Assembled& file,
                                         MissingGlyphs glyphs) {
  std::vector<Finding> findings;
  for (const Shortcoming& shortcoming : file.shortcomings) {
    if (!shortcoming.exhibit.empty()) continue;
    if (glyphs == MissingGlyphs::kTold && shortcoming.rule == ConformanceRule::kNotdefShown) continue;
    findings.push_back({.kind = Kind::kReadBackFailed,
                        .args = {WithDetail(shortcoming)},
                        .place = Place::InFile(name, shortcoming.page),
                        .why = std::string(pdf::SourceOf(shortcoming.rule)),
                        .hint = "report it with the message, without the case"});
  }
  return findings;
}

std::vector<Finding> ExhibitShortcomings(const std::string& name, const assemble::Assembled& file) {
  std::map<ConformanceRule, std::vector<std::string>> exhibits;  // in the order of the bundle
  for (const Shortcoming& shortcoming : file.shortcomings) {
    if (shortcoming.exhibit.empty()) continue;
    std::vector<std::string>& ids = exhibits[shortcoming.rule];
    if (std::find(ids.begin(), ids.end(), shortcoming.exhibit) == ids.end()) ids.push_back(shortcoming.exhibit);
  }
  std::vector<Finding> findings;
  for (const auto& [rule, ids] : exhibits) {
    findings.push_back({.kind = Kind::kExhibitsAsFiled,
                        .args = {diagnostics::Id(std::string(pdf::SentenceOf(rule))), diagnostics::Id(Joined(ids))},
                        .place = Place::InFile(name),
                        .exhibits = ids,
                        .why = std::string(pdf::SourceOf(rule)),
                        .hint = "only a better copy of the exhibit mends it"});
  }
  return findings;
}

}  // namespace dossier::driver
