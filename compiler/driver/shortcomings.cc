// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/shortcomings.h"

#include <string_view>

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
                                         MissingGlyphs glyphs) {
  constexpr std::string_view kNotdefShown = "UA 7.21.8 [31-030]";
  std::vector<Finding> findings;
  for (const Shortcoming& shortcoming : file.shortcomings) {
    if (!shortcoming.exhibit.empty()) continue;
    if (glyphs == MissingGlyphs::kTold && shortcoming.source == kNotdefShown) continue;
    findings.push_back({.kind = Kind::kReadBackFailed,
                        .args = {WithDetail(shortcoming)},
                        .place = diagnostics::Place::InFile(name, shortcoming.page),
                        .why = shortcoming.source,
                        .hint = "report it with the message, without the case"});
  }
  return findings;
}

}  // namespace dossier::driver
