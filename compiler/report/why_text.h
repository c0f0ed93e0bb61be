// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/evaluate/trace.h"
#include "compiler/model/case.h"

namespace dossier::report {

struct WhyView {
  const model::Case* source = nullptr;
  const std::vector<evaluate::Trace>* traces = nullptr;
  bool redact = false;  // ids and pages only
};

/// Why a verdict is what it is, in legal terms: the provision with the version that was read, the
/// exhibits and pages that counted, those that did not and why, and the cheapest ways to close what
/// is open. English; titles of rules in English. Says nothing about the merits.
[[nodiscard]] std::string WhyAsText(const WhyView& view);

/// Where an exhibit counts, where it does not and why, what it stands against and what it answers.
[[nodiscard]] std::string ExhibitUsesAsText(const std::string& exhibit,
                                            const std::vector<evaluate::ExhibitUse>& uses,
                                            const WhyView& view);

/// The same as JSON: `{"format": 1, "traces": [...]}`.
[[nodiscard]] std::string WhyAsJson(const WhyView& view);

}  // namespace dossier::report
