// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/compose/strings.h"
#include "compiler/compose/template.h"
#include "compiler/driver/session.h"
#include "compiler/foundation/digest.h"

namespace dossier::driver {

/// The template and the words that a case asks for.
struct DocumentFiles {
  compose::Template document_template;
  compose::Strings strings;
};

/// Reads templates/NAME.xml, or the template in the case that dossier.yaml names by its path, and
/// templates/strings/LANGUAGE.yaml (English where a language has no catalogue). Checks the template
/// against its schema and the model. Reports D0012, D0013, D0112, D0210, D0910, D0916, D0917; nothing
/// when the brief cannot be composed.
[[nodiscard]] std::optional<DocumentFiles> LoadDocumentFiles(Session& session);

/// The template as it is, without reports and without checks: for what depends on its form only.
[[nodiscard]] std::optional<compose::Template> PeekTemplate(const Session& session);

/// The words of the case's language as they are, without reports; empty when there are none.
[[nodiscard]] compose::Strings PeekStrings(const Session& session);

/// Digest of the template's file; nothing when it is not there.
[[nodiscard]] std::optional<Digest> TemplateDigest(const Session& session);

}  // namespace dossier::driver
