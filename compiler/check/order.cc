// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/order.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "compiler/crypto/sha256.h"

namespace dossier::check {
namespace {

/// What findings are ordered by, computed once for each.
struct Key {
  std::string path;
  int line = 0;
  int column = 0;
  std::string_view code;
  std::string subject;
  std::string need;
  std::string message;

  friend auto operator<=>(const Key&, const Key&) = default;
};

Key KeyOf(const diagnostics::Finding& finding, const diagnostics::Sources& sources) {
  Key key;
  const diagnostics::Place& place = finding.place;
  if (place.span.known()) {
    const diagnostics::Position at = sources.PositionOf(place.span.file, place.span.begin);
    key.path = sources.PathOf(place.span.file);
    key.line = at.line;
    key.column = at.column;
  } else {
    key.path = place.path;
    key.line = place.page;
  }
  key.code = Describe(finding.kind).code;
  key.subject = finding.subject;
  key.need = finding.need;
  key.message = finding.Message();
  return key;
}

}  // namespace

std::string FingerprintOf(const diagnostics::Finding& finding) {
  std::vector<std::string_view> exhibits(finding.exhibits.begin(), finding.exhibits.end());
  std::sort(exhibits.begin(), exhibits.end());
  std::string text;
  const auto add = [&](std::string_view part) {
    text += part;
    text += '\0';
  };
  add(Describe(finding.kind).code);
  add(finding.subject);
  add(finding.criterion);
  for (const std::string_view exhibit : exhibits) add(exhibit);
  text += '\1';
  add(finding.need);
  return crypto::Sha256(text).ToHex().substr(0, 32);
}

void SortAndDeduplicate(std::vector<CheckedFinding>& findings,
                        const diagnostics::Sources& sources) {
  std::vector<std::pair<Key, std::size_t>> keys;
  keys.reserve(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    keys.emplace_back(KeyOf(findings[i].finding, sources), i);
  }
  std::sort(keys.begin(), keys.end());
  std::vector<CheckedFinding> sorted;
  sorted.reserve(findings.size());
  const Key* last = nullptr;
  for (const auto& [key, index] : keys) {
    if (last == nullptr || !(*last == key)) sorted.push_back(std::move(findings[index]));
    last = &key;
  }
  findings = std::move(sorted);
}

}  // namespace dossier::check
