// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::test {

/// One line a block: letter of its kind, level, text.
inline std::string Dump(const std::vector<inspect::TextBlock>& blocks) {
  std::string dump;
  for (const inspect::TextBlock& block : blocks) {
    dump += std::string(1, "HPLTQFNM"[static_cast<std::size_t>(block.kind)]) + std::to_string(block.level) + " " +
            block.text + "\n";
  }
  return dump;
}

inline std::string Dump(const Result<inspect::ExhibitFacts>& facts) {
  return facts ? Dump(facts->blocks) : "failed: " + facts.failure().reason + "\n";
}

/// "kind count detail" of every oddity of this kind, in order.
inline std::string Odd(const Result<inspect::ExhibitFacts>& facts, inspect::OddityKind kind) {
  std::string dump;
  if (!facts) return dump;
  for (const inspect::Oddity& oddity : facts->oddities) {
    if (oddity.kind == kind) dump += std::to_string(oddity.count) + " " + oddity.detail + "\n";
  }
  return dump;
}

}  // namespace dossier::test
