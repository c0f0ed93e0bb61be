// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/suggest.h"

#include <optional>
#include <string>

#include "compiler/foundation/joined.h"
#include "compiler/foundation/suggest.h"

namespace dossier::load {
namespace {

/// More values than this are not read by anyone.
constexpr std::size_t kLongestList = 32;

}  // namespace

diagnostics::Text Suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (const std::optional<std::string> nearest = Closest(word, candidates)) {
    return {"did you mean \"{0}\"?", {diagnostics::Id(*nearest)}};
  }
  if (candidates.empty() || candidates.size() > kLongestList) return {};
  return {candidates.size() == 1 ? "write {0}" : "one of {0}", {diagnostics::Id(Joined(candidates))}};
}

}  // namespace dossier::load
