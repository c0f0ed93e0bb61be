// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/assemble/plan.h"
#include "compiler/driver/checking.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// What the signature binds: the digests of exhibits and what is kept beside them, of what the filing is made with
/// (`SurroundingsOf`), and of the report without its `environment`.
[[nodiscard]] std::vector<assemble::ManifestEntry> ManifestOf(const CheckedCase& checked, const std::string& report);

/// Name of one file of an exhibit in the manifest: the exhibit's id, with "@2" from its second file
/// on.
[[nodiscard]] std::string ManifestId(const std::string& exhibit, std::size_t part);
/// The same for the transcript of a part.
[[nodiscard]] std::string TranscriptManifestId(const std::string& exhibit, std::size_t part);

/// Name of a file beside an exhibit: its id with "@original", "@proof1", "@proof2".
[[nodiscard]] std::string CompanionId(const model::Exhibit& exhibit, std::string_view path);

/// Digest of a report as the manifest has it.
[[nodiscard]] Result<Digest> ReportDigest(std::string_view report);

/// The day of the latest dated filing, the one that rules read, as written; empty for none.
[[nodiscard]] std::string FilingDate(const model::Case& source);

}  // namespace dossier::driver
