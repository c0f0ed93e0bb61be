// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/assemble/plan.h"

namespace dossier::assemble {

/// The text of the manifest, which the signature covers: a line "dossier-manifest 1", a line with
/// the version of the tool and one with the scope ("bundle" or "brief"), then one line for each
/// entry: kind, SHA-256, id. Other characters than letters, digits and "-._:/@" are
/// percent-encoded, so that a line is a line.
[[nodiscard]] std::string WriteManifest(const Plan& plan);

struct Manifest {
  std::string tool_version;
  bool with_exhibits = false;
  std::vector<ManifestEntry> entries;
};

/// Nothing unless `text` is exactly of the form that `WriteManifest` gives.
[[nodiscard]] std::optional<Manifest> ReadManifest(const std::string& text);

}  // namespace dossier::assemble
