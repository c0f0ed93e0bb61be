// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/diagnostics/finding.h"

namespace dossier::diagnostics {

/// Collects findings in the order of reporting. Stages only add; nobody takes anything out.
class Sink {
 public:
  void Report(Finding finding) { findings_.push_back(std::move(finding)); }

  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] bool HasErrors() const;

 private:
  std::vector<Finding> findings_;
};

}  // namespace dossier::diagnostics
