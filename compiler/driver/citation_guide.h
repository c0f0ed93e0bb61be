// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/driver/session.h"
#include "compiler/foundation/digest.h"
#include "compiler/model/citation_style.h"

namespace dossier::driver {

/// The guide to citation that dossier.yaml asks for (`print: {citations: NAME}`): that of the
/// installation, templates/citations/NAME.yaml, or a file of the case where it is a path that ends with
/// .yaml. Nothing when none is asked for or it cannot be had. Reports D0101 to D0110 and D0224.
[[nodiscard]] std::optional<model::CitationStyle> LoadCitationGuide(Session& session);

/// Digest of its file; nothing when none is asked for or it is not there.
[[nodiscard]] std::optional<Digest> CitationGuideDigest(const Session& session);

/// How the manifest and the lock name it: "citations/oscola-4".
[[nodiscard]] std::string CitationGuideId(const Session& session);

}  // namespace dossier::driver
