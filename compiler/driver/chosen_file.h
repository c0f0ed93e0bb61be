// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/diagnostics/finding.h"
#include "compiler/driver/session.h"
#include "compiler/io/case_folder.h"
#include "compiler/model/case.h"

namespace dossier::driver {

/// A file that dossier.yaml chooses: one of the installation by its name, or one of the case by its
/// path, which ends with `suffix`.
struct Choice {
  const model::Text& name;
  std::string_view folder;  // of the installation: "templates"
  std::string_view suffix;  // ".xml"
};

struct ChosenFile {
  std::string shown;  // for people: "templates/appeal-brief.xml"
  io::ReadResult read;
};

/// A name of the installation leads to no other folder; a path leads to none outside the case.
[[nodiscard]] ChosenFile ReadChosen(const Session& session, const Choice& choice);

/// Reports that there is no such file, as `unknown`, with the nearest name or all of them.
void ReportUnknownChoice(Session& session, const Choice& choice, diagnostics::Kind unknown);

}  // namespace dossier::driver
